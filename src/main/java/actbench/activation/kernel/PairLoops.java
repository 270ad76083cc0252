package actbench.activation.kernel;

/** The loops of a primitive, see {@link PairLoop}. Arrays have whole vectors beyond the length. */
interface PairLoops {
  void value(VectorPair function, float[] x, float[] y, int length);

  void both(VectorPair function, float[] x, float[] y, float[] dy, int length);
}
