package actbench.activation.kernel;

/**
 * An activation over part of an array of floats, in one pass. Stateless: several threads may run
 * tiles at once. The result for an element does not depend on where the tile begins or ends.
 */
public interface TileKernel {
  /** Sets {@code y[i] = f(x[i])} for {@code from <= i < to}; x and y may be the same array. */
  void forward(float[] x, float[] y, int from, int to);

  /**
   * Sets {@code dx[i] = upstream[i] * f'(x[i])} for {@code from <= i < to}; any of the arrays may
   * be the same.
   */
  void backward(float[] x, float[] upstream, float[] dx, int from, int to);
}
