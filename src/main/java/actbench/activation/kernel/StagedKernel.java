package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import java.util.Optional;

/** A function in two stages, over stretches short enough for their scratch to stay in the cache. */
record StagedKernel(
    StagedFunction function, TileKernel first, Optional<VectorKernel> factor, StagedLoops loops)
    implements TileKernel {
  /** Floats of scratch; a multiple of every vector length. */
  private static final int STRETCH = 512;

  private static final FreshLoops<StagedLoops> LOOPS = new FreshLoops<>(StagedLoop.class);

  /** The kernel of a function; functions of one class share their loops. */
  static StagedKernel of(StagedFunction function) {
    return new StagedKernel(
        function,
        VectorKernel.of(function.first()),
        function.factor().map(VectorKernel::of),
        LOOPS.of(function.getClass()));
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    float[] s = new float[STRETCH];
    int end = from + SPECIES.loopBound(to - from);
    for (int start = from; start < end; start += STRETCH) {
      forward(x, y, start, Math.min(STRETCH, end - start), s);
    }
    if (end < to) {
      // The rest goes through the same code in a padded vector, so that borders change no bit.
      float[] pad = VectorMath.padded(x, end, to);
      forward(pad, pad, 0, pad.length, s);
      System.arraycopy(pad, 0, y, end, to - end);
    }
  }

  private void forward(float[] x, float[] y, int start, int length, float[] s) {
    apply(first, x, start, s, length);
    loops.forward(function, x, s, y, start, length);
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    float[][] scratch = new float[factor.isPresent() ? 2 : 1][STRETCH];
    int end = from + SPECIES.loopBound(to - from);
    for (int start = from; start < end; start += STRETCH) {
      backward(x, upstream, dx, start, Math.min(STRETCH, end - start), scratch);
    }
    if (end < to) {
      float[] pad = VectorMath.padded(x, end, to);
      backward(pad, VectorMath.padded(upstream, end, to), pad, 0, pad.length, scratch);
      System.arraycopy(pad, 0, dx, end, to - end);
    }
  }

  private void backward(
      float[] x, float[] upstream, float[] dx, int start, int length, float[][] scratch) {
    float[] s = scratch[0];
    apply(first, x, start, s, length);
    if (factor.isPresent()) {
      apply(factor.get(), x, start, scratch[1], length);
      loops.backward(function, scratch[1], 0, s, upstream, dx, start, length);
    } else {
      loops.backward(function, x, start, s, upstream, dx, start, length);
    }
  }

  private static void apply(TileKernel kernel, float[] x, int start, float[] result, int length) {
    System.arraycopy(x, start, result, 0, length);
    kernel.forward(result, result, 0, length);
  }
}
