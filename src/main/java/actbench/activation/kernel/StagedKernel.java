package actbench.activation.kernel;

import java.util.Optional;

/**
 * A function in two stages, over stretches short enough for their scratch to stay in the cache; for
 * whole vectors.
 */
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
    for (int start = from; start < to; start += STRETCH) {
      int length = Math.min(STRETCH, to - start);
      apply(first, x, start, s, length);
      loops.forward(function, x, s, y, start, length);
    }
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    float[] s = new float[STRETCH];
    float[] scratch = new float[factor.isPresent() ? STRETCH : 0];
    for (int start = from; start < to; start += STRETCH) {
      int length = Math.min(STRETCH, to - start);
      apply(first, x, start, s, length);
      if (factor.isPresent()) {
        apply(factor.get(), x, start, scratch, length);
        loops.backward(function, scratch, 0, s, upstream, dx, start, length);
      } else {
        loops.backward(function, x, start, s, upstream, dx, start, length);
      }
    }
  }

  private static void apply(TileKernel kernel, float[] x, int start, float[] result, int length) {
    System.arraycopy(x, start, result, 0, length);
    kernel.forward(result, result, 0, length);
  }
}
