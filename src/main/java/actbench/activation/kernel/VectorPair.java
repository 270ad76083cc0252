package actbench.activation.kernel;

import jdk.incubator.vector.FloatVector;

/** A primitive of formulas, see {@link Primitive}. */
interface VectorPair {
  /** f of every lane. */
  FloatVector value(FloatVector x);

  /** f' of every lane, given f(x). The compiler shares what both compute. */
  FloatVector derivativeOf(FloatVector x, FloatVector value);
}
