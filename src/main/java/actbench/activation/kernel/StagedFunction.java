package actbench.activation.kernel;

import java.util.Optional;
import jdk.incubator.vector.FloatVector;

/**
 * A function too large for one loop: {@link #first} is computed into scratch, and the rest from x
 * and that. See {@link VectorMath} on why size matters.
 */
interface StagedFunction {
  /** The function whose values the second stage reads as s. */
  VectorFunction first();

  /** The function whose values {@link #derivative} reads in place of x, if any. */
  default Optional<VectorFunction> factor() {
    return Optional.empty();
  }

  /** f of every lane, given s = first(x). */
  FloatVector value(FloatVector x, FloatVector s);

  /** f' of every lane, given s = first(x), and x or factor(x). */
  FloatVector derivative(FloatVector factor, FloatVector s);
}
