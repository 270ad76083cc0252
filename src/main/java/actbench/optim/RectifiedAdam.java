package actbench.optim;

import java.util.List;

/**
 * RAdam (Liu et al. 2019), as in PyTorch.
 *
 * <p>With m, v as in {@link Adam}, r = 2/(1 - b2) - 1 and r(t) = r - 2 t b2^t / (1 - b2^t): where
 * r(t) > 5, update = lr m / (1 - b1^t) R sqrt(1 - b2^t) / (sqrt(v) + epsilon) with R = sqrt((r(t) -
 * 4)(r(t) - 2) r / ((r - 4)(r - 2) r(t))); else update = lr m / (1 - b1^t).
 */
public record RectifiedAdam(double beta1, double beta2, double epsilon) implements UpdateRule {
  @Override
  public List<String> state() {
    return List.of("mean", "square");
  }

  @Override
  public double ownMomentum() {
    return beta1;
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    double scale = rate / (1 - Math.pow(momentum, t));
    double power = Math.pow(beta2, t);
    double limit = 2 / (1 - beta2) - 1;
    double length = limit - 2 * t * power / (1 - power);
    if (length <= 5) {
      return new Moments(momentum, beta2, scale, 0, 1, epsilon).withoutScaling();
    }
    double rectification =
        Math.sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length));
    double factor = scale * rectification * Math.sqrt(1 - power);
    return new Moments(momentum, beta2, factor, 0, 1, epsilon);
  }
}
