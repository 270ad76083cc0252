package actbench.activation.formula;

/** Functions of formulas that the JDK lacks, exact in their tails. */
final class Stable {
  private Stable() {}

  static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  static double sigmoidDerivative(double x) {
    double e = Math.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
  }

  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  static double tanhDerivative(double x) {
    return 4 * sigmoidDerivative(2 * x);
  }

  /** The error function, by its series near 0 and by the continued fraction of erfc elsewhere. */
  static double erf(double x) {
    double size = Math.abs(x);
    if (size < 2.5) {
      double term = x;
      double sum = x;
      for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
        term *= -x * x / n;
        sum += term / (2 * n + 1);
      }
      return 2 / Math.sqrt(Math.PI) * sum;
    }
    if (!(size < 6)) {
      return Double.isNaN(x) ? x : Math.signum(x);
    }
    return Math.signum(x) * (1 - complement(size));
  }

  /** 1 + erf(x). */
  static double onePlusErf(double x) {
    return x < -2.5 ? complement(-x) : 1 + erf(x);
  }

  /** 1 - erf(x) for x of at least 2.5, by its continued fraction. */
  private static double complement(double x) {
    double fraction = 0;
    for (int n = 60; n > 0; n--) {
      fraction = n / 2.0 / (x + fraction);
    }
    return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
  }
}
