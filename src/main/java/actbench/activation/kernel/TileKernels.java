package actbench.activation.kernel;

import java.util.Map;
import java.util.Optional;

/** Finds the vector kernel of a function where this JVM can run it fast. */
public final class TileKernels {
  private static final boolean VECTORS =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorMath.isWide();

  private TileKernels() {}

  /** Whether this JVM runs vector kernels; without them every function is a plain loop. */
  public static boolean vectorized() {
    return VECTORS;
  }

  /**
   * The kernel of the function of this name, or nothing where a plain loop must serve.
   *
   * @param parameters values by parameter name, complete
   */
  public static Optional<TileKernel> find(String name, Map<String, Double> parameters) {
    if (!VECTORS) {
      return Optional.empty();
    }
    return VectorKernels.find(name, parameters).map(PaddedKernel::new);
  }

  /**
   * The kernel whose {@code backward} gives {@code upstream * df/dp} for one parameter p, or
   * nothing where a plain loop must serve.
   */
  public static Optional<TileKernel> findParameterDerivative(
      String name, String parameter, Map<String, Double> parameters) {
    if (!VECTORS) {
      return Optional.empty();
    }
    return VectorKernels.findParameterDerivative(name, parameter, parameters)
        .map(PaddedKernel::new);
  }

  /**
   * The kernel of two programs, or nothing where plain loops must serve.
   *
   * @param value the program's step that is f
   * @param derivative the step of the other program that is f'
   */
  public static Optional<TileKernel> compile(
      Program function, int value, Program slope, int derivative) {
    if (!VECTORS) {
      return Optional.empty();
    }
    return Optional.of(
        new PaddedKernel(
            new FusedKernel(
                FusedLoops.of(function, value, false), FusedLoops.of(slope, derivative, true))));
  }
}
