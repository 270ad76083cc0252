package actbench.activation.kernel;

/** The two loops of a kernel, see {@link VectorLoop}. */
interface VectorLoops {
  void forward(VectorFunction function, float[] x, float[] y, int from, int to);

  void backward(VectorFunction function, float[] x, float[] upstream, float[] dx, int from, int to);
}
