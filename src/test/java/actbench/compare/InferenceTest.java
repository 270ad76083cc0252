package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.compare.PairTest.Basis;
import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conclusions from whole grids; the reference numbers are those of statistics/README.md. */
final class InferenceTest {
  private static final Offset<Double> NINE_DIGITS = within(1e-9);
  private static final Metric SCORE =
      Metric.named("test_accuracy").with("", Metric.Direction.HIGHER_IS_BETTER);

  private static JsonNode table(int index) throws IOException {
    try (InputStream in = InferenceTest.class.getResourceAsStream("/statistics/statistics.json")) {
      return JsonMapper.shared().readTree(in).get("tables").get(index);
    }
  }

  /** The scores of a table as runs, one depth a setting; of all settings or the first few. */
  private static List<RunResult> runs(JsonNode table, int settings, boolean hashes) {
    List<RunResult> runs = new ArrayList<>();
    JsonNode scores = table.get("scores");
    for (int i = 0; i < scores.size(); i++) {
      String name = table.get("activations").get(i).stringValue();
      for (int j = 0; j < settings; j++) {
        JsonNode seeds = scores.get(i).get(j);
        for (int seed = 0; seed < seeds.size(); seed++) {
          RunResult run = Runs.ok(name, j + 1L, seed + 1L, seeds.get(seed).doubleValue());
          runs.add(hashes ? run : withoutFacts(run));
        }
      }
    }
    return runs;
  }

  private static RunResult withoutFacts(RunResult run) {
    return new RunResult(
        run.config(), run.status(), "", run.metrics(), new TreeMap<>(), run.epochs());
  }

  private static Comparison compare(List<RunResult> runs, double band) {
    return Comparer.compare(
        Runs.rows("table", runs), new Question("activation", "seed", SCORE, band, "", 0, ""));
  }

  private static PairTest test(Comparison comparison, String first, String second) {
    for (PairTest test : comparison.tests()) {
      if (test.first().equals(first) && test.second().equals(second)) {
        return test;
      } else if (test.first().equals(second) && test.second().equals(first)) {
        return test.reversed();
      }
    }
    throw new AssertionError(first + " against " + second);
  }

  @Test
  void testsPairsOverSettings() throws IOException {
    JsonNode table = table(0);
    Comparison comparison = compare(runs(table, 8, true), 0);
    for (JsonNode pair : table.get("pairs_over_settings")) {
      String first = table.get("activations").get(pair.get("i").intValue()).stringValue();
      String second = table.get("activations").get(pair.get("j").intValue()).stringValue();
      PairTest test = test(comparison, first, second);
      assertThat(test.basis()).isEqualTo(Basis.SETTINGS);
      JsonNode wilcoxon = pair.get("wilcoxon").get("pratt").get("exact");
      assertThat(test.wilcoxonP())
          .isCloseTo(wilcoxon.get("p_two_sided").doubleValue(), NINE_DIGITS);
      assertThat(test.signP())
          .isCloseTo(pair.get("sign_test").get("p_two_sided").doubleValue(), NINE_DIGITS);
      assertThat(test.dz()).isCloseTo(pair.get("cohens_dz").doubleValue(), NINE_DIGITS);
      assertThat(test.cliffsDelta())
          .isCloseTo(pair.get("dominance").get("cliffs_delta").doubleValue(), NINE_DIGITS);
      assertThat(test.duel().meanGain())
          .isCloseTo(pair.get("paired_t").get("mean_difference").doubleValue(), NINE_DIGITS);
      assertThat(test.adjustedP()).isGreaterThanOrEqualTo(test.p());
    }
  }

  @Test
  void ranksAllTreatments() throws IOException {
    JsonNode table = table(0);
    Comparison comparison = compare(runs(table, 8, true), 0);
    Ranking ranking = comparison.ranking();
    JsonNode friedman = table.get("friedman");
    for (int i = 0; i < 5; i++) {
      String name = table.get("activations").get(i).stringValue();
      assertThat(ranking.meanRanks().get(comparison.treatments().indexOf(name)))
          .isEqualTo(friedman.get("average_ranks").get(i).doubleValue());
    }
    JsonNode f = friedman.get("iman_davenport_tie_corrected");
    assertThat(ranking.f()).isCloseTo(f.get("F").doubleValue(), NINE_DIGITS);
    assertThat(ranking.p()).isCloseTo(f.get("p").doubleValue(), NINE_DIGITS);
    assertThat(ranking.criticalDifference()).isCloseTo(2.156494988745812, NINE_DIGITS);
    assertThat(ranking.groups())
        .containsExactly(
            List.of("swish", "mish", "relu"),
            List.of("mish", "relu", "beta_mish"),
            List.of("relu", "beta_mish", "gelu"));
  }

