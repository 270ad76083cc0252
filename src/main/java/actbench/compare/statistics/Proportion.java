package actbench.compare.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Confidence intervals of a share. */
public final class Proportion {
  private Proportion() {}

  /** Wilson's score interval without continuity correction; none for n = 0. */
  public static Interval wilson(int successes, int n, double confidence) {
    if (n == 0) {
      return Interval.NONE;
    }
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
    double share = (double) successes / n;
    double scale = 1 + z * z / n;
    double middle = (share + z * z / (2 * n)) / scale;
    double reach = z / scale * Math.sqrt(share * (1 - share) / n + z * z / (4.0 * n * n));
    return new Interval(successes == 0 ? 0 : middle - reach, successes == n ? 1 : middle + reach);
  }

  /** Clopper and Pearson's exact interval; none for n = 0. */
  public static Interval clopperPearson(int successes, int n, double confidence) {
    if (n == 0) {
      return Interval.NONE;
    }
    double tail = (1 - confidence) / 2;
    double low =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, n - successes + 1.0)
                .inverseCumulativeProbability(tail);
    double high =
        successes == n
            ? 1
            : BetaDistribution.of(successes + 1.0, n - successes).inverseSurvivalProbability(tail);
    return new Interval(low, high);
  }
}
