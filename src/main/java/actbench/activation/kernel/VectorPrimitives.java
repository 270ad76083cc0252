package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.HALF;
import static actbench.activation.kernel.VectorMath.MINUS_TWO;
import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.OPEN;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.exp;
import static actbench.activation.kernel.VectorMath.expOf;
import static actbench.activation.kernel.VectorMath.expm1Of;
import static actbench.activation.kernel.VectorMath.fraction;
import static actbench.activation.kernel.VectorMath.fromLowest;
import static actbench.activation.kernel.VectorMath.negativeSize;
import static actbench.activation.kernel.VectorMath.power;
import static actbench.activation.kernel.VectorMath.shifted;
import static actbench.activation.kernel.VectorMath.softplus;
import static actbench.activation.kernel.VectorMath.split;
import static jdk.incubator.vector.VectorOperators.GT;

import jdk.incubator.vector.FloatVector;

/** The primitives of formulas that have vector code. */
final class VectorPrimitives {
  private VectorPrimitives() {}

  /** The function of this name, or null. */
  static VectorPair find(String name) {
    return switch (name) {
      case "exp" -> new Exp();
      case "expm1" -> new Expm1();
      case "sigmoid" -> new Sigmoid();
      case "tanh" -> new Tanh();
      case "softplus" -> new Softplus();
      default -> null;
    };
  }

  record Exp() implements VectorPair {
    /** The square of e^(x/2) is infinite from here on. */
    private static final FloatVector INFINITE = all(130);

    /** The square of a root reaches both ends of the range of floats. */
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector root = exp(atMost(x, INFINITE).mul(HALF));
      return root.mul(root);
    }

    @Override
    public FloatVector derivativeOf(FloatVector x, FloatVector value) {
      return value;
    }
  }

  record Expm1() implements VectorPair {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = fromLowest(atMost(x, OPEN));
      FloatVector shifted = shifted(c);
      FloatVector small = expm1Of(fraction(c, shifted), power(shifted));
      // Past 70 the 1 is lost, and doubling the exponent reaches infinity.
      FloatVector root = exp(atMost(atLeast(x, OPEN), all(130)).mul(HALF));
      return small.blend(root.mul(root), x.compare(GT, OPEN));
    }

    @Override
    public FloatVector derivativeOf(FloatVector x, FloatVector value) {
      return new Exp().value(x);
    }
  }

  record Sigmoid() implements VectorPair {
    @Override
    public FloatVector value(FloatVector x) {
      return VectorMath.sigmoid(x);
    }

    @Override
    public FloatVector derivativeOf(FloatVector x, FloatVector value) {
      FloatVector e = exp(negativeSize(x));
      FloatVector inverse = ONE.div(e.add(ONE));
      return e.mul(inverse).mul(inverse);
    }
  }

  record Tanh() implements VectorPair {
    @Override
    public FloatVector value(FloatVector x) {
      return VectorMath.tanh(x);
    }

    @Override
    public FloatVector derivativeOf(FloatVector x, FloatVector value) {
      FloatVector z = fromLowest(x.abs().mul(MINUS_TWO));
      FloatVector shifted = shifted(z);
      FloatVector q = expOf(fraction(z, shifted), power(shifted));
      FloatVector inverse = ONE.div(q.add(ONE));
      return q.mul(4f).mul(inverse).mul(inverse);
    }
  }

  record Softplus() implements VectorPair {
    @Override
    public FloatVector value(FloatVector x) {
      return softplus(x);
    }

    @Override
    public FloatVector derivativeOf(FloatVector x, FloatVector value) {
      FloatVector e = exp(negativeSize(x));
      return split(x, ONE, e).div(e.add(ONE));
    }
  }
}
