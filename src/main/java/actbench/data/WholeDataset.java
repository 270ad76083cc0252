package actbench.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A data set in memory, before it is cut.
 *
 * @param dataset what the catalogue says of it
 * @param train what may be trained on; everything where no test set was published
 * @param test the published test set
 * @param provenance what the bytes were
 */
record WholeDataset(
    Dataset dataset, Examples train, Optional<Examples> test, Provenance provenance) {
  WholeDataset {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(train, "train");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(provenance, "provenance");
  }

  /** The parts that a spec asks for. */
  LoadedDataset cut(Cut cut) {
    WholeDataset all = cut.splitSeed().isPresent() ? shuffled(cut.splitSeed().getAsInt()) : this;
    return all.test.isPresent()
        ? cut(cut, all.train, all.test.get())
        : cut(cut, all.train, testCount(cut));
  }

  /**
   * How many are for the test where no test set was published: as many as the spec asks for, else
   * the share of the fixed split; a fifth where there is none.
   */
  private int testCount(Cut cut) {
    Dataset.Content content = dataset.content();
    if (content.test() == 0) {
      return cut.test().orElse(Math.round(train.size() / 5f));
    }
    double share = (double) content.test() / (content.train() + content.test());
    return Math.toIntExact(Math.round(train.size() * share));
  }

  private LoadedDataset cut(Cut cut, Examples all, int testCount) {
    if (testCount < 1 || testCount >= all.size()) {
      throw new DataException(
          "data set '%s': too few examples, found %d; expected more than %d"
              .formatted(dataset.name(), all.size(), Math.max(1, testCount)));
    }
    int[] held = BalancedChoice.last(all, testCount);
    return cut(cut, all.select(BalancedChoice.others(all, held)), all.select(held));
  }

  private LoadedDataset cut(Cut cut, Examples pool, Examples tests) {
    checkCount(Cut.VALIDATION, cut.validation(), pool.size() - 1);
    int[] heldOut = BalancedChoice.last(pool, cut.validation());
    Examples rest = pool.select(BalancedChoice.others(pool, heldOut));
    int trainCount = cut.train().orElse(rest.size());
    checkCount(Cut.TRAIN, trainCount, rest.size());
    int testCount = cut.test().orElse(tests.size());
    checkCount(Cut.TEST, testCount, tests.size());
    return new LoadedDataset(
        dataset,
        rest.select(BalancedChoice.first(rest, trainCount)),
        cut.validation() == 0 ? Optional.empty() : Optional.of(pool.select(heldOut)),
        tests.select(BalancedChoice.first(tests, testCount)),
        provenance);
  }

  WholeDataset shuffled(int seed) {
    return new WholeDataset(
        dataset, shuffled(train, seed), test.map(examples -> shuffled(examples, seed)), provenance);
  }

  /** After Fisher and Yates; the generator's numbers are fixed by Java's specification. */
  private static Examples shuffled(Examples examples, int seed) {
    Random random = new Random(seed);
    int[] places = new int[examples.size()];
    Arrays.setAll(places, place -> place);
    for (int i = places.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int place = places[i];
      places[i] = places[other];
      places[other] = place;
    }
    return examples.select(places);
  }

  private void checkCount(String parameter, int count, int available) {
    if (count > available) {
      throw new DataException(
          "data set '"
              + dataset.name()
              + "': too many examples asked for with '"
              + parameter
              + "', found "
              + count
              + "; expected at most "
              + available);
    }
  }
}
