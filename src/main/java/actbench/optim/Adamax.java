package actbench.optim;

import java.util.List;

/**
 * Adamax (Kingma and Ba 2014, section 7.1).
 *
 * <p>m = b1 m + (1 - b1) g.
 *
 * <ul>
 *   <li>Keras 2.2: u = max(b2 u, |g|); update = lr / (1 - b1^t) m / (u + epsilon).
 *   <li>PyTorch: u = max(b2 u, |g| + epsilon); update = lr / (1 - b1^t) m / u.
 * </ul>
 */
public record Adamax(double beta1, double beta2, double epsilon, Definition definition)
    implements UpdateRule {
  @Override
  public List<String> state() {
    return List.of("mean", "greatest");
  }

  @Override
  public double ownMomentum() {
    return beta1;
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    double scale = rate / (1 - Math.pow(momentum, t));
    return definition == Definition.KERAS
        ? new Greatest(momentum, beta2, scale, 0, epsilon)
        : new Greatest(momentum, beta2, scale, epsilon, 0);
  }

  private record Greatest(double beta1, double beta2, double scale, double inside, double outside)
      implements Kernel {
    @Override
    public void apply(float[] g, float[][] state, int n) {
      float[] mean = state[0];
      float[] greatest = state[1];
      float keep = (float) beta1;
      float take = (float) (1 - beta1);
      float decay = (float) beta2;
      float a = (float) scale;
      float in = (float) inside;
      float out = (float) outside;
      for (int i = 0; i < n; i++) {
        float gradient = g[i];
        float m = Tiles.normal(keep * mean[i] + take * gradient);
        float u = Tiles.normal(Math.max(decay * greatest[i], Math.abs(gradient) + in));
        mean[i] = m;
        greatest[i] = u;
        g[i] = a * m / (u + out);
      }
    }

    @Override
    public void apply(double[] g, double[][] state, int n) {
      double[] mean = state[0];
      double[] greatest = state[1];
      double keep = beta1;
      double take = 1 - beta1;
      double decay = beta2;
      double a = scale;
      double in = inside;
      double out = outside;
      for (int i = 0; i < n; i++) {
        double gradient = g[i];
        double m = keep * mean[i] + take * gradient;
        double u = Math.max(decay * greatest[i], Math.abs(gradient) + in);
        mean[i] = m;
        greatest[i] = u;
        g[i] = a * m / (u + out);
      }
    }
  }
}
