package actbench.compare.statistics;

import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfc;

/** The standard normal distribution without the cost of an object. */
final class Normal {
  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

  private Normal() {}

  static double density(double z) {
    return DENSITY * Math.exp(-z * z / 2);
  }

  static double cdf(double z) {
    return Erfc.value(-z * ROOT_HALF) / 2;
  }

  /** P(a &lt; Z &lt;= b), without cancellation in the tails. */
  static double between(double a, double b) {
    return ErfDifference.value(a * ROOT_HALF, b * ROOT_HALF) / 2;
  }
}
