package actbench.activation.kernel;

/** A function in two stages, over stretches short enough for their scratch to stay in the cache. */
record StagedKernel(StagedFunction function, TileKernel first, StagedLoops loops)
    implements TileKernel {
  /** Floats of scratch; a multiple of every vector length. */
  private static final int STRETCH = 512;

  private static final FreshLoops<StagedLoops> LOOPS = new FreshLoops<>(StagedLoop.class);

  /** The kernel of a function; functions of one class share their loops. */
  static StagedKernel of(StagedFunction function) {
    return new StagedKernel(
        function, VectorKernel.of(function.first()), LOOPS.of(function.getClass()));
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    float[] s = new float[STRETCH];
    for (int start = from; start < to; start += STRETCH) {
      int end = Math.min(start + STRETCH, to);
      firstStage(x, s, start, end);
      loops.forward(function, x, s, y, start, end);
    }
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    float[] s = new float[STRETCH];
    for (int start = from; start < to; start += STRETCH) {
      int end = Math.min(start + STRETCH, to);
      firstStage(x, s, start, end);
      loops.backward(function, x, s, upstream, dx, start, end);
    }
  }

  private void firstStage(float[] x, float[] s, int start, int end) {
    System.arraycopy(x, start, s, 0, end - start);
    first.forward(s, s, 0, end - start);
  }
}
