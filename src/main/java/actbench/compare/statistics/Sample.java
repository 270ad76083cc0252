package actbench.compare.statistics;

import java.util.Arrays;

/** Moments of a sample. */
final class Sample {
  private Sample() {}

  static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  /** Divisor n - 1, computed in two passes. */
  static double variance(double[] x) {
    double mean = mean(x);
    return Arrays.stream(x).map(each -> (each - mean) * (each - mean)).sum() / (x.length - 1);
  }

  static double[] differences(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values against " + y.length);
    }
    double[] differences = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      differences[i] = x[i] - y[i];
    }
    return differences;
  }
}
