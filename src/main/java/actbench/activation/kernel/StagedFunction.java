package actbench.activation.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * A function too large for one loop: {@link #first} is computed into scratch, and the rest from x
 * and that. See {@link VectorMath} on why size matters.
 */
interface StagedFunction {
  /** The function whose values the second stage reads. */
  VectorFunction first();

  /** f of every lane, given s = first(x). */
  FloatVector value(FloatVector x, FloatVector s);

  /** f' of every lane, given s = first(x). */
  FloatVector derivative(FloatVector x, FloatVector s);
}
