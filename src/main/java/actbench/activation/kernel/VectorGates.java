package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.OPEN;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.exp;
import static actbench.activation.kernel.VectorMath.expm1OfNegative;
import static actbench.activation.kernel.VectorMath.sigmoid;
import static actbench.activation.kernel.VectorMath.sigmoidDerivative;
import static actbench.activation.kernel.VectorMath.softplus;
import static actbench.activation.kernel.VectorMath.split;
import static actbench.activation.kernel.VectorMath.tanhDerivativeOfPositive;
import static actbench.activation.kernel.VectorMath.tanhOfPositive;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/** Functions of the form x times a gate, with as few exponentials as possible. */
final class VectorGates {
  /**
   * From here on tanh(sp(x)) and the other gates are 1 in float, and e^x to the fourth is finite.
   */
  private static final float WIDE_OPEN = 20;

  private VectorGates() {}

  /** An infinite argument made finite, so that 0 times it is 0. */
  private static FloatVector fromBelow(FloatVector x) {
    return atLeast(x, -Float.MAX_VALUE);
  }

  /** Swish scaled: {@code scale x s(beta x)}. */
  record Swish(float scale, float beta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return bounded(x).mul(sigmoid(x.mul(beta))).mul(scale);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector z = atLeast(atMost(x.mul(beta), OPEN), -Float.MAX_VALUE);
      FloatVector w = exp(z);
      FloatVector inverse = all(1).div(w.add(1f));
      return z.fma(inverse, all(1)).mul(w.mul(inverse)).mul(scale);
    }
  }

  /** The derivative of Swish in beta, x^2 s'(beta x), as the derivative of a kernel. */
  record SwishInBeta(float beta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return derivative(x);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      // The logistic function's derivative is even: taken on the left, its tail falls to 0.
      FloatVector e = sigmoidDerivative(x.mul(beta).abs().neg());
      FloatVector c = atMost(fromBelow(x), Float.MAX_VALUE);
      return c.mul(e).mul(c);
    }
  }

  /**
   * x tanh(sp(x)). With w = e^x and n = (1 + w)^2 - 1 the gate is n / (n + 2): one exponential and
   * no cancellation. The other powers below work alike.
   */
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
      return gatedDerivative(c, w.fma(w, w.add(w)), w.fma(w, w).mul(4f));
    }
  }

  /** x tanh(sp(beta + x)). */
  record Mila(float beta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector w = exp(atMost(x.add(beta), WIDE_OPEN));
      return gated(x, w.fma(w, w.add(w)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, WIDE_OPEN - Math.abs(beta));
      FloatVector w = exp(atMost(c.add(beta), WIDE_OPEN));
      return gatedDerivative(c, w.fma(w, w.add(w)), w.fma(w, w).mul(4f));
    }
  }

  /** Beta-Mish with beta 1/2: n = w. */
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

  /** Beta-Mish with beta 3/2: n = (1 + w)^3 - 1. */
  record CubicMish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return gated(x, power(exp(atMost(x, WIDE_OPEN))));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, WIDE_OPEN);
      FloatVector w = exp(c);
      FloatVector one = w.add(1f);
      return gatedDerivative(c, power(w), one.mul(one).mul(w.mul(6f)));
    }

    private static FloatVector power(FloatVector w) {
      return w.add(3f).fma(w, all(3)).mul(w);
    }
  }

  /** Beta-Mish with beta 2: n = (1 + w)^4 - 1. */
  record QuarticMish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return gated(x, power(exp(atMost(x, WIDE_OPEN))));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x, WIDE_OPEN);
      FloatVector w = exp(c);
      FloatVector one = w.add(1f);
      return gatedDerivative(c, power(w), one.mul(one).mul(one).mul(w.mul(8f)));
    }

    private static FloatVector power(FloatVector w) {
      return w.add(4f).fma(w, all(6)).fma(w, all(4)).mul(w);
    }
  }

  /** x n / (n + 2). */
  private static FloatVector gated(FloatVector x, FloatVector n) {
    return fromBelow(x).mul(n.div(n.add(2f)));
  }

  /** The derivative of {@link #gated}; {@code slope} is twice dn/dx. */
  private static FloatVector gatedDerivative(FloatVector x, FloatVector n, FloatVector slope) {
    FloatVector inverse = all(1).div(n.add(2f));
    return fromBelow(x).fma(slope.mul(inverse), n).mul(inverse);
  }

  /** Beta-Mish for any other beta: exponential, logarithm, exponential. */
  record BetaMish(float beta, float sign) implements VectorFunction {
    /** With the size of beta and its sign: the gate is odd in beta. */
    static BetaMish of(float beta) {
      return new BetaMish(Math.abs(beta), Math.signum(beta));
    }

    @Override
    public FloatVector value(FloatVector x) {
      return fromBelow(x).mul(tanhOfPositive(softplus(x).mul(beta))).mul(sign);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector z = softplus(x).mul(beta);
      FloatVector decay = tanhDerivativeOfPositive(z).mul(sigmoid(x)).mul(beta);
      return bounded(x).fma(decay, tanhOfPositive(z)).mul(sign);
    }
  }

  /** An infinite argument made finite, so that 0 times it is 0. */
  private static FloatVector bounded(FloatVector x) {
    return atMost(fromBelow(x), Float.MAX_VALUE);
  }

  /** The derivative of beta-Mish in beta, x sp(x) (1 - t^2), as the derivative of a kernel. */
  record BetaMishInBeta(float beta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return derivative(x);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = bounded(x);
      FloatVector softplus = softplus(c);
      return tanhDerivativeOfPositive(softplus.mul(Math.abs(beta))).mul(softplus).mul(c);
    }
  }

  /** x tanh(e^x). */
  record TanhExp() implements VectorFunction {
    /** From here on tanh(e^x) is 1 and its derivative 0. */
    private static final float FLAT = 5;

    @Override
    public FloatVector value(FloatVector x) {
      return fromBelow(x).mul(tanhOfPositive(exp(atMost(x, FLAT))));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector clipped = atMost(fromBelow(x), FLAT);
      FloatVector w = exp(clipped);
      return tanhDerivativeOfPositive(w).mul(w).fma(clipped, tanhOfPositive(w));
    }
  }

  /** x Phi(x). The lower tail of Phi is e^(-x^2/2) times a polynomial in 1 / (1 + 0.35 |x|). */
  record Gelu() implements VectorFunction {
    /** Past this the density is 0. */
    private static final float FAR = 15;

    private static final float DENSITY_AT_ZERO = 0.3989422804f;

    @Override
    public FloatVector value(FloatVector x) {
      return fromBelow(x).mul(distribution(x, gaussian(x)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector gaussian = gaussian(x);
      return bounded(x).mul(gaussian).fma(all(DENSITY_AT_ZERO), distribution(x, gaussian));
    }

    /**
     * e^(-x^2/2); the rounding error of the square is put back, since the exponential scales it.
     */
    private static FloatVector gaussian(FloatVector x) {
      FloatVector a = atMost(x.abs(), FAR);
      FloatVector square = a.mul(a);
      FloatVector lost = a.fma(a, square.neg());
      FloatVector e = exp(square.mul(-0.5f));
      return e.mul(lost).fma(all(-0.5f), e);
    }

    private static FloatVector distribution(FloatVector x, FloatVector gaussian) {
      FloatVector u = all(1).div(atMost(x.abs(), FAR).fma(all(0.35f), all(1)));
      FloatVector p = all(-0.02915844f);
      p = p.fma(u, all(0.14403343f));
      p = p.fma(u, all(-0.25584385f));
      p = p.fma(u, all(0.15932484f));
      p = p.fma(u, all(-0.02321562f));
      p = p.fma(u, all(0.10555378f));
      p = p.fma(u, all(0.11982097f));
      p = p.fma(u, all(0.13986355f));
      p = p.fma(u, all(0.1396213f));
      FloatVector tail = p.mul(u).mul(gaussian);
      return all(1).sub(tail).blend(tail, x.compare(LT, 0f));
    }
  }

  /** 0.5 x (1 + tanh(u)) = x s(2u), u = sqrt(2/pi) (x + 0.044715 x^3). */
  record GeluTanh() implements VectorFunction {
    /** Past this the gate is open or closed, and the cube would overflow. */
    private static final float FAR = 12;

    private static final float LINEAR = 1.5957691216f;
    private static final float CUBIC = 0.0713548162726f;

    @Override
    public FloatVector value(FloatVector x) {
      return fromBelow(x).mul(sigmoid(argument(clip(x))));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = clip(x);
      FloatVector u = argument(c);
      FloatVector slope = c.mul(c).fma(all(3 * CUBIC), all(LINEAR)).mul(c);
      return sigmoidDerivative(u.abs().neg()).fma(slope, sigmoid(u));
    }

    private static FloatVector clip(FloatVector x) {
      return atMost(atLeast(x, -FAR), FAR);
    }

    private static FloatVector argument(FloatVector c) {
      return c.mul(c).fma(all(CUBIC), all(LINEAR)).mul(c);
    }
  }

  /** x s(x) for positive x, else (e^x - 1) s(x). */
  record Elish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return split(x, x, expm1OfNegative(atMost(x, 0))).mul(sigmoid(x));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector negative = atMost(x, 0);
      FloatVector factor = split(x, bounded(x), expm1OfNegative(negative));
      FloatVector slope = split(x, all(1), exp(negative));
      return sigmoidDerivative(x.abs().neg()).fma(factor, slope.mul(sigmoid(x)));
    }
  }

  /** x h for positive x, else (e^x - 1) h, h = clip((x + 1) / 2, 0, 1). */
  record HardElish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return split(x, x, expm1OfNegative(atMost(x, 0))).mul(gate(x));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector negative = atMost(x, 0);
      FloatVector factor = split(x, atMost(x, 1), expm1OfNegative(negative));
      FloatVector slope = split(x, all(1), exp(negative));
      FloatVector rise = all(0.5f).blend(0f, x.compare(LE, -1f));
      rise = rise.blend(0f, x.compare(GE, 1f));
      return rise.fma(factor, slope.mul(gate(x)));
    }

    private static FloatVector gate(FloatVector x) {
      return atMost(atLeast(x.fma(all(0.5f), all(0.5f)), 0), 1);
    }
  }

  /** x s(x) + floor for x at least 0, else the floor. */
  record FlattenTSwish(float floor) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector positive = atLeast(x, 0);
      return positive.fma(sigmoid(positive), all(floor));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector positive = atLeast(x, 0);
      FloatVector slope =
          sigmoidDerivative(positive.neg()).fma(bounded(positive), sigmoid(positive));
      return slope.blend(0f, x.compare(LT, 0f));
    }
  }
}
