package actbench.compare.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bootstrap interval of a mean, bias-corrected and accelerated (Efron, JASA 82, 1987). The
 * draws come from a fixed stream, so that the same sample always gives the same interval. Above
 * {@value #LARGE} values it is the interval of the normal distribution, to which this one tends.
 */
public final class Bootstrap {
  /** Beyond this many values the mean is as good as normal, and resampling would take seconds. */
  static final int LARGE = 4000;

  private static final int RESAMPLES = 10_000;
  // Large samples need few resamples.
  private static final int DRAWS = 4_000_000;
  private static final long SEED = 20_060_101L;

  private Bootstrap() {}

  /**
   * The interval; none below three values, where resampling has too little to draw from. A sample
   * without spread gives its one value.
   */
  public static Interval mean(double[] sample, double confidence) {
    int n = sample.length;
    if (n < 3) {
      return Interval.NONE;
    }
    // The order of a sample says nothing, so it must not steer the draws.
    double[] x = sample.clone();
    Arrays.sort(x);
    double mean = Sample.mean(x);
    if (x[0] == x[n - 1]) {
      return new Interval(x[0], x[0]);
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    if (n > LARGE) {
      double reach =
          normal.inverseSurvivalProbability((1 - confidence) / 2)
              * Math.sqrt(Sample.variance(x) / n);
      return new Interval(mean - reach, mean + reach);
    }
    // Faster than Random, which matters with thousands of settings.
    SplittableRandom random = new SplittableRandom(SEED);
    int resamples = Math.min(RESAMPLES, DRAWS / n);
    double[] means = new double[resamples];
    double below = 0;
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += x[random.nextInt(n)];
      }
      means[i] = sum / n;
      below += means[i] < mean ? 1 : means[i] == mean ? 0.5 : 0;
    }
    Arrays.sort(means);
    double bias = normal.inverseCumulativeProbability(below / resamples);
    double acceleration = acceleration(x, mean);
    double tail = (1 - confidence) / 2;
    return new Interval(
        quantile(means, shifted(normal, bias, acceleration, tail)),
        quantile(means, shifted(normal, bias, acceleration, 1 - tail)));
  }

  /** A sixth of the skewness of the mean's influence values. */
  private static double acceleration(double[] x, double mean) {
    double cubes = 0;
    double squares = 0;
    for (double each : x) {
      double influence = each - mean;
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double shifted(
      NormalDistribution normal, double bias, double acceleration, double tail) {
    double z = bias + normal.inverseCumulativeProbability(tail);
    return normal.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