  @Test
  void testsSeedsInPairsOnlyWhereHashesAgree() throws IOException {
    JsonNode table = table(0);
    JsonNode pair = table.get("pairs_over_seeds").get(0);
    PairTest paired = test(compare(runs(table, 1, true), 0), "mish", "swish");
    assertThat(paired.basis()).isEqualTo(Basis.SEEDS);
    assertThat(paired.pairedSeeds()).isTrue();
    check(paired, pair.get("paired_t"));
    PairTest unpaired = test(compare(runs(table, 1, false), 0), "mish", "swish");
    assertThat(unpaired.pairedSeeds()).isFalse();
    check(unpaired, pair.get("welch_t"));
    assertThat(paired.improvement())
        .isCloseTo(pair.get("dominance").get("vargha_delaney_a12").doubleValue(), NINE_DIGITS);
  }

  private static void check(PairTest test, JsonNode expected) {
    assertThat(test.seedP()).isCloseTo(expected.get("p_two_sided").doubleValue(), NINE_DIGITS);
    assertThat(test.seedInterval().low())
        .isCloseTo(expected.get("ci95").get(0).doubleValue(), NINE_DIGITS);
    assertThat(test.seedInterval().high())
        .isCloseTo(expected.get("ci95").get(1).doubleValue(), NINE_DIGITS);
  }

  @Test
  void flipsWithTheSides() throws IOException {
    PairTest test = compare(runs(table(0), 8, true), 0.1).tests().get(0);
    assertThat(test.reversed().reversed()).isEqualTo(test);
    assertThat(test.reversed().duel().meanGain()).isEqualTo(-test.duel().meanGain());
  }

  private static List<RunResult> seeds(double[] mish, double[] relu) {
    List<RunResult> runs = new ArrayList<>();
    for (int i = 0; i < mish.length; i++) {
      runs.add(Runs.ok("mish", 1, i + 1L, mish[i]));
      runs.add(Runs.ok("relu", 1, i + 1L, relu[i]));
    }
    return runs;
  }

  @Test
  void saysHowManySeedsWouldBeNeeded() {
    PairTest test =
        test(
            compare(seeds(new double[] {0.91, 0.90, 0.94}, new double[] {0.90, 0.91, 0.91}), 0),
            "mish",
            "relu");
    assertThat(test.verdict()).isEqualTo(Verdict.UNDECIDED);
    // Mean difference 0.01, deviation 0.02: d = 0.5 needs 34 pairs (Cohen 1988).
    assertThat(test.seedsNeeded()).isBetween(33, 34);
    List<RunResult> three = seeds(new double[] {0.91, 0.90, 0.94}, new double[] {0.90, 0.91, 0.91});
    for (int seed = 1; seed <= 3; seed++) {
      three.add(Runs.ok("swish", 1, seed, 0.5 + 0.1 * seed));
    }
    // Three pairs share the 5 %: 45 by SciPy 1.17.1's quantiles of t.
    assertThat(test(compare(three, 0), "mish", "relu").seedsNeeded()).isEqualTo(45);
  }

  @Test
  void countsPairsWithoutTestInTheFamily() {
    List<RunResult> runs = seeds(new double[] {0.95, 0.96, 0.98}, new double[] {0.90, 0.92, 0.91});
    double p = compare(runs, 0).tests().get(0).p();
    // One seed in common with either: two pairs that cannot be tested.
    runs.add(Runs.ok("swish", 1, 1, 0.93));
    Comparison three = compare(runs, 0);
    PairTest test = test(three, "mish", "relu");
    assertThat(test.p()).isCloseTo(p, NINE_DIGITS);
    assertThat(test.adjustedP()).isCloseTo(3 * p, NINE_DIGITS);
    assertThat(test(three, "mish", "swish").adjustedP()).isNaN();
  }

