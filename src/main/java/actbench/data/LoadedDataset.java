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
}
