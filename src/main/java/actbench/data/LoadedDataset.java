package actbench.data;

import java.util.Objects;
import java.util.Optional;

/**
 * A data set in memory, cut as a spec asks.
 *
 * @param dataset what the catalogue says of it; the counts there are those of the published set
 * @param train what to train on
 * @param validation what was held out of the training set, if anything was
 * @param test what to test on; shares no example with the others, except that {@code xor} has no
 *     others
 * @param provenance what the bytes were
 */
public record LoadedDataset(
    Dataset dataset,
    Examples train,
    Optional<Examples> validation,
    Examples test,
    Provenance provenance) {
  public LoadedDataset {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(train, "train");
    Objects.requireNonNull(validation, "validation");
    Objects.requireNonNull(test, "test");
    Objects.requireNonNull(provenance, "provenance");
  }

  /** The whole set again, cut otherwise. */
  LoadedDataset cut(Cut cut) {
    Examples whole = train;
    checkCount("validation", cut.validation(), whole.size() - 1);
    int[] heldOut = BalancedChoice.last(whole, cut.validation());
    Examples rest = whole.select(BalancedChoice.others(whole, heldOut));
    int trainCount = cut.train().orElse(rest.size());
    checkCount("train", trainCount, rest.size());
    int testCount = cut.test().orElse(test.size());
    checkCount("test", testCount, test.size());
    return new LoadedDataset(
        dataset,
        rest.select(BalancedChoice.first(rest, trainCount)),
        cut.validation() == 0 ? Optional.empty() : Optional.of(whole.select(heldOut)),
        test.select(BalancedChoice.first(test, testCount)),
        provenance);
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
