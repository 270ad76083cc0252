package actbench.optim;

import java.util.List;

/**
 * Stochastic gradient descent, with or without momentum m.
 *
 * <ul>
 *   <li>Plain: update = lr g.
 *   <li>Keras 2.2: v = m v - lr g; update = -v, Nesterov: update = -(m v - lr g).
 *   <li>PyTorch: v = m v + g; update = lr v, Nesterov: update = lr (g + m v).
 * </ul>
 *
 * <p>The two differ only when the learning rate changes.
 */
public record Sgd(double momentum, boolean nesterov, Definition definition) implements UpdateRule {
  /** Without momentum. */
  public static final Sgd PLAIN = new Sgd(0, false, Definition.KERAS);

  @Override
  public List<String> state() {
    return momentum == 0 ? List.of() : List.of("velocity");
  }

  @Override
  public double ownMomentum() {
    return momentum == 0 ? Double.NaN : momentum;
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    if (this.momentum == 0) {
      return new Plain(rate);
    }
    // Both conventions are one recurrence: v = m v + in g; update = out (m v + in g) or out v.
    return definition == Definition.KERAS
        ? new Velocity(momentum, -rate, -1, nesterov)
        : new Velocity(momentum, 1, rate, nesterov);
  }

  private record Plain(double rate) implements Kernel {
    @Override
    public void apply(float[] g, float[][] state, int n) {
      float lr = (float) rate;
      for (int i = 0; i < n; i++) {
        g[i] *= lr;
      }
    }

    @Override
    public void apply(double[] g, double[][] state, int n) {
      double lr = rate;
      for (int i = 0; i < n; i++) {
        g[i] *= lr;
      }
    }
  }

  private record Velocity(double momentum, double in, double out, boolean nesterov)
      implements Kernel {
    @Override
    public void apply(float[] g, float[][] state, int n) {
      float[] velocity = state[0];
      float m = (float) momentum;
      float a = (float) in;
      float b = (float) out;
      float ahead = nesterov ? m : 1;
      float direct = nesterov ? a : 0;
      for (int i = 0; i < n; i++) {
        float gradient = g[i];
        float v = Tiles.normal(m * velocity[i] + a * gradient);
        velocity[i] = v;
        g[i] = b * (ahead * v + direct * gradient);
      }
    }

    @Override
    public void apply(double[] g, double[][] state, int n) {
      double[] velocity = state[0];
      double m = momentum;
      double a = in;
      double b = out;
      double ahead = nesterov ? m : 1;
      double direct = nesterov ? a : 0;
      for (int i = 0; i < n; i++) {
        double gradient = g[i];
        double v = m * velocity[i] + a * gradient;
        velocity[i] = v;
        g[i] = b * (ahead * v + direct * gradient);
      }
    }
  }
}
