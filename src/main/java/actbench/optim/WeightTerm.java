package actbench.optim;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Adds {@code sign} times the sign of a weight and {@code slope} times the weight to its gradient.
 */
record WeightTerm(double sign, double slope) implements UpdateRule.Kernel {
  /** Both arrays without gaps and in one order. */
  void addTo(INDArray gradient, INDArray weights) {
    Tiles.reading().run(this, gradient, weights);
  }

  @Override
  public void apply(float[] g, float[][] state, int n) {
    float[] weights = state[0];
    float b = (float) slope;
    for (int i = 0; i < n; i++) {
      g[i] += b * weights[i];
    }
    if (sign != 0) {
      float a = (float) sign;
      for (int i = 0; i < n; i++) {
        g[i] += a * Math.signum(weights[i]);
      }
    }
  }

  @Override
  public void apply(double[] g, double[][] state, int n) {
    double[] weights = state[0];
    double b = slope;
    for (int i = 0; i < n; i++) {
      g[i] += b * weights[i];
    }
    if (sign != 0) {
      double a = sign;
      for (int i = 0; i < n; i++) {
        g[i] += a * Math.signum(weights[i]);
      }
    }
  }
}
