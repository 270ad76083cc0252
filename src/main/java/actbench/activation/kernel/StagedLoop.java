package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link VectorLoop} for a second stage; loaded anew for each kind of function like that one. */
final class StagedLoop implements StagedLoops {
  StagedLoop() {}

  @Override
  public void forward(
      StagedFunction function, float[] x, float[] s, float[] y, int from, int length) {
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      function
          .value(FloatVector.fromArray(SPECIES, x, from + i), FloatVector.fromArray(SPECIES, s, i))
          .intoArray(y, from + i);
    }
    if (whole < length) {
      float[] pad = new float[SPECIES.length()];
      System.arraycopy(x, from + whole, pad, 0, length - whole);
      function
          .value(FloatVector.fromArray(SPECIES, pad, 0), FloatVector.fromArray(SPECIES, s, whole))
          .intoArray(pad, 0);
      System.arraycopy(pad, 0, y, from + whole, length - whole);
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
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      function
          .derivative(
              FloatVector.fromArray(SPECIES, factor, factorFrom + i),
              FloatVector.fromArray(SPECIES, s, i))
          .mul(FloatVector.fromArray(SPECIES, upstream, from + i))
          .intoArray(dx, from + i);
    }
    if (whole < length) {
      float[] pad = new float[SPECIES.length()];
      float[] padUpstream = new float[SPECIES.length()];
      System.arraycopy(factor, factorFrom + whole, pad, 0, length - whole);
      System.arraycopy(upstream, from + whole, padUpstream, 0, length - whole);
      function
          .derivative(
              FloatVector.fromArray(SPECIES, pad, 0), FloatVector.fromArray(SPECIES, s, whole))
          .mul(FloatVector.fromArray(SPECIES, padUpstream, 0))
          .intoArray(pad, 0);
      System.arraycopy(pad, 0, dx, from + whole, length - whole);
    }
  }
}
