package actbench.optim;

import java.util.List;

/**
 * Adagrad (Duchi, Hazan and Singer 2011).
 *
 * <p>v = v + g^2, from {@code initialAccumulator}; update = lr g / (sqrt(v) + epsilon).
 */
public record Adagrad(double initialAccumulator, double epsilon) implements UpdateRule {
  @Override
  public List<String> state() {
    return List.of("square");
  }

  @Override
  public double initialState() {
    return initialAccumulator;
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    return new Sum(epsilon, rate);
  }

  private record Sum(double epsilon, double rate) implements Kernel {
    @Override
    public void apply(float[] g, float[][] state, int n) {
      float[] square = state[0];
      float eps = (float) epsilon;
      float lr = (float) rate;
      for (int i = 0; i < n; i++) {
        float gradient = g[i];
        float v = square[i] + gradient * gradient;
        square[i] = v;
        g[i] = lr * gradient / ((float) Math.sqrt(v) + eps);
      }
    }

    @Override
    public void apply(double[] g, double[][] state, int n) {
      double[] square = state[0];
      double eps = epsilon;
      double lr = rate;
      for (int i = 0; i < n; i++) {
        double gradient = g[i];
        double v = square[i] + gradient * gradient;
        square[i] = v;
        g[i] = lr * gradient / (Math.sqrt(v) + eps);
      }
    }
  }
}
