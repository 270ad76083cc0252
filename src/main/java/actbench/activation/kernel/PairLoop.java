package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.SPECIES;

import jdk.incubator.vector.FloatVector;

/** {@link VectorLoop} for primitives; loaded anew for each kind of function like that one. */
final class PairLoop implements PairLoops {
  PairLoop() {}

  @Override
  public void value(VectorPair function, float[] x, float[] y, int length) {
    for (int i = 0; i < length; i += SPECIES.length()) {
      function.value(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
    }
  }

  @Override
  public void both(VectorPair function, float[] x, float[] y, float[] dy, int length) {
    for (int i = 0; i < length; i += SPECIES.length()) {
      FloatVector argument = FloatVector.fromArray(SPECIES, x, i);
      FloatVector value = function.value(argument);
      function.derivativeOf(argument, value).intoArray(dy, i);
      value.intoArray(y, i);
    }
  }
}
