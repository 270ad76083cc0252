package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link VectorLoop} for a second stage; loaded anew for each kind of function like that one. */
final class StagedLoop implements StagedLoops {
  StagedLoop() {}

  @Override
  public void forward(StagedFunction function, float[] x, float[] s, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += SPECIES.length()) {
      function
          .value(FloatVector.fromArray(SPECIES, x, i), FloatVector.fromArray(SPECIES, s, i - from))
          .intoArray(y, i);
    }
    if (end < to) {
      float[] pad = new float[SPECIES.length()];
      System.arraycopy(x, end, pad, 0, to - end);
      function
          .value(
              FloatVector.fromArray(SPECIES, pad, 0), FloatVector.fromArray(SPECIES, s, end - from))
          .intoArray(pad, 0);
      System.arraycopy(pad, 0, y, end, to - end);
    }
  }

  @Override
  public void backward(
      StagedFunction function,
      float[] x,
      float[] s,
      float[] upstream,
      float[] dx,
      int from,
      int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += SPECIES.length()) {
      function
          .derivative(
              FloatVector.fromArray(SPECIES, x, i), FloatVector.fromArray(SPECIES, s, i - from))
          .mul(FloatVector.fromArray(SPECIES, upstream, i))
          .intoArray(dx, i);
    }
    if (end < to) {
      float[] pad = new float[SPECIES.length()];
      float[] padUpstream = new float[SPECIES.length()];
      System.arraycopy(x, end, pad, 0, to - end);
      System.arraycopy(upstream, end, padUpstream, 0, to - end);
      function
          .derivative(
              FloatVector.fromArray(SPECIES, pad, 0), FloatVector.fromArray(SPECIES, s, end - from))
          .mul(FloatVector.fromArray(SPECIES, padUpstream, 0))
          .intoArray(pad, 0);
      System.arraycopy(pad, 0, dx, end, to - end);
    }
  }
}
