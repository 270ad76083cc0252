package actbench.data;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import java.util.List;
import java.util.OptionalInt;

/**
 * How much of a data set a spec asks for.
 *
 * @param train examples to train on; empty for all that are not held out
 * @param validation examples held out of the training set; 0 for none
 * @param test examples to test on; empty for all
 * @param splitSeed the seed that shuffles the examples before they are cut; empty to cut them in
 *     their published order
 */
record Cut(OptionalInt train, int validation, OptionalInt test, OptionalInt splitSeed) {
  static final String TRAIN = "train";
  static final String VALIDATION = "validation";
  static final String TEST = "test";
  static final String SPLIT_SEED = "split-seed";
  static final List<String> PARAMETERS = List.of(TRAIN, VALIDATION, TEST, SPLIT_SEED);

  /**
   * The parameters that ask for a cut.
   *
   * @param train the most examples that there are to train on
   * @param test the most examples that there are to test on
   */
  static List<Parameter> parameters(int train, int test) {
    return List.of(
        Parameter.integer(TRAIN, "training examples, balanced; all without it")
            .atLeast(1)
            .atMost(train),
        Parameter.integer(VALIDATION, "training examples held out to watch the training")
            .atLeast(0)
            .atMost(train - 1)
            .defaultTo(0L),
        Parameter.integer(TEST, "test examples, balanced; all without it").atLeast(1).atMost(test),
        Parameter.integer(SPLIT_SEED, "draws what is held out; without it, the last examples are")
            .atLeast(0));
  }

  /** What the parameters of this choice say. */
  static Cut of(Choice choice) {
    for (String parameter : choice.parameters().keySet()) {
      if (!PARAMETERS.contains(parameter) && !parameter.equals(Dataset.SIZE)) {
        throw new DataException(
            "data set '" + choice.name() + "' has no parameter '" + parameter + "'");
      }
    }
    return new Cut(
        count(choice, TRAIN, 1),
        count(choice, VALIDATION, 0).orElse(0),
        count(choice, TEST, 1),
        count(choice, SPLIT_SEED, 0));
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
