package actbench.activation.learned;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.util.Map;

/** E-Swish with a learned scale (Alcaide 2018): {@code beta x s(x)}. */
final class LearnedESwish extends LearnedFunction {
  private static final ElementFunction SWISH = ActivationCatalog.createElement("swish", Map.of());

  LearnedESwish(ElementFunction start) {
    super(start);
  }

  @Override
  public void forward(float[] x, float[][] p, float[] y, int n, float[][] work) {
    float[] beta = p[0];
    SWISH.forward(x, y, 0, n);
    for (int i = 0; i < n; i++) {
      y[i] *= beta[i];
    }
  }

  @Override
  public void backward(
      float[] x, float[] upstream, float[][] p, float[] dx, float[][] dp, int n, float[][] work) {
    float[] beta = p[0];
    float[] inBeta = dp[0];
    SWISH.backward(x, upstream, dx, 0, n);
    SWISH.forward(x, inBeta, 0, n);
    for (int i = 0; i < n; i++) {
      dx[i] *= beta[i];
    }
    for (int i = 0; i < n; i++) {
      inBeta[i] *= upstream[i];
    }
  }
}
