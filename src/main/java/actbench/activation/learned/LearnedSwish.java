package actbench.activation.learned;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.util.Arrays;
import java.util.Map;

/** Swish with a learned steepness (Ramachandran et al. 2017): {@code x s(beta x)}. */
final class LearnedSwish extends LearnedFunction {
  private static final ElementFunction SIGMOID =
      ActivationCatalog.createElement("sigmoid", Map.of());

  LearnedSwish(ElementFunction start) {
    super(start);
  }

  @Override
  public void forward(float[] x, float[][] p, float[] y, int n, float[][] work) {
    float[] beta = p[0];
    for (int i = 0; i < n; i++) {
      y[i] = beta[i] * x[i];
    }
    SIGMOID.forward(y, y, 0, n);
    for (int i = 0; i < n; i++) {
      y[i] *= x[i];
    }
  }

  /** With z = beta x: f' = s(z) + z s'(z), and x^2 s'(z) in beta. */
  @Override
  public void backward(
      float[] x, float[] upstream, float[][] p, float[] dx, float[][] dp, int n, float[][] work) {
    float[] z = work[0];
    float[] gate = work[1];
    float[] slope = work[2];
    float[] beta = p[0];
    for (int i = 0; i < n; i++) {
      z[i] = beta[i] * x[i];
    }
    SIGMOID.forward(z, gate, 0, n);
    Arrays.fill(slope, 0, n, 1);
    SIGMOID.backward(z, slope, slope, 0, n);
    for (int i = 0; i < n; i++) {
      dx[i] = upstream[i] * (gate[i] + z[i] * slope[i]);
    }
    float[] inBeta = dp[0];
    for (int i = 0; i < n; i++) {
      // In this order a slope of 0 wins over a large x.
      inBeta[i] = upstream[i] * (x[i] * (x[i] * slope[i]));
    }
  }
}
