package actbench.compare;

import actbench.compare.statistics.Interval;
import actbench.compare.statistics.SignedRank;
import actbench.compare.statistics.StudentT;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.List;

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

  /** Where nothing diverged a t test over seeds; else a signed rank test, divergence the worst. */
  static Reading of(Duel duel, Metric metric, boolean paired) {
    boolean finished = duel.gains().size() == duel.bouts().size();
    if (!finished) {
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
    List<Double> differences = new ArrayList<>();
    for (Bout bout : duel.bouts()) {
      for (int i = 0; i < bout.first().size(); i++) {
        differences.add(difference(bout.first().get(i), bout.second().get(i), metric));
      }
    }
    double[] all = differences.stream().mapToDouble(Double::doubleValue).toArray();
    if (differences.stream().allMatch(each -> each == 0)) {
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

  private static double difference(double first, double second, Metric metric) {
    if (Double.isNaN(first) || Double.isNaN(second)) {
      return Double.MAX_VALUE * Boolean.compare(Double.isNaN(second), Double.isNaN(first));
    }
    return metric.gain(first, second);
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
