package actbench.activation.kernel;

/** A loop that {@link LoopWriter} wrote. */
interface FusedLoop {
  /**
   * Runs over {@code from <= i < from + length}; the length is a multiple of the vector's.
   *
   * @param upstream null where the result is not to be multiplied by it
   * @param out where the last loop of a program writes
   * @param scratch values that one loop hands to the next, from 0 on
   */
  void run(float[] x, float[] upstream, float[] out, int from, int length, float[][] scratch);
}
