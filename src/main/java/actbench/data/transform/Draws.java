package actbench.data.transform;

import java.util.random.RandomGenerator;

/** Where random numbers come from. */
@FunctionalInterface
public interface Draws {
  /** The stream of this name, from its start. */
  RandomGenerator of(String name);

  /** The stream of a purpose for one example in one epoch. */
  default RandomGenerator of(String purpose, int epoch, int example) {
    return of(purpose + "/epoch " + epoch + "/example " + example);
  }
}
