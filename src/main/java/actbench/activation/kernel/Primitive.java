package actbench.activation.kernel;

/**
 * A function of one argument from which formulas are built, over the first floats of arrays.
 * Stateless; x and a result may be the same array. Arrays are at least as long as the length
 * rounded up to a multiple of 64, and what lies beyond the length may be overwritten.
 */
public interface Primitive {
  /** Sets {@code y[i] = f(x[i])} for {@code 0 <= i < length}. */
  void value(float[] x, float[] y, int length);

  /** Sets {@code y[i] = f(x[i])} and {@code dy[i] = f'(x[i])} for {@code 0 <= i < length}. */
  void both(float[] x, float[] y, float[] dy, int length);
}
