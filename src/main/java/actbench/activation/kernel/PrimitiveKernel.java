package actbench.activation.kernel;

/** A primitive together with loops of its own. */
record PrimitiveKernel(VectorPair function, PairLoops loops) implements Primitive {
  private static final FreshLoops<PairLoops> LOOPS = new FreshLoops<>(PairLoop.class);

  /** The kernel of a primitive; functions of one class share their loops. */
  static PrimitiveKernel of(VectorPair function) {
    return new PrimitiveKernel(function, LOOPS.of(function.getClass()));
  }

  @Override
  public void value(float[] x, float[] y, int length) {
    loops.value(function, x, y, length);
  }

  @Override
  public void both(float[] x, float[] y, float[] dy, int length) {
    loops.both(function, x, y, dy, length);
  }
}
