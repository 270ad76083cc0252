package actbench.compare.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many repeats a t test needs, by the usual approximation n = ((t_alpha/2 + t_beta) sd /
 * difference)^2 with both quantiles at n - 1 degrees of freedom.
 */
public final class Power {
  /** Above this many there is no point in a number. */
  public static final int LIMIT = 100_000;

  private Power() {}

  /**
   * The least number of repeats, at least 2, that finds a difference with this power.
   *
   * @param difference the true mean difference
   * @param deviation the standard deviation of one repeat's difference
   * @return the number, or {@link #LIMIT} if it is not below
   */
  public static int repeats(double difference, double deviation, double alpha, double power) {
    int low = 2;
    int high = LIMIT;
    if (detectable(low, deviation, alpha, power) <= Math.abs(difference)) {
      return low;
    }
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (detectable(middle, deviation, alpha, power) <= Math.abs(difference)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** The least mean difference that this many repeats, at least 2, find with this power. */
  public static double detectable(int repeats, double deviation, double alpha, double power) {
    TDistribution t = TDistribution.of(repeats - 1.0);
    double reach = t.inverseSurvivalProbability(alpha / 2) + t.inverseCumulativeProbability(power);
    return reach * deviation / Math.sqrt(repeats);
  }
}
