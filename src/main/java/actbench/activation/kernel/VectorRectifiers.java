package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.HALF;
import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.TWO;
import static actbench.activation.kernel.VectorMath.ZERO;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.fromBelow;
import static actbench.activation.kernel.VectorMath.split;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/** The ReLU family: lines and steps. The formulas are those of the scalar functions. */
final class VectorRectifiers {
  private VectorRectifiers() {}

  record Identity() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return x;
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE;
    }
  }

  record Relu() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return x.blend(ZERO, x.compare(LE, ZERO));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(ZERO, x.compare(LE, ZERO));
    }
  }

  /** With a limit, a threshold and a slope below it. */
  record GeneralRelu(float top, float threshold, float slope) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector below = fromBelow(x.sub(threshold)).mul(slope);
      return atMost(x, all(top)).blend(below, x.compare(LT, threshold));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(ZERO, x.compare(GE, top)).blend(slope, x.compare(LE, threshold));
    }
  }

  /** {@code slope * x} for negative x. */
  record Leaky(float slope) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return split(x, x, fromBelow(x).mul(slope));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(slope, x.compare(LE, ZERO));
    }
  }

  /** The derivative of a leaky ReLU in its slope, min(x, 0), as the derivative of a kernel. */
  record LeakyInSlope() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return atMost(x, ZERO);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return atMost(x, ZERO);
    }
  }

  /** {@code clip(x, bottom, top)}. */
  record Clip(float bottom, float top) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return atMost(atLeast(x, all(bottom)), all(top));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(ZERO, x.compare(LE, bottom)).blend(ZERO, x.compare(GE, top));
    }
  }

  record HardSigmoid() implements VectorFunction {
    private static final FloatVector SLOPE = all(0.2f);

    @Override
    public FloatVector value(FloatVector x) {
      return atMost(atLeast(x.fma(SLOPE, HALF), ZERO), ONE);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return SLOPE.blend(ZERO, x.abs().compare(GE, 2.5f));
    }
  }

  record ThresholdRelu(float theta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return x.blend(ZERO, x.compare(LE, theta));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(ZERO, x.compare(LE, theta));
    }
  }

  /** Three lines that meet at {@code left} and {@code right}. */
  record SRelu(float left, float slopeLeft, float right, float slopeRight)
      implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector below = x.sub(left).fma(all(slopeLeft), all(left));
      FloatVector above = x.sub(right).fma(all(slopeRight), all(right));
      return x.blend(below, x.compare(LE, left)).blend(above, x.compare(GE, right));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(slopeLeft, x.compare(LE, left)).blend(slopeRight, x.compare(GE, right));
    }
  }

  record Softshrink(float lambda) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector shrunk = x.add(lambda).blend(x.sub(lambda), x.compare(GT, ZERO));
      return shrunk.blend(ZERO, x.abs().compare(LE, lambda));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(ZERO, x.abs().compare(LE, lambda));
    }
  }

  record Hardshrink(float lambda) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return x.blend(ZERO, x.abs().compare(LE, lambda));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return ONE.blend(ZERO, x.abs().compare(LE, lambda));
    }
  }

  /** x/6 clip(x + 3, 0, 6). */
  record HardSwish() implements VectorFunction {
    private static final FloatVector THREE = all(3);
    private static final FloatVector SIX = all(6);

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector gate = atMost(atLeast(x.add(THREE), ZERO), SIX).mul(1 / 6f);
      return fromBelow(x).mul(gate);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector middle = x.fma(all(1 / 3f), HALF);
      return middle.blend(ZERO, x.compare(LT, -3f)).blend(ONE, x.compare(GT, THREE));
    }
  }

  /** x/2 clip(x + 2, 0, 2). */
  record HardMish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector gate = atMost(atLeast(x.add(TWO), ZERO), TWO).mul(HALF);
      return fromBelow(x).mul(gate);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return x.add(ONE).blend(ZERO, x.compare(LE, -2f)).blend(ONE, x.compare(GT, ZERO));
    }
  }

  /** x - x|x|/4 inside [-2, 2], else the sign. */
  record Sqnl() implements VectorFunction {
    private static final FloatVector MINUS_TWO = all(-2);

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(atLeast(x, MINUS_TWO), TWO);
      return c.abs().mul(c).fma(all(-0.25f), c);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return atLeast(x.abs().fma(all(-0.5f), ONE), ZERO);
    }
  }

  record Softsign() implements VectorFunction {
    private static final FloatVector LARGEST = all(Float.MAX_VALUE);

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector a = atMost(x.abs(), LARGEST);
      FloatVector y = a.div(a.add(ONE));
      return y.neg().blend(y, x.compare(GE, ZERO));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector inverse = ONE.div(x.abs().add(ONE));
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
      FloatVector c = atMost(atLeast(x, all(-limit)), all(limit));
      return c.div(c.mul(alpha).fma(c, ONE).sqrt());
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(x.abs(), all(limit));
      FloatVector inverse = ONE.div(c.mul(alpha).fma(c, ONE).sqrt());
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
      return split(x, ONE, negative.derivative(x));
    }
  }

  /** x + (sqrt(x^2 + 1) - 1) / 2. */
  record BentIdentity() implements VectorFunction {
    /** Past this sqrt(x^2 + 1) is |x|, and the square would overflow. */
    private static final FloatVector LARGE = all(1e15f);

    private static final FloatVector MINUS_LARGE = all(-1e15f);
    private static final FloatVector LARGEST = all(Float.MAX_VALUE);

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(x.abs(), LARGE);
      FloatVector ratio = c.div(c.fma(c, ONE).sqrt().add(ONE));
      return atMost(x.abs(), LARGEST).mul(ratio).fma(HALF, x);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(atLeast(x, MINUS_LARGE), LARGE);
      return c.div(c.fma(c, ONE).sqrt()).fma(HALF, ONE);
    }
  }
}
