package actbench.activation;

import static actbench.activation.Elementary.unit;

/** Functions that are the identity or nearly so on the positive side: the ReLU and ELU families. */
final class Rectifiers {
  /** Klambauer et al. 2017, equation 14. */
  static final double SELU_ALPHA = 1.6732632423543772;

  /** Klambauer et al. 2017, equation 14. */
  static final double SELU_SCALE = 1.0507009873554805;

  private static final ScalarFunction IDENTITY = linear(1);

  private Rectifiers() {}

  private static ScalarFunction linear(double slope) {
    return ScalarFunction.of(x -> slope * x, x -> Double.isNaN(x) ? x : slope);
  }

  static ScalarFunction identity(Parameters p) {
    return IDENTITY;
  }

  /**
   * Keras' ReLU: {@code max-value} above it, x from {@code threshold} to there, {@code
   * negative-slope * (x - threshold)} below. The derivative at {@code threshold} is that of the
   * left, at {@code max-value} it is 0.
   */
  static ScalarFunction relu(Parameters p) {
    double top = p.get("max-value");
    double threshold = p.get("threshold");
    double slope = p.get("negative-slope");
    if (top <= threshold) {
      throw new ActivationException(
          "parameter 'max-value' of 'relu' must be above 'threshold' ("
              + ActivationFunction.number(threshold)
              + "), found "
              + ActivationFunction.number(top));
    }
    return ScalarFunction.of(
        x -> {
          if (x >= threshold) {
            return Math.min(x, top);
          }
          return slope == 0 && x < threshold ? 0 : slope * (x - threshold);
        },
        x -> {
          if (Double.isNaN(x)) {
            return x;
          }
          return x > threshold ? (x < top ? 1 : 0) : slope;
        });
  }

  static ScalarFunction relu6(Parameters p) {
    return ScalarFunction.of(
        x -> Math.min(Math.max(x, 0), 6), x -> Double.isNaN(x) ? x : x > 0 && x < 6 ? 1 : 0);
  }

  /** Leaky and parametric ReLU. */
  static ScalarFunction leaky(Parameters p) {
    return ScalarFunction.split(IDENTITY, linear(p.get("alpha")));
  }

  /** The derivative of parametric ReLU in alpha, min(x, 0). */
  static double leakyInAlpha(Parameters p, double x) {
    return Math.min(x, 0);
  }

  /** Randomised leaky ReLU outside training: the mean slope. */
  static ScalarFunction rrelu(Parameters p) {
    double lower = p.get("lower");
    double upper = p.get("upper");
    if (lower > upper) {
      throw new ActivationException(
          "parameter 'lower' of 'rrelu' must be at most 'upper' ("
              + ActivationFunction.number(upper)
              + "), found "
              + ActivationFunction.number(lower));
    }
    return ScalarFunction.split(IDENTITY, linear((lower + upper) / 2));
  }

  static ScalarFunction thresholdRelu(Parameters p) {
    double theta = p.get("theta");
    return ScalarFunction.of(
        x -> x <= theta ? 0 : x, x -> x <= theta ? 0 : Double.isNaN(x) ? x : 1);
  }

  /** S-shaped ReLU: three lines that meet at {@code t-left} and {@code t-right}. */
  static ScalarFunction srelu(Parameters p) {
    double left = p.get("t-left");
    double right = p.get("t-right");
    double slopeLeft = p.get("a-left");
    double slopeRight = p.get("a-right");
    if (left > right) {
      throw new ActivationException(
          "parameter 't-left' of 'srelu' must be at most 't-right' ("
              + ActivationFunction.number(right)
              + "), found "
              + ActivationFunction.number(left));
    }
    return ScalarFunction.of(
        x -> {
          if (x >= right) {
            return right + slopeRight * (x - right);
          }
          return x <= left ? left + slopeLeft * (x - left) : x;
        },
        x -> {
          if (Double.isNaN(x)) {
            return x;
          }
          return x >= right ? slopeRight : x <= left ? slopeLeft : 1;
        });
  }

  static double sreluInRightThreshold(Parameters p, double x) {
    return x >= p.get("t-right") ? 1 - p.get("a-right") : 0;
  }

  static double sreluInRightSlope(Parameters p, double x) {
    return Math.max(x - p.get("t-right"), 0);
  }

  static double sreluInLeftThreshold(Parameters p, double x) {
    return x <= p.get("t-left") && x < p.get("t-right") ? 1 - p.get("a-left") : 0;
  }

  static double sreluInLeftSlope(Parameters p, double x) {
    return Math.min(x - p.get("t-left"), 0);
  }

  static ScalarFunction softshrink(Parameters p) {
    double lambda = p.get("lambda");
    return ScalarFunction.of(
        x -> Math.copySign(Math.max(Math.abs(x) - lambda, 0), x),
        x -> Math.abs(x) <= lambda ? 0 : Double.isNaN(x) ? x : 1);
  }

  static ScalarFunction hardshrink(Parameters p) {
    double lambda = p.get("lambda");
    return ScalarFunction.of(
        x -> Math.abs(x) <= lambda ? 0 : x,
        x -> Math.abs(x) <= lambda ? 0 : Double.isNaN(x) ? x : 1);
  }

  static ScalarFunction elu(Parameters p) {
    return exponential(1, p.get("alpha"), 1);
  }

  static ScalarFunction selu(Parameters p) {
    return exponential(SELU_SCALE, SELU_SCALE * SELU_ALPHA, 1);
  }

  static ScalarFunction celu(Parameters p) {
    return exponential(1, p.get("alpha"), 1 / p.get("alpha"));
  }

  /** {@code scale x} for positive x, {@code depth (exp(rate x) - 1)} for the rest. */
  private static ScalarFunction exponential(double scale, double depth, double rate) {
    return ScalarFunction.split(
        linear(scale),
        ScalarFunction.of(
            x -> depth * Math.expm1(rate * x), x -> depth * rate * Math.exp(rate * x)));
  }

  /** ISRU for negative x, else x. */
  static ScalarFunction isrlu(Parameters p) {
    return ScalarFunction.split(IDENTITY, Sigmoids.isru(p));
  }

  /** x + (sqrt(x^2 + 1) - 1) / 2, written so that small x do not cancel. */
  static ScalarFunction bentIdentity(Parameters p) {
    return ScalarFunction.of(
        x -> Double.isInfinite(x) ? x : x + x * (x / (Math.hypot(x, 1) + 1)) / 2,
        x -> 1 + unit(x) / 2);
  }
}
