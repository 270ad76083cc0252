package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

/** A vector function together with loops of its own. */
record VectorKernel(VectorFunction function, VectorLoops loops) implements TileKernel {
  private static final FreshLoops<VectorLoops> LOOPS = new FreshLoops<>(VectorLoop.class);

  /** The kernel of a function; functions of one class share their loops. */
  static VectorKernel of(VectorFunction function) {
    return new VectorKernel(function, LOOPS.of(function.getClass()));
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    loops.forward(function, x, y, from, end);
    if (end < to) {
      // The rest goes through the same code in a padded vector, so that borders change no bit.
      float[] pad = VectorMath.padded(x, end, to);
      loops.forward(function, pad, pad, 0, pad.length);
      System.arraycopy(pad, 0, y, end, to - end);
    }
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    int end = from + SPECIES.loopBound(to - from);
    loops.backward(function, x, upstream, dx, from, end);
    if (end < to) {
      float[] pad = VectorMath.padded(x, end, to);
      loops.backward(function, pad, VectorMath.padded(upstream, end, to), pad, 0, pad.length);
      System.arraycopy(pad, 0, dx, end, to - end);
    }
  }
}
