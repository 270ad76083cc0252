package actbench.optim;

import java.util.List;

/**
 * Adam (Kingma and Ba 2014), and AMSGrad (Reddi, Kale and Kumar 2018).
 *
 * <p>m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; x = v, AMSGrad: x = max(x, v).
 *
 * <ul>
 *   <li>Keras 2.2: update = lr sqrt(1 - b2^t) / (1 - b1^t) m / (sqrt(x) + epsilon).
 *   <li>PyTorch: update = lr m / (1 - b1^t) / (sqrt(x / (1 - b2^t)) + epsilon).
 * </ul>
 */
public record Adam(
    double beta1, double beta2, double epsilon, boolean amsgrad, Definition definition)
    implements UpdateRule {
  @Override
  public List<String> state() {
    return amsgrad ? List.of("mean", "square", "greatest") : List.of("mean", "square");
  }

  @Override
  public double ownMomentum() {
    return beta1;
  }

  @Override
  public Kernel step(int t, double rate, double momentum) {
    double first = 1 - Math.pow(momentum, t);
    double second = 1 - Math.pow(beta2, t);
    Moments moments =
        definition == Definition.KERAS
            ? new Moments(momentum, beta2, rate * Math.sqrt(second) / first, 0, 1, epsilon)
            : new Moments(momentum, beta2, rate / first, 0, 1 / second, epsilon);
    return amsgrad ? moments.withGreatest() : moments;
  }
}
