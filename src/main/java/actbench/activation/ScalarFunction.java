package actbench.activation;

import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number and its derivative.
 *
 * <p>Implementations are stateless and may be called from several threads. A finite argument never
 * gives NaN. At a kink the derivative is one of the two one-sided derivatives.
 */
public interface ScalarFunction {
  /** f(x). */
  double value(double x);

  /** f'(x). */
  double derivative(double x);

  /** The function made of these two parts. */
  static ScalarFunction of(DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
    return new ScalarFunction() {
      @Override
      public double value(double x) {
        return value.applyAsDouble(x);
      }

      @Override
      public double derivative(double x) {
        return derivative.applyAsDouble(x);
      }
    };
  }

  /** The function with one rule for positive arguments and another for the rest. */
  static ScalarFunction split(ScalarFunction positive, ScalarFunction rest) {
    return of(
        x -> (x > 0 ? positive : rest).value(x), x -> (x > 0 ? positive : rest).derivative(x));
  }
}
