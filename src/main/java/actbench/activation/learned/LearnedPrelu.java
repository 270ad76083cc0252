package actbench.activation.learned;

import actbench.activation.ElementFunction;
import actbench.activation.UnitStep;

/** Parametric ReLU (He et al. 2015): {@code max(x, 0) + alpha min(x, 0)}. */
final class LearnedPrelu extends LearnedFunction {
  LearnedPrelu(ElementFunction start) {
    super(start);
  }

  @Override
  public void forward(float[] x, float[][] p, float[] y, int n, float[][] work) {
    float[] alpha = p[0];
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], 0) + alpha[i] * Math.min(x[i], 0);
    }
  }

  @Override
  public void backward(
      float[] x, float[] upstream, float[][] p, float[] dx, float[][] dp, int n, float[][] work) {
    float[] alpha = p[0];
    for (int i = 0; i < n; i++) {
      float step = UnitStep.of(x[i]);
      dx[i] = upstream[i] * (step + alpha[i] * (1 - step));
    }
    float[] slope = dp[0];
    for (int i = 0; i < n; i++) {
      slope[i] = upstream[i] * Math.min(x[i], 0);
    }
  }
}
