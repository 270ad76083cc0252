package actbench.compare.statistics;

/**
 * The range of k independent standard normal variables, that is the studentized range with
 * infinitely many degrees of freedom: P(range &lt;= q) = k ∫ φ(z) (Φ(z) - Φ(z - q))^(k-1) dz.
 */
public final class StudentizedRange {
  // The normal density is below 1e-18 out there.
  private static final double REACH = 9;
  private static final int STEPS = 400;

  private final int k;

  private StudentizedRange(int k) {
    this.k = k;
  }

  /** The distribution for k variables, at least 2. */
  public static StudentizedRange of(int k) {
    if (k < 2) {
      throw new IllegalArgumentException("a range of " + k + " has no distribution");
    }
    return new StudentizedRange(k);
  }

  /**
   * P(range &gt; q), to about 1e-13 absolutely.
   *
   * <p>The trapezoidal rule converges faster than any power of the step for a smooth integrand that
   * dies away at both ends.
   */
  public double survival(double q) {
    if (!(q > 0)) {
      return 1;
    }
    double step = 2 * REACH / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double z = -REACH + i * step;
      // 1 - F directly: Φ(z)^(k-1) integrates to 1/k, so small tails are not lost in 1 - F.
      double whole = Normal.cdf(z);
      double part = Normal.between(z - q, z);
      sum += Normal.density(z) * (power(whole) - power(part));
    }
    return Math.min(1, Math.max(0, k * sum * step));
  }

  private double power(double base) {
    double product = 1;
    for (int i = 1; i < k; i++) {
      product *= base;
    }
    return product;
  }

  /** The q that the range exceeds with this probability, between 0 and 1. */
  public double criticalValue(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not between 0 and 1");
    }
    double low = 0;
    double high = 50;
    while (high - low > 1e-13 * high) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (survival(middle) > alpha) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
