package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * The loops over an array, written once and loaded once for every kind of function by {@link
 * FreshLoops}.
 */
final class VectorLoop implements VectorLoops {
  VectorLoop() {}

  @Override
  public void forward(VectorFunction function, float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += SPECIES.length()) {
      function.value(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
    if (end < to) {
      // The rest goes through the same code in a padded vector, so that borders change no bit.
      float[] pad = new float[SPECIES.length()];
      System.arraycopy(x, end, pad, 0, to - end);
      function.value(FloatVector.fromArray(SPECIES, pad, 0)).intoArray(pad, 0);
      System.arraycopy(pad, 0, y, end, to - end);
    }
  }

  @Override
  public void backward(
      VectorFunction function, float[] x, float[] upstream, float[] dx, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    for (int i = from; i < end; i += SPECIES.length()) {
      function
          .derivative(FloatVector.fromArray(SPECIES, x, i))
          .mul(FloatVector.fromArray(SPECIES, upstream, i))
          .intoArray(dx, i);
    }
    if (end < to) {
      float[] pad = new float[SPECIES.length()];
      float[] padUpstream = new float[SPECIES.length()];
      System.arraycopy(x, end, pad, 0, to - end);
      System.arraycopy(upstream, end, padUpstream, 0, to - end);
      function
          .derivative(FloatVector.fromArray(SPECIES, pad, 0))
          .mul(FloatVector.fromArray(SPECIES, padUpstream, 0))
          .intoArray(pad, 0);
      System.arraycopy(pad, 0, dx, end, to - end);
    }
  }
}
