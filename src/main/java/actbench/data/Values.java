package actbench.data;

/** The values of examples, by row. */
interface Values {
  /** Writes the values of one row to {@code target}, from {@code offset} on. */
  void copy(int row, Layout layout, float[] target, int offset);
}
