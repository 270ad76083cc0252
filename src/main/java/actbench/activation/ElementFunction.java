package actbench.activation;

import actbench.activation.kernel.TileKernel;
import actbench.activation.kernel.TileKernels;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An activation that acts on each number alone.
 *
 * <p>In double it is as exact as {@link ScalarFunction}. The float form runs on the vector kernels
 * where the JVM has them. Its results do not depend on where a tile begins or ends. Two functions
 * with the same name and parameters are equal.
 */
public final class ElementFunction implements ActivationFunction {
  private final String name;
  private final Parameters parameters;
  private final ScalarFunction scalar;
  private final Map<String, ParameterDerivative> parameterDerivatives;
  private final TileKernel kernel;

  /** f's derivative in one parameter. */
  @FunctionalInterface
  interface ParameterDerivative {
    double at(Parameters parameters, double x);
  }

  ElementFunction(
      String name,
      Parameters parameters,
      ScalarFunction scalar,
      Map<String, ParameterDerivative> parameterDerivatives,
      TileKernel kernel) {
    this.name = Objects.requireNonNull(name, "name");
    this.parameters = parameters;
    this.scalar = scalar;
    this.parameterDerivatives = Map.copyOf(parameterDerivatives);
    this.kernel = kernel;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SortedMap<String, Double> parameters() {
    return parameters.values();
  }

  /** f(x). */
  public double value(double x) {
    return scalar.value(x);
  }

  /** f'(x); at a kink one of the one-sided derivatives. */
  public double derivative(double x) {
    return scalar.derivative(x);
  }

  /**
   * The derivative of f(x) in a trainable parameter.
   *
   * @throws IllegalArgumentException if the parameter is not trainable
   */
  public double parameterDerivative(String parameter, double x) {
    return parameterDerivativeOf(parameter).at(parameters, x);
  }

  private ParameterDerivative parameterDerivativeOf(String parameter) {
    ParameterDerivative derivative = parameterDerivatives.get(parameter);
    if (derivative == null) {
      throw new IllegalArgumentException("'" + parameter + "' of '" + name + "' is not trainable");
    }
    return derivative;
  }

  /** The same function with one parameter replaced. */
  public ElementFunction with(String parameter, double value) {
    return ActivationCatalog.createElement(name, parameters.with(parameter, value).values());
  }

  /** Sets {@code y[i] = f(x[i])} for {@code from <= i < to}; x and y may be the same array. */
  public void forward(float[] x, float[] y, int from, int to) {
    kernel.forward(x, y, from, to);
  }

  /**
   * Sets {@code dx[i] = upstream[i] * f'(x[i])} for {@code from <= i < to}; any of the arrays may
   * be the same.
   */
  public void backward(float[] x, float[] upstream, float[] dx, int from, int to) {
    kernel.backward(x, upstream, dx, from, to);
  }

  /** {@link #forward(float[], float[], int, int)} in double. */
  public void forward(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = scalar.value(x[i]);
    }
  }

  /** {@link #backward(float[], float[], float[], int, int)} in double. */
  public void backward(double[] x, double[] upstream, double[] dx, int from, int to) {
    for (int i = from; i < to; i++) {
      dx[i] = upstream[i] * scalar.derivative(x[i]);
    }
  }

  /**
   * Sets {@code gradient[i] = upstream[i] * df/dp(x[i])} for {@code from <= i < to}. A layer sums
   * this over what shares the parameter.
   */
  public void parameterGradient(
      String parameter, float[] x, float[] upstream, float[] gradient, int from, int to) {
    parameterDerivativeOf(parameter);
    Optional<TileKernel> fast =
        TileKernels.findParameterDerivative(name, parameter, parameters.values());
    if (fast.isPresent()) {
      fast.get().backward(x, upstream, gradient, from, to);
      return;
    }
    for (int i = from; i < to; i++) {
      gradient[i] = (float) (upstream[i] * parameterDerivative(parameter, x[i]));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElementFunction function
        && name.equals(function.name)
        && parameters.equals(function.parameters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, parameters);
  }

  @Override
  public String toString() {
    return label();
  }
}
