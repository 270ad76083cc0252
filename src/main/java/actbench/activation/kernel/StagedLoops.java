package actbench.activation.kernel;

/**
 * The loops of a second stage, see {@link StagedLoop}. The scratch array {@code s} belongs to x:
 * {@code s[i - from]} goes with {@code x[i]}. Its length is a multiple of the vector's.
 */
interface StagedLoops {
  void forward(StagedFunction function, float[] x, float[] s, float[] y, int from, int to);

  void backward(
      StagedFunction function,
      float[] x,
      float[] s,
      float[] upstream,
      float[] dx,
      int from,
      int to);
}
