package actbench.activation;

/**
 * Building blocks that keep their relative accuracy in both tails and never overflow to NaN.
 *
 * <p>With e = exp(-|x|), which lies in [0, 1], every one of them is a quotient of small numbers.
 */
final class Elementary {
  private Elementary() {}

  /** The logistic function 1 / (1 + exp(-x)). */
  static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /** The derivative of the logistic function, s(x) s(-x). */
  static double sigmoidDerivative(double x) {
    double e = Math.exp(-Math.abs(x));
    return e / ((1 + e) * (1 + e));
  }

  /** ln(1 + exp(x)). */
  static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** 1 - tanh(x)^2. */
  static double tanhDerivative(double x) {
    double q = Math.exp(-2 * Math.abs(x));
    return 4 * q / ((1 + q) * (1 + q));
  }

  /** The product, where a factor 0 wins over infinity: the limit of x times a decaying tail. */
  static double decayed(double x, double factor) {
    return factor == 0 ? 0 : x * factor;
  }

  /** x / sqrt(1 + x^2), without overflow. */
  static double unit(double x) {
    double size = Math.abs(x);
    if (size < 1e150) {
      return x / Math.sqrt(1 + x * x);
    }
    return Double.isNaN(x) ? x : Math.signum(x);
  }

  /** 1 / sqrt(1 + x^2), without overflow. */
  static double reciprocalLength(double x) {
    double size = Math.abs(x);
    return size < 1e150 ? 1 / Math.sqrt(1 + x * x) : 1 / size;
  }
}
