package actbench.optim;

import java.util.List;

/**
 * Nadam (Dozat 2016), the rule of both Keras 2.2 and PyTorch.
 *
 * <p>With m, v as in {@link Adam}, mu(t) = b1 (1 - 0.96^(t decay) / 2) and P(t) = mu(1) ... mu(t):
 * update = lr [(1 - mu(t)) g / (1 - P(t)) + mu(t+1) m / (1 - P(t) mu(t+1))] / (sqrt(v / (1 - b2^t))
 * + epsilon).
 *
 * <p>Without the schedule of mu ({@code constant}), as in the first versions of the paper: update =
 * lr [b1 m + (1 - b1) g] / (1 - b1^t) / (sqrt(v / (1 - b2^t)) + epsilon).
 *
 * @param scheduleDecay {@code decay} above; Keras and PyTorch have 0.004
 * @param constant whether the momentum stays b1
 */
public record Nadam(
    double beta1, double beta2, double epsilon, double scheduleDecay, boolean constant)
    implements UpdateRule {
  @Override
  public List<String> state() {
    return List.of("mean", "square");
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    double second = 1 / (1 - Math.pow(beta2, t));
    if (constant) {
      double scale = rate / (1 - Math.pow(beta1, t));
      return new Moments(beta1, beta2, scale * beta1, scale * (1 - beta1), second, epsilon);
    }
    double product = product(t);
    double next = mu(t + 1);
    return new Moments(
        beta1,
        beta2,
        rate * next / (1 - product * next),
        rate * (1 - mu(t)) / (1 - product),
        second,
        epsilon);
  }

  private double mu(int t) {
    return beta1 * (1 - 0.5 * Math.pow(0.96, t * scheduleDecay));
  }

  // Multiplied anew in each step instead of kept as state. After some hundred steps it is so small
  // that 1 - P(t) is 1.
  private double product(int t) {
    double product = 1;
    for (int i = 1; i <= t && product > 0x1.0p-60; i++) {
      product *= mu(i);
    }
    return product;
  }
}
