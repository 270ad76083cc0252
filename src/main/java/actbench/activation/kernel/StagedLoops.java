package actbench.activation.kernel;

/**
 * The loops of a second stage, see {@link StagedLoop}. The scratch array {@code s} starts at 0, and
 * the length worked on is a multiple of the vector's.
 */
interface StagedLoops {
  /** Reads x and writes y from {@code from} on. */
  void forward(StagedFunction function, float[] x, float[] s, float[] y, int from, int length);

  /**
   * Reads the factor from {@code factorFrom}, upstream from {@code from} on, and writes dx there.
   */
  void backward(
      StagedFunction function,
      float[] factor,
      int factorFrom,
      float[] s,
      float[] upstream,
      float[] dx,
      int from,
      int length);
}