  @Test
  void tellsOfTheSettingsThatHaveSeedsWhereOneHasNot() {
    double[] mish = {0.95, 0.96, 0.98};
    double[] relu = {0.90, 0.92, 0.91};
    PairTest alone = compare(seeds(mish, relu), 0).tests().get(0);
    List<RunResult> runs = seeds(mish, relu);
    runs.add(Runs.ok("mish", 2, 1, 0.3));
    runs.add(Runs.ok("relu", 2, 1, 0.8));
    Comparison comparison = compare(runs, 0);
    PairTest test = test(comparison, "mish", "relu");
    assertThat(test.basis()).isEqualTo(Basis.SEEDS);
    assertThat(test.p()).isEqualTo(alone.p());
    assertThat(test.estimate()).isCloseTo(0.16 / 3, NINE_DIGITS);
    assertThat(test.interval()).isEqualTo(alone.interval());
    assertThat(test.duel().meanGain()).isNegative();
    assertThat(test.seedSettings()).isEqualTo(1);
    assertThat(test.seedsEverywhere()).isFalse();
    assertThat(comparison.notes())
        .contains(
            "Tests over seeds leave out settings where two have only one seed in common: depth=2"
                + " (relu - mish).");
  }

  @Test
  void saysWhereSeedsDifferBetweenSettings() {
    List<RunResult> runs = seeds(new double[] {0.95, 0.96, 0.98}, new double[] {0.90, 0.92, 0.91});
    for (int seed = 1; seed <= 2; seed++) {
      runs.add(Runs.ok("mish", 2, seed, 0.8 + 0.01 * seed));
      runs.add(Runs.ok("relu", 2, seed, 0.7 + 0.02 * seed));
    }
    assertThat(compare(runs, 0).notes())
        .contains(
            "Not all settings have the same seeds, so that the tests over seeds are approximate:"
                + " mish - relu.");
  }

  private static List<RunResult> settings(double... gains) {
    List<RunResult> runs = new ArrayList<>();
    for (int i = 0; i < gains.length; i++) {
      runs.add(Runs.ok("mish", i + 1L, 1, 0.5 + gains[i]));
      runs.add(Runs.ok("relu", i + 1L, 1, 0.5));
    }
    return runs;
  }

  @Test
  void givesTheIntervalOfTheTestThatDecides() {
    PairTest five = compare(settings(0.1, 0.2, 0.3, 0.15, 0.25), 0).tests().get(0);
    assertThat(five.basis()).isEqualTo(Basis.NONE);
    assertThat(five.interval().exists()).isFalse();
    // The inverted test of HodgesLehmannTest, in tenths.
    PairTest six = compare(settings(0.03, -0.01, 0.08, 0.12, 0.045, 0.007), 0).tests().get(0);
    assertThat(six.basis()).isEqualTo(Basis.SETTINGS);
    assertThat(six.estimate()).isCloseTo(0.0435, NINE_DIGITS);
    assertThat(six.interval().low()).isCloseTo(-0.01, NINE_DIGITS);
    assertThat(six.interval().high()).isCloseTo(0.12, NINE_DIGITS);
  }

  @Test
  void takesAFewLargeDifferencesForNoEquality() {
    double[] gains = new double[12];
    assertThat(compare(settings(gains), 0.001).tests().get(0).verdict())
        .isEqualTo(Verdict.EQUIVALENT);
    gains[3] = 0.4;
    PairTest test = compare(settings(gains), 0.001).tests().get(0);
    assertThat(test.interval().within(0.001)).isTrue();
    assertThat(test.verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void findsEqualityWithinTheBand() {
    double[] mish = {0.9000, 0.9101, 0.9201, 0.9301};
    double[] relu = {0.9001, 0.9100, 0.9200, 0.9301};
    PairTest test = test(compare(seeds(mish, relu), 0.001), "mish", "relu");
    assertThat(test.verdict()).isEqualTo(Verdict.EQUIVALENT);
  }

  @Test
  void concludesNothingFromOneSeedAndFewSettings() {
    PairTest test = test(compare(seeds(new double[] {0.9}, new double[] {0.1}), 0), "mish", "relu");
    assertThat(test.basis()).isEqualTo(Basis.NONE);
    assertThat(test.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(test.adjustedP()).isNaN();
  }

  @Test
  void countsDivergenceAsTheLargestLoss() {
    List<RunResult> runs = new ArrayList<>();
    for (int depth = 1; depth <= 8; depth++) {
      runs.add(Runs.ok("mish", depth, 1, 0.5 + depth / 1000.0));
      runs.add(depth < 8 ? Runs.diverged("relu", depth, 1) : Runs.ok("relu", depth, 1, 0.9));
    }
    PairTest test = test(compare(runs, 0), "mish", "relu");
    // The one gain of relu has rank 1 of 8, the seven divergences share the others.
    assertThat(test.wilcoxonP()).isCloseTo(2 * 2 / 256.0, NINE_DIGITS);
    assertThat(test.verdict()).isEqualTo(Verdict.FIRST_BETTER);
    assertThat(test.duel().meanGain()).isNegative();
  }
}
