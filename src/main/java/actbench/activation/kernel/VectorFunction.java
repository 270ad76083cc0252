package actbench.activation.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * A function of as many floats as a vector register holds, and its derivative.
 *
 * <p>Implementations are records: their fields are constants to the compiler. They must not branch
 * on single lanes, nor call a method that more than a few classes implement.
 */
interface VectorFunction {
  /** f of every lane. */
  FloatVector value(FloatVector x);

  /** f' of every lane. */
  FloatVector derivative(FloatVector x);
}
