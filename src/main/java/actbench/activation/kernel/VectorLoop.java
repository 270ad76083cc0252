package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The loops over an array, written once and loaded once for every kind of function by {@link
 * FreshLoops}.
 *
 * <p>They hold nothing but the loop, so that the function is in it once.
 */
final class VectorLoop implements VectorLoops {
  VectorLoop() {}

  @Override
  public void forward(VectorFunction function, float[] x, float[] y, int from, int end) {
    for (int i = from; i < end; i += SPECIES.length()) {
      function.value(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
  }

  @Override
  public void backward(
      VectorFunction function, float[] x, float[] upstream, float[] dx, int from, int end) {
    for (int i = from; i < end; i += SPECIES.length()) {
      function
          .derivative(FloatVector.fromArray(SPECIES, x, i))
          .mul(FloatVector.fromArray(SPECIES, upstream, i))
          .intoArray(dx, i);
    }
  }
}
