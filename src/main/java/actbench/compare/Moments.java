package actbench.compare;

import java.util.Arrays;
import java.util.Collection;

/** Mean and sample standard deviation that do not depend on the order of the values. */
final class Moments {
  private Moments() {}

  /** The arithmetic mean; NaN of nothing. Equal samples in any order give equal means. */
  static double mean(Collection<Double> values) {
    return values.isEmpty() ? Double.NaN : sum(values) / values.size();
  }

  private static double sum(Collection<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    double sum = 0;
    for (double value : sorted) {
      sum += value;
    }
    return sum;
  }

  /** The sample standard deviation, divisor n - 1; NaN below two values. */
  static double deviation(Collection<Double> values, double mean) {
    if (values.size() < 2) {
      return Double.NaN;
    }
    double[] squares =
        values.stream().mapToDouble(value -> (value - mean) * (value - mean)).toArray();
    Arrays.sort(squares);
    double sum = 0;
    for (double square : squares) {
      sum += square;
    }
    return Math.sqrt(sum / (values.size() - 1));
  }
}
