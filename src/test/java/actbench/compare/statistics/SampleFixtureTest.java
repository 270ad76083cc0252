package actbench.compare.statistics;

import static actbench.compare.statistics.Fixture.ALL;
import static actbench.compare.statistics.Fixture.close;
import static actbench.compare.statistics.Fixture.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tests of samples, against the numbers of SciPy and R. */
final class SampleFixtureTest {
  private int checked;

  @Test
  void wilcoxonOfSingleSamples() {
    for (JsonNode entry : ALL.get("wilcoxon_signed_rank")) {
      wilcoxon(
          entry.get("kind").stringValue(), numbers(entry.get("differences")), entry.get("result"));
    }
    assertThat(checked).isGreaterThan(15);
  }

  private void wilcoxon(String name, double[] differences, JsonNode result) {
    if (!result.get("defined").booleanValue()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SignedRank.of(differences, SignedRank.Zeros.DROPPED));
      return;
    }
    for (SignedRank.Zeros zeros : SignedRank.Zeros.values()) {
      String key =
          zeros == SignedRank.Zeros.PRATT
              ? "pratt"
              : "zeros_" + zeros.name().toLowerCase(Locale.ROOT);
      JsonNode expected = result.get(key);
      SignedRank test = SignedRank.of(differences, zeros);
      String what = name + " " + key;
      close(what + " plus", test.plus(), expected.get("w_plus"));
      close(what + " minus", test.minus(), expected.get("w_minus"));
      if (expected.has("rank_biserial")) {
        close(what, test.rankBiserial(), expected.get("rank_biserial"));
      }
      if (expected.has("exact")) {
        close(what + " exact", test.exact(), expected.get("exact"));
      } else {
        assertThat(test.exact()).isNull();
      }
      close(what + " normal", test.normal(), expected.get("normal"));
      close(what + " continuity", test.continuity(), expected.get("normal_continuity"));
      checked++;
    }
  }

  @Test
  void pairsOverSettings() {
    for (JsonNode table : ALL.get("tables")) {
      for (JsonNode pair : table.get("pairs_over_settings")) {
        String what = table.get("name") + " " + pair.get("i") + " " + pair.get("j");
        double[] x = means(table, pair.get("i").intValue());
        double[] y = means(table, pair.get("j").intValue());
        double[] differences = numbers(pair.get("differences"));
        assertThat(Sample.differences(x, y)).isEqualTo(differences);
        wilcoxon(what, differences, pair.get("wilcoxon"));
        student(what, StudentT.paired(x, y), pair.get("paired_t"));
        JsonNode signs = pair.get("sign_test");
        close(
            what, SignTest.of(signs.get("wins").intValue(), signs.get("losses").intValue()), signs);
        close(what + " dz", Effect.dz(differences), pair.get("cohens_dz"));
        dominance(what, x, y, pair.get("dominance"));
        correlation(what, x, y, pair.get("correlation"));
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  @Test
  void testsAgainstTheFirst() {
    int tables = 0;
    for (JsonNode table : ALL.get("tables")) {
      JsonNode expected = table.get("wilcoxon_exact_vs_first");
      if (expected != null) {
        double[] p = new double[expected.get("p").size()];
        for (int j = 0; j < p.length; j++) {
          double[] differences = Sample.differences(means(table, 0), means(table, j + 1));
          p[j] = SignedRank.of(differences, SignedRank.Zeros.DROPPED).exact().twoSided();
          close("p", p[j], expected.get("p").get(j));
        }
        for (Adjustment adjustment :
            List.of(Adjustment.HOLM, Adjustment.HOCHBERG, Adjustment.BENJAMINI_HOCHBERG)) {
          double[] adjusted = adjustment.of(p);
          JsonNode each = expected.get(adjustment.name().toLowerCase(Locale.ROOT));
          for (int j = 0; j < p.length; j++) {
            close(adjustment.name(), adjusted[j], each.get(j));
          }
        }
        tables++;
      }
    }
    assertThat(tables).isEqualTo(3);
  }

  @Test
  void demsarsPair() {
    JsonNode pair = ALL.get("demsar_2006").get("wilcoxon_C4.5+m_minus_C4.5");
    wilcoxon("Demsar", numbers(pair.get("differences")), pair.get("result"));
    assertThat(checked).isEqualTo(3);
  }

  @Test
  void cellsOfTables() {
    for (JsonNode table : ALL.get("tables")) {
      JsonNode cells = table.get("cells");
      for (int i = 0; i < table.get("scores").size(); i++) {
        for (int setting = 0; setting < table.get("scores").get(i).size(); setting++) {
          double[] seeds = numbers(table.get("scores").get(i).get(setting));
          close("mean", Sample.mean(seeds), cells.get("mean").get(i).get(setting));
          checked++;
          if (cells.has("sd")) {
            double deviation = Math.sqrt(Sample.variance(seeds));
            StudentT test = StudentT.corrected(seeds, 0);
            close("deviation", deviation, cells.get("sd").get(i).get(setting));
            close("error", test.standardError(), cells.get("standard_error").get(i).get(setting));
            Interval interval = test.interval(0.95);
            close("low", interval.low(), cells.get("ci95_low").get(i).get(setting));
            close("high", interval.high(), cells.get("ci95_high").get(i).get(setting));
          }
        }
      }
    }
    assertThat(checked).isEqualTo(5 * 8 + 4 * 12 + 2 * 6 + 12 * 20);
  }

  private static double[] means(JsonNode table, int activation) {
    return numbers(table.get("cells").get("mean").get(activation));
  }

  @Test
  void pairsOverSeeds() {
    for (JsonNode table : ALL.get("tables")) {
      if (table.has("pairs_over_seeds")) {
        for (JsonNode pair : table.get("pairs_over_seeds")) {
          int setting = pair.get("setting").intValue();
          JsonNode scores = table.get("scores");
          double[] x = numbers(scores.get(pair.get("i").intValue()).get(setting));
          double[] y = numbers(scores.get(pair.get("j").intValue()).get(setting));
          String what = table.get("name") + " " + setting + " " + pair.get("j");
          twoSamples(what, x, y, pair);
          student(what, StudentT.paired(x, y), pair.get("paired_t"));
        }
      }
    }
    assertThat(checked).isGreaterThan(30);
  }

  @Test
  void twoSamples() {
    for (JsonNode entry : ALL.get("two_sample")) {
      twoSamples("two samples", numbers(entry.get("x")), numbers(entry.get("y")), entry);
    }
  }

  private void twoSamples(String what, double[] x, double[] y, JsonNode expected) {
    student(what, StudentT.welch(x, y), expected.get("welch_t"));
    student(what, StudentT.pooled(x, y), expected.get("pooled_t"));
    JsonNode ranks = expected.get("mann_whitney");
    MannWhitney test = MannWhitney.of(x, y);
    close(what, test.u1(), ranks.get("u1"));
    close(what, test.u2(), ranks.get("u2"));
    close(what + " U normal", test.normal(), ranks.get("normal"));
    close(what + " U continuity", test.continuity(), ranks.get("normal_continuity"));
    if (ranks.get("exact").isNull()) {
      assertThat(test.exact()).isNull();
    } else {
      close(what + " U exact", test.exact(), ranks.get("exact"));
    }
    JsonNode effect = expected.get("effect");
    close(what, Effect.pooledDeviation(x, y), effect.get("pooled_sd"));
    close(what, Effect.cohensD(x, y), effect.get("cohens_d"));
    close(what, Effect.hedgesG(x, y), effect.get("hedges_g_exact"));
    dominance(what, x, y, expected.get("dominance"));
    checked++;
  }

  private static void dominance(String what, double[] x, double[] y, JsonNode expected) {
    close(what, Effect.cliffsDelta(x, y), expected.get("cliffs_delta"));
    close(what, Effect.superiority(x, y), expected.get("vargha_delaney_a12"));
  }

  private static void student(String what, StudentT test, JsonNode expected) {
    close(what + " t", test.t(), expected.get("t"));
    close(what + " df", test.freedom(), expected.get("df"));
    close(what + " t", test.p(), expected);
    close(what, test.meanDifference(), expected.get("mean_difference"));
    close(what, test.interval(0.95), expected.get("ci95"));
  }

  @Test
  void testsFromSummaries() {
    for (JsonNode entry : ALL.get("t_from_summary")) {
      double mean1 = entry.get("mean1").doubleValue();
      double mean2 = entry.get("mean2").doubleValue();
      double v1 = Math.pow(entry.get("sd1").doubleValue(), 2);
      double v2 = Math.pow(entry.get("sd2").doubleValue(), 2);
      int n1 = entry.get("n1").intValue();
      int n2 = entry.get("n2").intValue();
      StudentT test =
          entry.get("test").stringValue().equals("welch_t")
              ? StudentT.welch(mean1, v1, n1, mean2, v2, n2)
              : StudentT.pooled(mean1, v1, n1, mean2, v2, n2);
      close("summary", test.t(), entry.get("t"));
      close("summary", test.freedom(), entry.get("df"));
      close("summary", test.p().twoSided(), entry.get("p_two_sided"));
    }
  }

  @Test
  void signTests() {
    for (JsonNode entry : ALL.get("sign_tests")) {
      close(
          "signs",
          SignTest.of(entry.get("wins").intValue(), entry.get("losses").intValue()),
          entry);
    }
    assertThat(SignTest.of(0, 0).twoSided()).isEqualTo(1);
  }

  @Test
  void adjustedPValues() {
    for (JsonNode entry : ALL.get("p_adjustment")) {
      for (Adjustment adjustment : Adjustment.values()) {
        double[] found = adjustment.of(numbers(entry.get("p")));
        JsonNode expected = entry.get(adjustment.name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < found.length; i++) {
          close(adjustment.name(), found[i], expected.get(i));
        }
      }
    }
  }

  @Test
  void proportions() {
    for (JsonNode entry : ALL.get("proportion_intervals")) {
      int successes = entry.get("successes").intValue();
      int n = entry.get("n").intValue();
      double confidence = entry.get("confidence").doubleValue();
      close("wilson", Proportion.wilson(successes, n, confidence), entry.get("wilson"));
      close(
          "clopper-pearson",
          Proportion.clopperPearson(successes, n, confidence),
          entry.get("clopper_pearson"));
    }
    assertThat(Proportion.wilson(0, 0, 0.95).exists()).isFalse();
  }

  @Test
  void correctedResampledTests() {
    for (JsonNode entry : ALL.get("nadeau_bengio")) {
      double[] differences = numbers(entry.get("differences"));
      double ratio = entry.get("n_test").doubleValue() / entry.get("n_train").doubleValue();
      StudentT test = StudentT.corrected(differences, ratio);
      close("corrected", test.t(), entry.get("t"));
      close("corrected", test.p().twoSided(), entry.get("p_two_sided"));
      close("corrected", test.p().greater(), entry.get("p_greater"));
      close("plain", StudentT.corrected(differences, 0).t(), entry.get("uncorrected_paired_t"));
    }
  }

  @Test
  void correlations() {
    for (JsonNode entry : ALL.get("correlations")) {
      correlation("correlation", numbers(entry.get("x")), numbers(entry.get("y")), entry);
    }
  }

  private static void correlation(String what, double[] x, double[] y, JsonNode expected) {
    double r = Correlation.pearson(x, y);
    close(what + " r", r, expected.get("pearson_r"));
    close(what + " r", Correlation.p(r, x.length), expected.get("pearson_p"));
    double rho = Correlation.spearman(x, y);
    close(what + " rho", rho, expected.get("spearman_rho"));
    close(what + " rho", Correlation.p(rho, x.length), expected.get("spearman_p_t_approximation"));
    close(what + " tau", Correlation.kendall(x, y), expected.get("kendall_tau_b"));
    close(what + " tau", Correlation.kendallP(x, y), expected.get("kendall_p_asymptotic"));
  }
}
