package actbench.optim;

import java.util.List;

/**
 * RMSprop (Tieleman and Hinton 2012), with or without momentum m.
 *
 * <p>v = rho v + (1 - rho) g^2; s = g / (sqrt(v) + epsilon); update = lr s. With momentum: b = m b
 * + s; update = lr b.
 */
public record RmsProp(double rho, double epsilon, double momentum) implements UpdateRule {
  @Override
  public List<String> state() {
    return momentum == 0 ? List.of("square") : List.of("square", "velocity");
  }

  @Override
  public double ownMomentum() {
    return momentum == 0 ? Double.NaN : momentum;
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    return this.momentum == 0
        ? new Scaled(rho, epsilon, rate)
        : new Heavy(rho, epsilon, rate, momentum);
  }

  private record Scaled(double rho, double epsilon, double rate) implements Kernel {
    @Override
    public void apply(float[] g, float[][] state, int n) {
      float[] square = state[0];
      float keep = (float) rho;
      float take = (float) (1 - rho);
      float eps = (float) epsilon;
      float lr = (float) rate;
      for (int i = 0; i < n; i++) {
        float gradient = g[i];
        float v = Tiles.normal(keep * square[i] + take * (gradient * gradient));
        square[i] = v;
        g[i] = lr * gradient / ((float) Math.sqrt(v) + eps);
      }
    }

    @Override
    public void apply(double[] g, double[][] state, int n) {
      double[] square = state[0];
      double keep = rho;
      double take = 1 - rho;
      double eps = epsilon;
      double lr = rate;
      for (int i = 0; i < n; i++) {
        double gradient = g[i];
        double v = keep * square[i] + take * (gradient * gradient);
        square[i] = v;
        g[i] = lr * gradient / (Math.sqrt(v) + eps);
      }
    }
  }

  private record Heavy(double rho, double epsilon, double rate, double momentum) implements Kernel {
    @Override
    public void apply(float[] g, float[][] state, int n) {
      new Scaled(rho, epsilon, 1).apply(g, state, n);
      float[] velocity = state[1];
      float m = (float) momentum;
      float lr = (float) rate;
      for (int i = 0; i < n; i++) {
        float gradient = g[i];
        float b = Tiles.normal(m * velocity[i] + gradient);
        velocity[i] = b;
        g[i] = lr * b;
      }
    }

    @Override
    public void apply(double[] g, double[][] state, int n) {
      new Scaled(rho, epsilon, 1).apply(g, state, n);
      double[] velocity = state[1];
      double m = momentum;
      double lr = rate;
      for (int i = 0; i < n; i++) {
        double gradient = g[i];
        double b = m * velocity[i] + gradient;
        velocity[i] = b;
        g[i] = lr * b;
      }
    }
  }
}
