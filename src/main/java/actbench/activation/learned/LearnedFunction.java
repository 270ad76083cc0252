package actbench.activation.learned;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ActivationException;
import actbench.activation.ElementFunction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A function whose trainable parameters may differ from element to element.
 *
 * <p>Immutable; several threads may work with it, each in arrays of its own. In float it runs on
 * the vector kernels where the JVM has them, in double it is as exact as the catalogue.
 */
public abstract sealed class LearnedFunction
    permits LearnedPrelu, LearnedSRelu, LearnedSwish, LearnedBetaMish, LearnedESwish {
  /** How many arrays {@link #forward} and {@link #backward} need to work in. */
  public static final int WORK = 4;

  private final ElementFunction start;
  private final ActivationEntry entry;

  LearnedFunction(ElementFunction start) {
    this.start = start;
    this.entry = ActivationCatalog.find(start.name()).orElseThrow();
  }

  /**
   * The function whose parameters start at those of another.
   *
   * @throws ActivationException if it has no parameter to learn
   */
  public static LearnedFunction of(ElementFunction start) {
    return switch (start.name()) {
      case "prelu" -> new LearnedPrelu(start);
      case "srelu" -> new LearnedSRelu(start);
      case "swish" -> new LearnedSwish(start);
      case "beta-mish" -> new LearnedBetaMish(start);
      case "e-swish" -> new LearnedESwish(start);
      default ->
          throw new ActivationException("'" + start.name() + "' has no parameter to be learned");
    };
  }

  /** Names of the parameters that are learned, in the order of all arrays of parameters. */
  public final List<String> names() {
    return entry.learnable();
  }

  /** The function before anything was learned. */
  public final ElementFunction start() {
    return start;
  }

  /**
   * Sets {@code y[i] = f(x[i])} for {@code 0 <= i < n}.
   *
   * @param p for each parameter its value at each element
   * @param y another array than x
   * @param work {@link #WORK} arrays of the length of a tile, whatever was left there
   */
  public abstract void forward(float[] x, float[][] p, float[] y, int n, float[][] work);

  /**
   * Sets {@code dx[i] = upstream[i] * f'(x[i])} and {@code dp[k][i] = upstream[i] * df/dp[k](x[i])}
   * for {@code 0 <= i < n}; no two arrays may be the same. Arguments as in {@link #forward}.
   */
  public abstract void backward(
      float[] x, float[] upstream, float[][] p, float[] dx, float[][] dp, int n, float[][] work);

  /** The function at these values of the learned parameters, in double. */
  public ElementFunction at(double... values) {
    Map<String, Double> all = new TreeMap<>(start.parameters());
    for (int k = 0; k < values.length; k++) {
      all.put(names().get(k), values[k]);
    }
    return entry.learned(all);
  }

  /** The derivative in parameter k at these values of the learned parameters, in double. */
  public double derivative(int k, double x, double... values) {
    return at(values).parameterDerivative(names().get(k), x);
  }
}
