package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.exp;
import static actbench.activation.kernel.VectorMath.expm1OfNegative;
import static actbench.activation.kernel.VectorMath.sigmoid;
import static actbench.activation.kernel.VectorMath.sigmoidDerivative;
import static actbench.activation.kernel.VectorMath.softplus;
import static actbench.activation.kernel.VectorMath.split;
import static actbench.activation.kernel.VectorMath.tanh;
import static actbench.activation.kernel.VectorMath.tanhDerivativeOfPositive;
import static actbench.activation.kernel.VectorMath.twiceArtanh;
import static jdk.incubator.vector.VectorOperators.GE;
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
      return sigmoidDerivative(x.abs().neg());
    }
  }

  /** {@code height tanh(slope x)}. */
  record Tanh(float height, float slope) implements VectorFunction {
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
      return tanh(x).mul(split(x, all(1), all(alpha)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return tanhDerivativeOfPositive(x.abs()).mul(split(x, all(1), all(alpha)));
    }
  }

  /** x - tanh(x); a polynomial where the difference would cancel. */
  record Tanhshrink() implements VectorFunction {
    private static final float SMALL = 1;

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(atLeast(x, -SMALL), SMALL);
      FloatVector z = c.mul(c);
      FloatVector p = all(0.00042106709f);
      p = p.fma(z, all(-0.002511648f));
      p = p.fma(z, all(0.0082203783f));
      p = p.fma(z, all(-0.021660967f));
      p = p.fma(z, all(0.053935029f));
      p = p.fma(z, all(-0.13333131f));
      p = p.fma(z, all(0.33333331f));
      FloatVector small = p.mul(z).mul(c);
      return x.sub(tanh(x)).blend(small, x.abs().compare(LE, SMALL));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector t = tanh(x);
      return t.mul(t);
    }
  }

  record Softsign() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector a = atMost(x.abs(), Float.MAX_VALUE);
      FloatVector y = a.div(a.add(1f));
      return y.neg().blend(y, x.compare(GE, 0f));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector inverse = all(1).div(x.abs().add(1f));
      return inverse.mul(inverse);
    }
  }

  /** {@code x / sqrt(1 + alpha x^2)}; past {@code limit} the 1 is lost. */
  record Isru(float alpha, float limit) implements VectorFunction {
    /** With the limit at which the square is large and does not overflow. */
    static Isru of(double alpha) {
      return new Isru((float) alpha, (float) Math.min(1e15 / Math.sqrt(alpha), Float.MAX_VALUE));
    }

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(atLeast(x, -limit), limit);
      return c.div(c.mul(alpha).fma(c, all(1)).sqrt());
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x.abs(), limit);
      FloatVector inverse = all(1).div(c.mul(alpha).fma(c, all(1)).sqrt());
      return inverse.mul(inverse).mul(inverse);
    }
  }

  /** {@link Isru} for negative x, else x. */
  record Isrlu(Isru negative) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return split(x, x, negative.value(x));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return split(x, all(1), negative.derivative(x));
    }
  }

  /** x + (sqrt(x^2 + 1) - 1) / 2. */
  record BentIdentity() implements VectorFunction {
    /** Past this sqrt(x^2 + 1) is |x|, and the square would overflow. */
    private static final float LARGE = 1e15f;

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(x.abs(), LARGE);
      FloatVector ratio = c.div(c.fma(c, all(1)).sqrt().add(1f));
      return atMost(x.abs(), Float.MAX_VALUE).mul(ratio).fma(all(0.5f), x);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(atLeast(x, -LARGE), LARGE);
      return c.div(c.fma(c, all(1)).sqrt()).fma(all(0.5f), all(1));
    }
  }

  /** x - x|x|/4 inside [-2, 2], else the sign. */
  record Sqnl() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(atLeast(x, -2), 2);
      return c.abs().mul(c).fma(all(-0.25f), c);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return atLeast(x.abs().fma(all(-0.5f), all(1)), 0);
    }
  }

  /** {@code scale x} for positive x, else {@code depth (e^(rate x) - 1)}. */
  record Exponential(float scale, float depth, float rate) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector negative = atMost(x, 0).mul(rate);
      return split(x, x.mul(scale), expm1OfNegative(negative).mul(depth));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector negative = atMost(x, 0).mul(rate);
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
  record SoftClipping(float alpha, float difference, float sum) implements VectorFunction {
    /** ln 4: up to here s stays below 1/3. */
    static final double STEEPEST = 1.38;

    static SoftClipping of(double alpha) {
      return new SoftClipping(
          (float) alpha, (float) -Math.expm1(-alpha), (float) (1 + Math.exp(-alpha)));
    }

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector u = x.blend(all(1).sub(x), x.compare(GT, 0.5f));
      FloatVector w = exp(u.mul(alpha));
      FloatVector s = w.mul(difference).div(w.fma(all(sum), all(2)));
      FloatVector y = twiceArtanh(s).mul(1 / alpha);
      return y.blend(all(1).sub(y), x.compare(GT, 0.5f));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return clippingSlope(x, alpha).mul(difference);
    }
  }

  /** {@link SoftClipping} for any other sharpness: a difference of two softplus. */
  record SteepSoftClipping(float alpha) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector u = x.blend(all(1).sub(x), x.compare(GT, 0.5f));
      FloatVector y = softplus(u.mul(alpha)).sub(softplus(u.sub(1f).mul(alpha))).mul(1 / alpha);
      return y.blend(all(1).sub(y), x.compare(GT, 0.5f));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return clippingSlope(x, alpha).mul((float) -Math.expm1(-alpha));
    }
  }

  private static FloatVector clippingSlope(FloatVector x, float alpha) {
    return sigmoid(x.mul(alpha)).mul(sigmoid(all(1).sub(x).mul(alpha)));
  }

  /** (1 + e^(-beta x))^(-alpha) = exp(-alpha sp(-beta x)). */
  record Aria2(float beta, float alpha) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return exp(softplus(x.mul(-beta)).mul(-alpha));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector z = x.mul(-beta);
      return value(x).mul(sigmoid(z)).mul(alpha * beta);
    }
  }
}
