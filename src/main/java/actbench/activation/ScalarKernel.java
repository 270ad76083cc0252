package actbench.activation;

import actbench.activation.kernel.TileKernel;

/**
 * The plain loop, for functions and platforms without a vector kernel.
 *
 * @param function computed in double, rounded to float at the end
 */
record ScalarKernel(ScalarFunction function) implements TileKernel {
  @Override
  public void forward(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = (float) function.value(x[i]);
    }
  }

  @Override
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      dx[i] = (float) (upstream[i] * function.derivative(x[i]));
    }
  }
}
