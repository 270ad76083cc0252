package actbench.optim;

import java.util.List;

/**
 * Adadelta (Zeiler 2012).
 *
 * <p>v = rho v + (1 - rho) g^2; d = g sqrt((a + epsilon) / (v + epsilon)); a = rho a + (1 - rho)
 * d^2; update = lr d.
 */
public record Adadelta(double rho, double epsilon) implements UpdateRule {
  @Override
  public List<String> state() {
    return List.of("square", "delta");
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    return new Ratio(rho, epsilon, rate);
  }

  private record Ratio(double rho, double epsilon, double rate) implements Kernel {
    @Override
    public void apply(float[] g, float[][] state, int n) {
      float[] square = state[0];
      float[] delta = state[1];
      float keep = (float) rho;
      float take = (float) (1 - rho);
      float eps = (float) epsilon;
      float lr = (float) rate;
      for (int i = 0; i < n; i++) {
        float gradient = g[i];
        float a = delta[i];
        float v = Tiles.normal(keep * square[i] + take * (gradient * gradient));
        float d = gradient * (float) Math.sqrt((a + eps) / (v + eps));
        square[i] = v;
        delta[i] = Tiles.normal(keep * a + take * (d * d));
        g[i] = lr * d;
      }
    }

    @Override
    public void apply(double[] g, double[][] state, int n) {
      double[] square = state[0];
      double[] delta = state[1];
      double keep = rho;
      double take = 1 - rho;
      double eps = epsilon;
      double lr = rate;
      for (int i = 0; i < n; i++) {
        double gradient = g[i];
        double a = delta[i];
        double v = keep * square[i] + take * (gradient * gradient);
        double d = gradient * Math.sqrt((a + eps) / (v + eps));
        square[i] = v;
        delta[i] = keep * a + take * (d * d);
        g[i] = lr * d;
      }
    }
  }
}
