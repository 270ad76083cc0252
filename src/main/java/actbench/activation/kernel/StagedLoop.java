package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link VectorLoop} for a second stage; loaded anew for each kind of function like that one. */
final class StagedLoop implements StagedLoops {
  StagedLoop() {}

  @Override
  public void forward(
      StagedFunction function, float[] x, float[] s, float[] y, int from, int length) {
    for (int i = 0; i < length; i += SPECIES.length()) {
      function
          .value(FloatVector.fromArray(SPECIES, x, from + i), FloatVector.fromArray(SPECIES, s, i))
          .intoArray(y, from + i);
    }
  }

  @Override
  public void backward(
      StagedFunction function,
      float[] factor,
      int factorFrom,
      float[] s,
      float[] upstream,
      float[] dx,
      int from,
      int length) {
    for (int i = 0; i < length; i += SPECIES.length()) {
      function
          .derivative(
              FloatVector.fromArray(SPECIES, factor, factorFrom + i),
              FloatVector.fromArray(SPECIES, s, i))
          .mul(FloatVector.fromArray(SPECIES, upstream, from + i))
          .intoArray(dx, from + i);
    }
  }
}
