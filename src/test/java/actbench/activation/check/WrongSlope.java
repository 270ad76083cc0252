package actbench.activation.check;

import actbench.activation.ScalarFunction;

/** A ReLU whose derivative forgets half of itself. */
public final class WrongSlope implements ScalarFunction {
  @Override
  public double value(double x) {
    return Math.max(x, 0);
  }

  @Override
  public double derivative(double x) {
    return Double.isNaN(x) || x > 0 ? 0.5 * x / x : 0;
  }
}
