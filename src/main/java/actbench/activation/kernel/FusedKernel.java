package actbench.activation.kernel;

/** A kernel whose loops were written for it, see {@link LoopWriter}; for whole vectors. */
record FusedKernel(FusedLoops value, FusedLoops derivative) implements TileKernel {
  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    value.run(x, null, y, from, to);
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    derivative.run(x, upstream, dx, from, to);
  }
}
