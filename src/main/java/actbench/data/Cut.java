package actbench.data;

import actbench.spec.Choice;
import java.util.List;
import java.util.OptionalInt;

/**
 * How much of a data set a spec asks for.
 *
 * @param train examples to train on; empty for all that are not held out
 * @param validation examples held out of the training set; 0 for none
 * @param test examples to test on; empty for all
 */
record Cut(OptionalInt train, int validation, OptionalInt test) {
  static final String TRAIN = "train";
  static final String VALIDATION = "validation";
  static final String TEST = "test";

  /** What the parameters of this choice say. */
  static Cut of(Choice choice) {
    for (String parameter : choice.parameters().keySet()) {
      if (!List.of(TRAIN, VALIDATION, TEST).contains(parameter)) {
        throw new DataException(
            "data set '" + choice.name() + "' has no parameter '" + parameter + "'");
      }
    }
    return new Cut(
        count(choice, TRAIN, 1), count(choice, VALIDATION, 0).orElse(0), count(choice, TEST, 1));
  }

  private static OptionalInt count(Choice choice, String parameter, int least) {
    if (!choice.parameters().containsKey(parameter)) {
      return OptionalInt.empty();
    }
    Object value = choice.parameters().get(parameter);
    if (value instanceof Long number && number >= least && number <= Integer.MAX_VALUE) {
      return OptionalInt.of(Math.toIntExact(number));
    }
    throw new DataException(
        "data set '"
            + choice.name()
            + "': bad '"
            + parameter
            + "', found '"
            + value
            + "'; expected a whole number of at least "
            + least);
  }
}
