package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.MINUS_ONE;
import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.SPECIES;
import static actbench.activation.kernel.VectorMath.ZERO;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/** Choices by sign in vectors, which the compiler does not find by itself. */
final class VectorSelection {
  private VectorSelection() {}

  static void choose(float[] c, float[] a, float[] b, float[] y, int length) {
    for (int i = 0; i < length; i += SPECIES.length()) {
      FloatVector condition = FloatVector.fromArray(SPECIES, c, i);
      FloatVector.fromArray(SPECIES, b, i)
          .blend(FloatVector.fromArray(SPECIES, a, i), condition.compare(GT, ZERO))
          .intoArray(y, i);
    }
  }

  static void sign(float[] x, float[] y, int length) {
    for (int i = 0; i < length; i += SPECIES.length()) {
      FloatVector argument = FloatVector.fromArray(SPECIES, x, i);
      argument
          .blend(ONE, argument.compare(GT, ZERO))
          .blend(MINUS_ONE, argument.compare(LT, ZERO))
          .intoArray(y, i);
    }
  }
}
