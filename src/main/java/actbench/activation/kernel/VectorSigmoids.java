package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.HALF;
import static actbench.activation.kernel.VectorMath.MINUS_ONE;
import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.OPEN;
import static actbench.activation.kernel.VectorMath.TWO;
import static actbench.activation.kernel.VectorMath.ZERO;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.exp;
import static actbench.activation.kernel.VectorMath.expm1OfNegative;
import static actbench.activation.kernel.VectorMath.negativeSize;
import static actbench.activation.kernel.VectorMath.sigmoid;
import static actbench.activation.kernel.VectorMath.sigmoidDerivative;
import static actbench.activation.kernel.VectorMath.softplus;
import static actbench.activation.kernel.VectorMath.split;
import static actbench.activation.kernel.VectorMath.tanh;
import static actbench.activation.kernel.VectorMath.tanhDerivativeOfPositive;
import static actbench.activation.kernel.VectorMath.twiceArtanh;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;

/** The logistic function, the hyperbolic tangent, the exponential units and their kin. */
final class VectorSigmoids {
  private VectorSigmoids() {}

  record Sigmoid() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return sigmoid(x);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return sigmoidDerivative(negativeSize(x));
    }
  }

  record Tanh() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return tanh(x);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return tanhDerivativeOfPositive(x.abs());
    }
  }

  /** {@code height tanh(slope x)}. */
  record ScaledTanh(float height, float slope) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return tanh(x.mul(slope)).mul(height);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return tanhDerivativeOfPositive(x.mul(slope).abs()).mul(height * slope);
    }
  }

  record PenalizedTanh(float alpha) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return tanh(x).mul(split(x, ONE, all(alpha)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return tanhDerivativeOfPositive(x.abs()).mul(split(x, ONE, all(alpha)));
    }
  }

  /** x - tanh(x); a polynomial where the difference would cancel. */
  record Tanhshrink() implements VectorFunction {
    private static final FloatVector TERM_15 = all(0.00042106709f);
    private static final FloatVector TERM_13 = all(-0.002511648f);
    private static final FloatVector TERM_11 = all(0.0082203783f);
    private static final FloatVector TERM_9 = all(-0.021660967f);
    private static final FloatVector TERM_7 = all(0.053935029f);
    private static final FloatVector TERM_5 = all(-0.13333131f);
    private static final FloatVector TERM_3 = all(0.33333331f);

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(atLeast(x, MINUS_ONE), ONE);
      FloatVector z = c.mul(c);
      FloatVector p = TERM_15.fma(z, TERM_13).fma(z, TERM_11).fma(z, TERM_9);
      p = p.fma(z, TERM_7).fma(z, TERM_5).fma(z, TERM_3);
      return x.sub(tanh(x)).blend(p.mul(z).mul(c), x.abs().compare(LE, ONE));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector t = tanh(x);
      return t.mul(t);
    }
  }

  /** {@code scale x} for positive x, else {@code depth (e^(rate x) - 1)}. */
  record Exponential(float scale, float depth, float rate) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector negative = atMost(x, ZERO).mul(rate);
      return split(x, x.mul(scale), expm1OfNegative(negative).mul(depth));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector negative = atMost(x, ZERO).mul(rate);
      return split(x, all(scale), exp(negative).mul(depth * rate));
    }
  }

  record Softplus(float beta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return softplus(x.mul(beta)).mul(1 / beta);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return sigmoid(x.mul(beta));
    }
  }

  record LogSigmoid() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return softplus(x.neg()).neg();
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return sigmoid(x.neg());
    }
  }

  /**
   * ln((1 + e^(ax)) / (1 + e^(a(x-1)))) / a for a up to {@link #STEEPEST}.
   *
   * <p>The logarithm is 2 artanh(s) with s = w (1 - k) / (2 + w (1 + k)), w = e^(ax), k = e^-a.
   * Above 1/2 it is taken from the symmetry f(x) = 1 - f(1 - x), which keeps s below 1/3.
   */
  record SoftClipping(float alpha, float inverseAlpha, float difference, float sum)
      implements VectorFunction {
    /** A little below ln 4, where s would pass 1/3. */
    static final double STEEPEST = 1.38;

    static SoftClipping of(double alpha) {
      return new SoftClipping(
          (float) alpha,
          (float) (1 / alpha),
          (float) -Math.expm1(-alpha),
          (float) (1 + Math.exp(-alpha)));
    }

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector u = x.blend(ONE.sub(x), x.compare(GT, HALF));
      FloatVector w = exp(u.mul(alpha));
      FloatVector s = w.mul(difference).div(w.fma(all(sum), TWO));
      FloatVector y = twiceArtanh(s).mul(inverseAlpha);
      return y.blend(ONE.sub(y), x.compare(GT, HALF));
    }

    /** s(ax) s(a(1-x)) (1 - k) = w (1 - k) / ((1 + w) (1 + w k)), even around 1/2. */
    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector u = x.blend(ONE.sub(x), x.compare(GT, HALF));
      FloatVector w = exp(u.mul(alpha));
      FloatVector product = w.fma(all(1 - difference), ONE).mul(w.add(ONE));
      return w.mul(difference).div(product);
    }
  }

  /** {@link SoftClipping} for any other sharpness: a difference of two softplus. */
  record SteepSoftClipping(float alpha, float inverseAlpha, float difference)
      implements VectorFunction {
    static SteepSoftClipping of(double alpha) {
      return new SteepSoftClipping((float) alpha, (float) (1 / alpha), (float) -Math.expm1(-alpha));
    }

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector u = x.blend(ONE.sub(x), x.compare(GT, HALF));
      FloatVector rise = softplus(u.mul(alpha));
      FloatVector y = rise.sub(softplus(u.sub(ONE).mul(alpha))).mul(inverseAlpha);
      return y.blend(ONE.sub(y), x.compare(GT, HALF));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector right = atMost(x.mul(alpha), OPEN);
      FloatVector left = atMost(ONE.sub(x).mul(alpha), OPEN);
      return sigmoid(right).mul(sigmoid(left)).mul(difference);
    }
  }

  /** (1 + e^(-beta x))^(-alpha) = exp(-alpha sp(-beta x)). */
  record Aria2(float beta, float alpha) implements StagedFunction {
    @Override
    public VectorFunction first() {
      return new ScaledSoftplus(-beta);
    }

    @Override
    public FloatVector value(FloatVector x, FloatVector softplus) {
      return exp(softplus.mul(-alpha));
    }

    /** With s(z) = 1 - e^-sp(z) the derivative needs no x. */
    @Override
    public FloatVector derivative(FloatVector x, FloatVector softplus) {
      FloatVector minusSigmoid = expm1OfNegative(softplus.neg());
      return exp(softplus.mul(-alpha)).mul(minusSigmoid).mul(-alpha * beta);
    }
  }

  /** ln(1 + e^(rate x)), only as a first stage. */
  record ScaledSoftplus(float rate) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return softplus(x.mul(rate));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return sigmoid(x.mul(rate)).mul(rate);
    }
  }
}
