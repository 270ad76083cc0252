package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
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
      return all(1);
    }
  }

  record Relu() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return x.blend(0f, x.compare(LE, 0f));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(1).blend(0f, x.compare(LE, 0f));
    }
  }

  /** With a limit, a threshold and a slope below it. */
  record GeneralRelu(float top, float threshold, float slope) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector below = atLeast(x.sub(threshold), -Float.MAX_VALUE).mul(slope);
      return atMost(x, top).blend(below, x.compare(LT, threshold));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(1).blend(0f, x.compare(GE, top)).blend(slope, x.compare(LE, threshold));
    }
  }

  /** {@code slope * x} for negative x. */
  record Leaky(float slope) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return split(x, x, atLeast(x, -Float.MAX_VALUE).mul(slope));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(1).blend(slope, x.compare(LE, 0f));
    }
  }

  /** The derivative of a leaky ReLU in its slope, min(x, 0), as the derivative of a kernel. */
  record LeakyInSlope() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return atMost(x, 0);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return atMost(x, 0);
    }
  }

  /** {@code clip(x, bottom, top)}. */
  record Clip(float bottom, float top) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return atMost(atLeast(x, bottom), top);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(1).blend(0f, x.compare(LE, bottom)).blend(0f, x.compare(GE, top));
    }
  }

  record HardSigmoid() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return atMost(atLeast(x.fma(all(0.2f), all(0.5f)), 0), 1);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(0.2f).blend(0f, x.abs().compare(GE, 2.5f));
    }
  }

  record ThresholdRelu(float theta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return x.blend(0f, x.compare(LE, theta));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(1).blend(0f, x.compare(LE, theta));
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
      return all(1).blend(slopeLeft, x.compare(LE, left)).blend(slopeRight, x.compare(GE, right));
    }
  }

  record Softshrink(float lambda) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector shrunk = x.add(lambda).blend(x.sub(lambda), x.compare(GT, 0f));
      return shrunk.blend(0f, x.abs().compare(LE, lambda));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(1).blend(0f, x.abs().compare(LE, lambda));
    }
  }

  record Hardshrink(float lambda) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return x.blend(0f, x.abs().compare(LE, lambda));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return all(1).blend(0f, x.abs().compare(LE, lambda));
    }
  }

  /** x/6 clip(x + 3, 0, 6). */
  record HardSwish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector gate = atMost(atLeast(x.add(3f), 0), 6).mul(1 / 6f);
      return x.mul(gate).blend(0f, x.compare(LE, -3f));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector middle = x.fma(all(1 / 3f), all(0.5f));
      return middle.blend(0f, x.compare(LT, -3f)).blend(1f, x.compare(GT, 3f));
    }
  }

  /** x/2 clip(x + 2, 0, 2). */
  record HardMish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector gate = atMost(atLeast(x.add(2f), 0), 2).mul(0.5f);
      return x.mul(gate).blend(0f, x.compare(LE, -2f));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      return x.add(1f).blend(0f, x.compare(LE, -2f)).blend(1f, x.compare(GT, 0f));
    }
  }
}
