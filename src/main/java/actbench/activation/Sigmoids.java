package actbench.activation;

import static actbench.activation.Elementary.decayed;
import static actbench.activation.Elementary.reciprocalLength;
import static actbench.activation.Elementary.sigmoid;
import static actbench.activation.Elementary.sigmoidDerivative;
import static actbench.activation.Elementary.softplus;
import static actbench.activation.Elementary.tanhDerivative;
import static actbench.activation.Elementary.unit;

/** Functions that saturate on both sides. */
final class Sigmoids {
  /** Below this, x - tanh(x) is summed as a series, since the difference cancels. */
  private static final double SERIES_LIMIT = 0.2;

  private Sigmoids() {}

  static ScalarFunction logistic(Parameters p) {
    return ScalarFunction.of(Elementary::sigmoid, Elementary::sigmoidDerivative);
  }

  static ScalarFunction hardSigmoid(Parameters p) {
    return ScalarFunction.of(
        x -> Math.min(Math.max(0.2 * x + 0.5, 0), 1), x -> inside(x, 2.5) * 0.2);
  }

  static ScalarFunction tanh(Parameters p) {
    return scaledTanh(1, 1);
  }

  static ScalarFunction weightedTanh(Parameters p) {
    return scaledTanh(1, p.get("weight"));
  }

  static ScalarFunction lecunTanh(Parameters p) {
    return scaledTanh(1.7159, 2.0 / 3);
  }

  private static ScalarFunction scaledTanh(double height, double slope) {
    return ScalarFunction.of(
        x -> height * Math.tanh(slope * x), x -> height * slope * tanhDerivative(slope * x));
  }

  static ScalarFunction penalizedTanh(Parameters p) {
    return ScalarFunction.split(tanh(p), scaledTanh(p.get("alpha"), 1));
  }

  static ScalarFunction hardtanh(Parameters p) {
    return ScalarFunction.of(x -> Math.min(Math.max(x, -1), 1), x -> inside(x, 1));
  }

  /** 1 between the bounds, 0 on and outside them. */
  private static double inside(double x, double bound) {
    return Double.isNaN(x) ? x : Math.abs(x) < bound ? 1 : 0;
  }

  static ScalarFunction softsign(Parameters p) {
    return ScalarFunction.of(
        x -> Double.isInfinite(x) ? Math.signum(x) : x / (1 + Math.abs(x)),
        x -> 1 / (1 + Math.abs(x)) / (1 + Math.abs(x)));
  }

  static ScalarFunction isru(Parameters p) {
    double root = Math.sqrt(p.get("alpha"));
    return ScalarFunction.of(
        x -> unit(root * x) / root,
        x -> {
          double r = reciprocalLength(root * x);
          return r * r * r;
        });
  }

  static ScalarFunction sqnl(Parameters p) {
    return ScalarFunction.of(
        x -> Math.abs(x) >= 2 ? Math.signum(x) : x - x * Math.abs(x) / 4,
        x -> Math.max(1 - Math.abs(x) / 2, 0));
  }

  /** ln((1 + e^(ax)) / (1 + e^(a(x-1)))) / a = log1p(s(a(x-1)) expm1(a)) / a. */
  static ScalarFunction softClipping(Parameters p) {
    double a = p.get("alpha");
    return ScalarFunction.of(
        x ->
            a < 30
                ? Math.log1p(sigmoid(a * (x - 1)) * Math.expm1(a)) / a
                : clippingDifference(a, x),
        x -> sigmoid(a * x) * sigmoid(a * (1 - x)) * -Math.expm1(-a));
  }

  /** For a steep function the difference of two softplus no longer cancels, and e^a overflows. */
  private static double clippingDifference(double a, double x) {
    // sp(u) = u + sp(-u) keeps the two terms small above 1.
    return x > 1
        ? 1 + (softplus(-a * x) - softplus(a * (1 - x))) / a
        : (softplus(a * x) - softplus(a * (x - 1))) / a;
  }

  /** (1 + e^(-beta x))^(-alpha) = exp(-alpha sp(-beta x)). */
  static ScalarFunction aria2(Parameters p) {
    double alpha = p.get("alpha");
    double beta = p.get("beta");
    return ScalarFunction.of(
        x -> Math.exp(-alpha * softplus(-beta * x)),
        x -> alpha * beta * Math.exp(-alpha * softplus(-beta * x)) * sigmoid(-beta * x));
  }

  static ScalarFunction logSigmoid(Parameters p) {
    return ScalarFunction.of(x -> -softplus(-x), x -> sigmoid(-x));
  }

  static ScalarFunction softplusOf(Parameters p) {
    double beta = p.get("beta");
    return ScalarFunction.of(x -> softplus(beta * x) / beta, x -> sigmoid(beta * x));
  }

  static ScalarFunction tanhshrink(Parameters p) {
    return ScalarFunction.of(
        x -> Math.abs(x) < SERIES_LIMIT ? tanhshrinkSeries(x) : x - Math.tanh(x),
        x -> {
          double t = Math.tanh(x);
          return t * t;
        });
  }

  private static double tanhshrinkSeries(double x) {
    double z = x * x;
    double sum =
        1.0 / 3
            + z
                * (-2.0 / 15
                    + z
                        * (17.0 / 315
                            + z
                                * (-62.0 / 2835
                                    + z
                                        * (1382.0 / 155925
                                            + z
                                                * (-21844.0 / 6081075
                                                    + z
                                                        * (929569.0 / 638512875
                                                            - z * 6404582.0 / 10854718875.0))))));
    return x * z * sum;
  }

  /** x for positive x, else eps (sin x - cos x). */
  static ScalarFunction sineRelu(Parameters p) {
    double eps = p.get("eps");
    return ScalarFunction.of(
        x -> x > 0 ? x : eps * (Math.sin(x) - Math.cos(x)),
        x -> x > 0 ? 1 : eps * (Math.cos(x) + Math.sin(x)));
  }

  static ScalarFunction tanhExp(Parameters p) {
    return ScalarFunction.of(
        x -> decayed(x, Math.tanh(Math.exp(x))),
        x -> {
          // Past e^10 the second term is far below the last bit, and e^x would overflow.
          double e = Math.exp(Math.min(x, 10));
          return Math.tanh(e) + decayed(x, e * tanhDerivative(e));
        });
  }

  /** The derivative of the logistic function at beta x, times x: what Swish adds to its gate. */
  static double gateTerm(double x, double beta) {
    return decayed(beta * x, sigmoidDerivative(beta * x));
  }
}
