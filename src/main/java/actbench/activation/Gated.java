package actbench.activation;

import static actbench.activation.Elementary.decayed;
import static actbench.activation.Elementary.sigmoid;
import static actbench.activation.Elementary.softplus;
import static actbench.activation.Elementary.tanhDerivative;
import static actbench.activation.Sigmoids.gateTerm;

/** Functions of the form x times a gate: Mish, Swish, GELU and their kin. */
final class Gated {
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);
  private static final double GELU_SLOPE = 2 * Math.sqrt(2 / Math.PI);
  private static final double GELU_CUBIC = 0.044715;

  /** Past this both GELU gates are 0 or 1 in double, and the cube would overflow. */
  private static final double GELU_LIMIT = 100;

  private Gated() {}

  static ScalarFunction mish(Parameters p) {
    return ScalarFunction.of(
        x -> decayed(x, mishGate(x)), x -> mishGate(x) + decayed(x, mishGateDerivative(x)));
  }

  static ScalarFunction mila(Parameters p) {
    double beta = p.get("beta");
    return ScalarFunction.of(
        x -> decayed(x, mishGate(x + beta)),
        x -> mishGate(x + beta) + decayed(x, mishGateDerivative(x + beta)));
  }

  /** tanh(ln(1 + e^u)) with one exponential of -|u|: exact in the tails, cannot overflow. */
  private static double mishGate(double u) {
    double e = Math.exp(-Math.abs(u));
    return u > 0 ? (1 + 2 * e) / (1 + 2 * e + 2 * e * e) : e * (e + 2) / (e * (e + 2) + 2);
  }

  /** The derivative of the gate, s(u) (1 - tanh(sp(u))^2). */
  private static double mishGateDerivative(double u) {
    double e = Math.exp(-Math.abs(u));
    double d = u > 0 ? 1 + 2 * e + 2 * e * e : e * (e + 2) + 2;
    return 4 * e * (1 + e) / (d * d) * (u > 0 ? e : 1);
  }

  static ScalarFunction betaMish(Parameters p) {
    double beta = p.get("beta");
    return ScalarFunction.of(
        x -> decayed(x, betaGate(beta * softplus(x))),
        x -> {
          double z = beta * softplus(x);
          return betaGate(z) + decayed(x, beta * sigmoid(x) * tanhDerivative(z));
        });
  }

  /** The derivative of beta-Mish in beta, x sp(x) (1 - t^2). */
  static double betaMishInBeta(Parameters p, double x) {
    double softplus = softplus(x);
    double decay = tanhDerivative(p.get("beta") * softplus);
    return decayed(x, decayed(softplus, decay));
  }

  /** tanh(z); by expm1, which stays relative to z when z is small. */
  private static double betaGate(double z) {
    double m = Math.expm1(-2 * Math.abs(z));
    return Math.copySign(-m / (2 + m), z);
  }

  static ScalarFunction swish(Parameters p) {
    double beta = p.get("beta");
    return ScalarFunction.of(
        x -> decayed(x, sigmoid(beta * x)), x -> sigmoid(beta * x) + gateTerm(x, beta));
  }

  /** The derivative of Swish in beta, x^2 s'(beta x). */
  static double swishInBeta(Parameters p, double x) {
    double decay = Elementary.sigmoidDerivative(p.get("beta") * x);
    return decayed(x, decayed(x, decay));
  }

  static ScalarFunction eSwish(Parameters p) {
    double beta = p.get("beta");
    return ScalarFunction.of(
        x -> beta * decayed(x, sigmoid(x)), x -> beta * (sigmoid(x) + gateTerm(x, 1)));
  }

  static double eSwishInBeta(Parameters p, double x) {
    return decayed(x, sigmoid(x));
  }

  static ScalarFunction flattenTSwish(Parameters p) {
    double t = p.get("T");
    return ScalarFunction.of(
        x -> x >= 0 ? x * sigmoid(x) + t : (Double.isNaN(x) ? x : t),
        x -> x >= 0 ? sigmoid(x) + gateTerm(x, 1) : (Double.isNaN(x) ? x : 0));
  }

  static ScalarFunction gelu(Parameters p) {
    return ScalarFunction.of(x -> decayed(x, normal(x)), x -> normal(x) + decayed(x, density(x)));
  }

  /** The normal distribution function; erfc keeps the lower tail exact. */
  private static double normal(double x) {
    return 0.5 * ErrorFunction.complement(-x * SQRT_HALF);
  }

  private static double density(double x) {
    return DENSITY_AT_ZERO * Math.exp(-0.5 * x * x);
  }

  static ScalarFunction geluTanh(Parameters p) {
    return ScalarFunction.of(
        x -> decayed(x, sigmoid(geluArgument(x))),
        x -> {
          double c = clipToGelu(x);
          double slope = GELU_SLOPE * (1 + 3 * GELU_CUBIC * c * c);
          double u = geluArgument(x);
          return sigmoid(u) + decayed(c * slope, Elementary.sigmoidDerivative(u));
        });
  }

  /** 0.5 (1 + tanh(u)) is the logistic function at 2u; this is 2u. */
  private static double geluArgument(double x) {
    double c = clipToGelu(x);
    return GELU_SLOPE * c * (1 + GELU_CUBIC * c * c);
  }

  private static double clipToGelu(double x) {
    return Math.min(Math.max(x, -GELU_LIMIT), GELU_LIMIT);
  }

  static ScalarFunction elish(Parameters p) {
    return ScalarFunction.of(
        x -> x >= 0 ? decayed(x, sigmoid(x)) : Math.expm1(x) * sigmoid(x),
        x ->
            x >= 0
                ? sigmoid(x) + gateTerm(x, 1)
                : sigmoid(x) * Math.exp(x) + Math.expm1(x) * Elementary.sigmoidDerivative(x));
  }

  static ScalarFunction hardElish(Parameters p) {
    return ScalarFunction.of(
        x -> (x >= 0 ? x : Math.expm1(x)) * hardGate(x),
        x -> {
          double h = hardGate(x);
          if (x >= 0) {
            return h + (x < 1 ? x / 2 : 0);
          }
          return Math.exp(x) * h + (x > -1 ? Math.expm1(x) / 2 : 0);
        });
  }

  /** (x + 1) / 2 clipped to [0, 1]. */
  private static double hardGate(double x) {
    return Math.min(Math.max((x + 1) / 2, 0), 1);
  }

  /** x/6 clip(x + 3, 0, 6). */
  static ScalarFunction hardSwish(Parameters p) {
    return ScalarFunction.of(
        x -> decayed(x, Math.min(Math.max(x + 3, 0), 6) / 6),
        x -> x < -3 ? 0 : x <= 3 ? x / 3 + 0.5 : oneUnlessNan(x));
  }

  /** x/2 clip(x + 2, 0, 2). */
  static ScalarFunction hardMish(Parameters p) {
    return ScalarFunction.of(
        x -> decayed(x, Math.min(Math.max(x + 2, 0), 2) / 2),
        x -> x <= -2 ? 0 : x <= 0 ? x + 1 : oneUnlessNan(x));
  }

  private static double oneUnlessNan(double x) {
    return Double.isNaN(x) ? x : 1;
  }
}
