package actbench.compare.statistics;

import static actbench.compare.statistics.Fixture.ALL;
import static actbench.compare.statistics.Fixture.close;
import static actbench.compare.statistics.Fixture.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tests of many treatments, against the numbers of SciPy, R, mpmath and Demsar's paper. */
final class FriedmanFixtureTest {
  private static double[][] rows(JsonNode table) {
    return IntStream.range(0, table.size())
        .mapToObj(i -> numbers(table.get(i)))
        .toArray(double[][]::new);
  }

  @Test
  void tables() {
    int checked = 0;
    for (JsonNode table : ALL.get("tables")) {
      if (table.has("friedman")) {
        check(Friedman.of(rows(table.get("ranks"))), table.get("friedman"));
        checked++;
      }
    }
    assertThat(checked).isEqualTo(3);
  }

  /** Ranks of rows whose larger values are better. */
  private static double[][] ranks(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Ranks.ascending(Arrays.stream(row).map(value -> -value).toArray()))
        .toArray(double[][]::new);
  }

  @Test
  void ranksOfScores() {
    for (JsonNode table : ALL.get("tables")) {
      double[][] means = rows(table.get("cells").get("mean"));
      double[][] bySetting = new double[means[0].length][means.length];
      for (int i = 0; i < means.length; i++) {
        for (int setting = 0; setting < means[i].length; setting++) {
          bySetting[setting][i] = means[i][setting];
        }
      }
      assertThat(ranks(bySetting)).isDeepEqualTo(rows(table.get("ranks")));
    }
  }

  @Test
  void demsarsExample() {
    JsonNode example = ALL.get("demsar_2006");
    Friedman test = Friedman.of(rows(example.get("ranks_as_printed")));
    check(test, example.get("result_from_printed_ranks"));
    assertThat(test.chiSquared()).isCloseTo(9.28, within(0.005));
    assertThat(test.imanDavenport(test.chiSquared())).isCloseTo(3.69, within(0.005));
    assertThat(test.criticalDifference(0.05)).isCloseTo(1.25, within(0.005));
    check(
        Friedman.of(ranks(rows(example.get("auc_as_printed")))),
        example.get("result_from_printed_auc"));
  }

  private static void check(Friedman test, JsonNode expected) {
    assertThat(test.blocks()).isEqualTo(expected.get("n_data_sets").intValue());
    for (int j = 0; j < test.treatments(); j++) {
      close("mean rank", test.meanRanks().get(j), expected.get("average_ranks").get(j));
    }
    statistic(test, test.chiSquared(), expected, "");
    statistic(test, test.correctedChiSquared(), expected, "_tie_corrected");
    JsonNode nemenyi = expected.get("nemenyi");
    close("standard error", test.standardError(), nemenyi.get("standard_error"));
    nemenyi
        .get("critical_difference")
        .properties()
        .forEach(
            each ->
                close(
                    "CD",
                    test.criticalDifference(Double.parseDouble(each.getKey())),
                    each.getValue()));
    for (JsonNode pair : nemenyi.get("pairs")) {
      int i = pair.get("i").intValue();
      int j = pair.get("j").intValue();
      close("z", test.z(i, j), pair.get("z"));
      close("z p", test.zP(i, j), pair.get("p_unadjusted"));
      close("nemenyi p", test.nemenyiP(i, j), pair.get("p_nemenyi"));
    }
    control(test, expected.get("control_is_algorithm_0"));
    expected
        .get("control_is_algorithm_0")
        .get("bonferroni_dunn_critical_difference")
        .properties()
        .forEach(
            each ->
                close(
                    "Bonferroni-Dunn",
                    test.bonferroniDunnDifference(Double.parseDouble(each.getKey())),
                    each.getValue()));
  }

  private static void control(Friedman test, JsonNode expected) {
    double[] p = new double[test.treatments() - 1];
    for (int j = 0; j < p.length; j++) {
      p[j] = test.zP(0, j + 1);
      close("p", p[j], expected.get("p_unadjusted").get(j));
    }
    double[] holm = Adjustment.HOLM.of(p);
    double[] hochberg = Adjustment.HOCHBERG.of(p);
    for (int j = 0; j < p.length; j++) {
      close("Holm", holm[j], expected.get("p_holm").get(j));
      close("Hochberg", hochberg[j], expected.get("p_hochberg").get(j));
    }
  }

  private static void statistic(Friedman test, double chi, JsonNode expected, String suffix) {
    JsonNode friedman = expected.get("friedman_chi2" + suffix);
    close("chi2", chi, friedman.get("statistic"));
    close("chi2 p", test.p(chi), friedman.get("p"));
    JsonNode f = expected.get("iman_davenport" + suffix);
    close("F", test.imanDavenport(chi), f.get("F"));
    close("F p", test.imanDavenportP(chi), f.get("p"));
    close("W", test.kendallsW(chi), expected.get("kendalls_w" + suffix));
  }

  @Test
  void criticalValuesOfTheStudentizedRange() {
    for (JsonNode entry : ALL.get("critical_values")) {
      int k = entry.get("k").intValue();
      StudentizedRange range = StudentizedRange.of(k);
      double[] ranks = IntStream.rangeClosed(1, k).mapToDouble(rank -> rank).toArray();
      Friedman test = Friedman.of(new double[][] {ranks, ranks});
      for (String alpha : new String[] {"0.01", "0.05", "0.1"}) {
        double q = range.criticalValue(Double.parseDouble(alpha));
        JsonNode expected = entry.get("alpha_" + alpha);
        close("q", q, expected.get("studentized_range_q"));
        close("nemenyi q", q / Math.sqrt(2), expected.get("nemenyi_q"));
        close(
            "Bonferroni-Dunn q",
            test.bonferroniDunnDifference(Double.parseDouble(alpha)) / test.standardError(),
            expected.get("bonferroni_dunn_q"));
      }
    }
  }
}
