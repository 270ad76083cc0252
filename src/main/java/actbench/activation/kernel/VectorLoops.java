package actbench.activation.kernel;

/**
 * The two loops of a kernel, see {@link VectorLoop}, over {@code from <= i < end}. The length is a
 * multiple of the vector's.
 */
interface VectorLoops {
  void forward(VectorFunction function, float[] x, float[] y, int from, int end);

  void backward(
      VectorFunction function, float[] x, float[] upstream, float[] dx, int from, int end);
}
