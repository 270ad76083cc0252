package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

/**
 * A kernel for any length, made of one for whole vectors.
 *
 * <p>What is left over goes through the same code in a padded vector, so that borders change no
 * bit.
 *
 * @param whole takes multiples of the vector's length
 */
record PaddedKernel(TileKernel whole) implements TileKernel {
  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    whole.forward(x, y, from, end);
    if (end < to) {
      float[] pad = padded(x, end, to);
      whole.forward(pad, pad, 0, pad.length);
      System.arraycopy(pad, 0, y, end, to - end);
    }
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    whole.backward(x, upstream, dx, from, end);
    if (end < to) {
      float[] pad = padded(x, end, to);
      whole.backward(pad, padded(upstream, end, to), pad, 0, pad.length);
      System.arraycopy(pad, 0, dx, end, to - end);
    }
  }

  private static float[] padded(float[] values, int from, int to) {
    float[] pad = new float[SPECIES.length()];
    System.arraycopy(values, from, pad, 0, to - from);
    return pad;
  }
}
