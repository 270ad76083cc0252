package actbench.compare;

import actbench.compare.statistics.Interval;
import actbench.compare.statistics.SignedRank;
import actbench.compare.statistics.StudentT;
import actbench.result.Metric;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the seeds of one look say of a pair.
 *
 * @param first the pair's first treatment
 * @param second its rival
 * @param gain the mean difference, positive if the first is better; NaN if a run diverged
 * @param p two-sided; NaN if there is no test
 * @param side positive if the test leans to the first
 * @param test the t test behind the p-value; null if it is a signed rank test, or there is none
 */
record Reading(String first, String second, double gain, double p, double side, StudentT test) {

  /**
   * Where nothing diverged a t test over seeds. Else a signed rank test of the seeds, each by its
   * sum over the settings, in which one divergence outweighs all differences.
   */
  static Reading of(Duel duel, Metric metric, boolean paired) {
    if (!duel.finished()) {
      return ranked(duel, metric);
    }
    SeedTest seeds = SeedTest.of(duel, paired, 0);
    double gain = duel.meanGain();
    return seeds == null
        ? new Reading(duel.first(), duel.second(), gain, gain == 0 ? 1 : Double.NaN, 0, null)
        : of(duel.first(), duel.second(), seeds.test());
  }

  static Reading of(String first, String second, StudentT test) {
    return new Reading(
        first, second, test.meanDifference(), test.p().twoSided(), test.meanDifference(), test);
  }

  private static Reading ranked(Duel duel, Metric metric) {
    double[] all = bySeed(duel, metric);
    if (Arrays.stream(all).allMatch(each -> each == 0)) {
      return new Reading(duel.first(), duel.second(), Double.NaN, 1, 0, null);
    }
    SignedRank test = SignedRank.of(all, SignedRank.Zeros.PRATT);
    return new Reading(
        duel.first(),
        duel.second(),
        Double.NaN,
        test.best().twoSided(),
        test.plus() - test.minus(),
        null);
  }

  /** Settings share the draws of a seed, so that the seeds are the only repeats. */
  private static double[] bySeed(Duel duel, Metric metric) {
    Map<String, Double> gains = new TreeMap<>();
    Map<String, Integer> divergences = new TreeMap<>();
    for (Bout bout : duel.bouts()) {
      for (int i = 0; i < bout.seeds().size(); i++) {
        double first = bout.first().get(i);
        double second = bout.second().get(i);
        boolean diverged = Double.isNaN(first) || Double.isNaN(second);
        gains.merge(bout.seeds().get(i), diverged ? 0 : metric.gain(first, second), Double::sum);
        divergences.merge(
            bout.seeds().get(i),
            Boolean.compare(Double.isNaN(second), Double.isNaN(first)),
            Integer::sum);
      }
    }
    double more = 1 + gains.values().stream().mapToDouble(Math::abs).max().orElse(0);
    return gains.keySet().stream()
        .mapToDouble(
            seed -> divergences.get(seed) == 0 ? gains.get(seed) : divergences.get(seed) * more)
        .toArray();
  }

  /** The interval of the gain that leaves out a share; none without a t test. */
  Interval interval(double share) {
    if (test != null) {
      return test.interval(1 - share);
    }
    // Equal results of every seed: nothing is left to chance.
    return gain == 0 ? new Interval(0, 0) : Interval.NONE;
  }
}
