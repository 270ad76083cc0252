package actbench.activation.kernel;

/** A vector function together with loops of its own, for whole vectors. */
record VectorKernel(VectorFunction function, VectorLoops loops) implements TileKernel {
  private static final FreshLoops<VectorLoops> LOOPS = new FreshLoops<>(VectorLoop.class);

  /** The kernel of a function; functions of one class share their loops. */
  static VectorKernel of(VectorFunction function) {
    return new VectorKernel(function, LOOPS.of(function.getClass()));
  }

  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    loops.forward(function, x, y, from, to);
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    loops.backward(function, x, upstream, dx, from, to);
  }
}
