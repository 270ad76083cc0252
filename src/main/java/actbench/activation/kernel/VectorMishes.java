package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.MINUS_ONE;
import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.TWO;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.exp;
import static actbench.activation.kernel.VectorMath.expOf;
import static actbench.activation.kernel.VectorMath.expm1Of;
import static actbench.activation.kernel.VectorMath.finite;
import static actbench.activation.kernel.VectorMath.fraction;
import static actbench.activation.kernel.VectorMath.fromBelow;
import static actbench.activation.kernel.VectorMath.fromLowest;
import static actbench.activation.kernel.VectorMath.power;
import static actbench.activation.kernel.VectorMath.shifted;
import static actbench.activation.kernel.VectorMath.tanhDerivativeOfPositive;
import static actbench.activation.kernel.VectorMath.tanhOfPositive;

import java.util.Optional;
import jdk.incubator.vector.FloatVector;

/**
 * The Mish family, x tanh(beta sp(x)).
 *
 * <p>For 2 beta a whole number the gate is n / (n + 2) with w = e^x and n = (1 + w)^(2 beta) - 1:
 * one exponential, and no cancellation on either side.
 */
final class VectorMishes {
  /** From here on the gates are 1 in float, while e^x to the fourth is still finite. */
  private static final FloatVector WIDE_OPEN = all(20);

  private static final FloatVector THREE = all(3);
  private static final FloatVector FOUR = all(4);
  private static final FloatVector SIX = all(6);
  private static final FloatVector EIGHT = all(8);

  private VectorMishes() {}

  /** x n / (n + 2). */
  private static FloatVector gated(FloatVector x, FloatVector n) {
    return fromBelow(x).mul(n.div(n.add(TWO)));
  }

  /** The derivative of {@link #gated}; {@code slope} is twice dn/dx. */
  private static FloatVector gatedDerivative(FloatVector x, FloatVector n, FloatVector slope) {
    FloatVector inverse = ONE.div(n.add(TWO));
    return fromBelow(x).fma(slope.mul(inverse), n).mul(inverse);
  }

  /** Beta 1: n = w^2 + 2w. */
  record Mish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector w = exp(atMost(x, WIDE_OPEN));
      return gated(x, w.fma(w, w.add(w)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, WIDE_OPEN);
      FloatVector w = exp(c);
      return gatedDerivative(c, w.fma(w, w.add(w)), w.fma(w, w).mul(FOUR));
    }
  }

  /** x tanh(sp(beta + x)); {@code limit} is where the gate is 1. */
  record Mila(float beta, float limit) implements VectorFunction {
    static Mila of(float beta) {
      return new Mila(beta, 20 - beta);
    }

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector w = exp(atMost(x, all(limit)).add(beta));
      return gated(x, w.fma(w, w.add(w)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, all(limit));
      FloatVector w = exp(c.add(beta));
      return gatedDerivative(c, w.fma(w, w.add(w)), w.fma(w, w).mul(FOUR));
    }
  }

  /** Beta 1/2: n = w. */
  record HalfMish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return gated(x, exp(atMost(x, WIDE_OPEN)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, WIDE_OPEN);
      FloatVector w = exp(c);
      return gatedDerivative(c, w, w.add(w));
    }
  }

  /** Beta 3/2: n = w^3 + 3 w^2 + 3w. */
  record CubicMish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return gated(x, n(exp(atMost(x, WIDE_OPEN))));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, WIDE_OPEN);
      FloatVector w = exp(c);
      FloatVector one = w.add(ONE);
      return gatedDerivative(c, n(w), one.mul(one).mul(w.mul(SIX)));
    }

    private static FloatVector n(FloatVector w) {
      return w.add(THREE).fma(w, THREE).mul(w);
    }
  }

  /** Beta 2: n = w^4 + 4 w^3 + 6 w^2 + 4w. */
  record QuarticMish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return gated(x, n(exp(atMost(x, WIDE_OPEN))));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, WIDE_OPEN);
      FloatVector w = exp(c);
      FloatVector one = w.add(ONE);
      return gatedDerivative(c, n(w), one.mul(one).mul(one).mul(w.mul(EIGHT)));
    }

    private static FloatVector n(FloatVector w) {
      return w.add(FOUR).fma(w, SIX).fma(w, FOUR).mul(w);
    }
  }

  /** Any other beta: softplus first, then one or two exponentials. The gate is odd in beta. */
  record BetaMish(float beta, float sign) implements StagedFunction {
    static BetaMish of(float beta) {
      return new BetaMish(Math.abs(beta), Math.signum(beta));
    }

    @Override
    public VectorFunction first() {
      return new VectorSigmoids.Softplus(1);
    }

    @Override
    public FloatVector value(FloatVector x, FloatVector softplus) {
      return fromBelow(x).mul(tanhOfPositive(softplus.mul(beta))).mul(sign);
    }

    @Override
    public Optional<VectorFunction> factor() {
      return Optional.of(VectorGates.Swish.of(1, 1));
    }

    /** t + beta x s(x) (1 - t^2). */
    @Override
    public FloatVector derivative(FloatVector swish, FloatVector softplus) {
      // q = e^(-2 beta sp(x)) and m = q - 1, each with its own full accuracy.
      FloatVector z = fromLowest(softplus.mul(-2 * beta));
      FloatVector shifted = shifted(z);
      FloatVector fraction = fraction(z, shifted);
      FloatVector power = power(shifted);
      FloatVector m = expm1Of(fraction, power);
      FloatVector inverse = MINUS_ONE.div(m.add(TWO));
      FloatVector decay = expOf(fraction, power).mul(4 * beta).mul(inverse);
      return finite(swish).fma(decay, m).mul(inverse).mul(sign);
    }
  }

  /** The derivative of beta-Mish in beta, x sp(x) (1 - t^2), as the derivative of a kernel. */
  record BetaMishInBeta(float size) implements StagedFunction {
    @Override
    public VectorFunction first() {
      return new VectorSigmoids.Softplus(1);
    }

    @Override
    public FloatVector value(FloatVector x, FloatVector softplus) {
      return derivative(x, softplus);
    }

    @Override
    public FloatVector derivative(FloatVector x, FloatVector softplus) {
      FloatVector decay = tanhDerivativeOfPositive(softplus.mul(size));
      return decay.mul(finite(softplus)).mul(finite(x));
    }
  }
}
