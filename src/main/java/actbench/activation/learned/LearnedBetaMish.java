package actbench.activation.learned;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.util.Arrays;
import java.util.Map;

/** Beta-Mish with a learned power (Misra 2019): {@code x tanh(beta sp(x))}. */
final class LearnedBetaMish extends LearnedFunction {
  private static final ElementFunction SOFTPLUS =
      ActivationCatalog.createElement("softplus", Map.of());
  private static final ElementFunction TANH = ActivationCatalog.createElement("tanh", Map.of());

  LearnedBetaMish(ElementFunction start) {
    super(start);
  }

  @Override
  public void forward(float[] x, float[][] p, float[] y, int n, float[][] work) {
    float[] beta = p[0];
    SOFTPLUS.forward(x, y, 0, n);
    for (int i = 0; i < n; i++) {
      y[i] *= beta[i];
    }
    TANH.forward(y, y, 0, n);
    for (int i = 0; i < n; i++) {
      y[i] *= x[i];
    }
  }

  /** With z = beta sp(x): f' = tanh z + x beta s(x) tanh' z, and x sp(x) tanh' z in beta. */
  @Override
  public void backward(
      float[] x, float[] upstream, float[][] p, float[] dx, float[][] dp, int n, float[][] work) {
    float[] softplus = work[0];
    float[] sigmoid = work[1];
    float[] gate = work[2];
    float[] slope = work[3];
    float[] beta = p[0];
    SOFTPLUS.forward(x, softplus, 0, n);
    Arrays.fill(sigmoid, 0, n, 1);
    SOFTPLUS.backward(x, sigmoid, sigmoid, 0, n);
    for (int i = 0; i < n; i++) {
      gate[i] = beta[i] * softplus[i];
    }
    Arrays.fill(slope, 0, n, 1);
    TANH.backward(gate, slope, slope, 0, n);
    TANH.forward(gate, gate, 0, n);
    for (int i = 0; i < n; i++) {
      dx[i] = upstream[i] * (gate[i] + x[i] * (beta[i] * sigmoid[i] * slope[i]));
    }
    float[] inBeta = dp[0];
    for (int i = 0; i < n; i++) {
      inBeta[i] = upstream[i] * (x[i] * (softplus[i] * slope[i]));
    }
  }
}
