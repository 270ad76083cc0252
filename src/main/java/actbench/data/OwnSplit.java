package actbench.data;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * How a set of the user's own is cut into parts.
 *
 * <p>An amount below 1 is a share of all examples that the files hold for training, any other a
 * number of examples.
 *
 * @param train examples to train on; empty for all that are left
 * @param validation examples held out of the training set
 * @param test examples held out for the test, or taken of a test set that came apart; empty for a
 *     fifth, or for all of it
 * @param seed shuffles the examples before they are cut
 */
record OwnSplit(Optional<Double> train, double validation, Optional<Double> test, int seed) {
  static final double USUAL_TEST = 0.2;

  /** What a spec may say. */
  static List<Parameter> parameters() {
    return List.of(
        Parameter.number(Cut.TRAIN, "training examples, or their share; all without it").above(0),
        Parameter.number(Cut.VALIDATION, "examples held out to watch the training, or their share")
            .atLeast(0)
            .defaultTo(0.0),
        Parameter.number(Cut.TEST, "test examples, or their share; 0.2 without it").above(0),
        Parameter.integer(Cut.SPLIT_SEED, "draws the parts").atLeast(0).defaultTo(0L));
  }

  static OwnSplit of(Choice choice) {
    return new OwnSplit(
        amount(choice, Cut.TRAIN),
        amount(choice, Cut.VALIDATION).orElse(0.0),
        amount(choice, Cut.TEST),
        choice.parameters().containsKey(Cut.SPLIT_SEED)
            ? Math.toIntExact(choice.integer(Cut.SPLIT_SEED))
            : 0);
  }

  private static Optional<Double> amount(Choice choice, String parameter) {
    return choice.parameters().containsKey(parameter)
        ? Optional.of(choice.number(parameter))
        : Optional.empty();
  }

  /** How many examples each part gets of so many. */
  Sizes sizes(String name, int pool, int tests) {
    int test =
        tests > 0
            ? this.test.map(each -> count(each, tests)).orElse(tests)
            : count(this.test.orElse(USUAL_TEST), pool);
    int held = count(validation, pool);
    int left = pool - held - (tests > 0 ? 0 : test);
    int training = train.map(each -> count(each, pool)).orElse(left);
    if (test < 1 || test > Math.max(tests, pool) || left < 1 || training < 1 || training > left) {
      throw new DataException(
          "data set '%s': its %d examples cannot give %s to train, %d to validate and %d to test"
              .formatted(name, pool + tests, train.isEmpty() ? "any" : training, held, test));
    }
    return new Sizes(training, held, test);
  }

  private static int count(double amount, int of) {
    return (int) Math.min(Integer.MAX_VALUE / 4, Math.round(amount < 1 ? amount * of : amount));
  }

  /** Numbers of examples. */
  record Sizes(int train, int validation, int test) {}

  /** The parts of a set. */
  LoadedDataset cut(WholeDataset whole) {
    WholeDataset all = whole.shuffled(seed);
    Sizes sizes =
        sizes(whole.dataset().name(), all.train().size(), all.test().map(Examples::size).orElse(0));
    Examples pool = all.train();
    Examples tests;
    if (all.test().isPresent()) {
      tests = all.test().get();
      if (sizes.test() < tests.size()) {
        tests = tests.select(ProportionalChoice.first(tests, sizes.test()));
      }
    } else {
      int[] held = heldOut(whole, pool, Cut.TEST, sizes.test());
      tests = pool.select(held);
      pool = pool.select(BalancedChoice.others(pool, held));
    }
    int[] heldOut = heldOut(whole, pool, Cut.VALIDATION, sizes.validation());
    Examples validation = pool.select(heldOut);
    Examples rest = pool.select(BalancedChoice.others(pool, heldOut));
    boolean some = sizes.train() < rest.size() && train.isPresent();
    return new LoadedDataset(
        whole.dataset(),
        some ? rest.select(ProportionalChoice.first(rest, sizes.train())) : rest,
        sizes.validation() == 0 ? Optional.empty() : Optional.of(validation),
        tests,
        whole.provenance());
  }

  private static int[] heldOut(WholeDataset whole, Examples pool, String part, int count) {
    int[] held = ProportionalChoice.heldOut(pool, count);
    if (held.length < count) {
      throw new DataException(
          "data set '%s': '%s' would hold out the last example of a class, found %d; expected at most %d"
              .formatted(whole.dataset().name(), part, count, held.length));
    }
    return held;
  }
}
