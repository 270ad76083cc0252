package actbench.data;

import actbench.spec.Choice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Loads data sets by name. Safe for use by several threads. */
public final class DatasetStore {
  private final DatasetCatalog catalog;
  private final DataLocations locations;

  /** The set loaded last: the runs of a grid mostly ask for the same one again. */
  private WholeDataset latest;

  /** How the set loaded last was asked for, if it is the user's own. */
  private Optional<Choice> latestOwn = Optional.empty();

  public DatasetStore(DatasetCatalog catalog, DataLocations locations) {
    this.catalog = Objects.requireNonNull(catalog, "catalog");
    this.locations = Objects.requireNonNull(locations, "locations");
  }

  /**
   * Loads a set and cuts it as the choice's parameters say.
   *
   * <p>Of published sets first {@code validation} examples are held out from the end of the
   * training set, then {@code train} examples are taken from the front of the rest and {@code test}
   * from the front of the test set; always balanced over the classes, and the same whatever the
   * run's seed. With {@code split-seed} the examples are shuffled first. Sets of the user's own are
   * cut by {@link OwnSplit}.
   *
   * @throws DataException when the set is unknown, missing, damaged or too small
   */
  public LoadedDataset load(Choice choice) {
    if (OwnData.is(choice)) {
      return OwnSplit.of(choice).cut(own(choice));
    }
    return whole(find(choice)).cut(Cut.of(choice));
  }

  /**
   * Looks for what would keep a set from being loaded, without reading it.
   *
   * @return why it may not be the published one; empty if it was when it was placed
   * @throws DataException when the set is unknown or missing, or the parameters make no sense
   */
  public Optional<String> check(Choice choice) {
    if (OwnData.is(choice)) {
      OwnData.sizes(choice);
      return Optional.empty();
    }
    Cut.of(choice);
    Dataset dataset = find(choice);
    requirePresent(dataset);
    String which = "data set '" + dataset.name() + "' in " + locations.of(dataset);
    String verify = locations.verifyCommand(dataset);
    return switch (new Inventory(locations).holding(dataset).state()) {
      case NOT_CANONICAL ->
          Optional.of(which + " is not the published one; see what differs with: " + verify);
      case NOT_CHECKED ->
          Optional.of(
              which
                  + " was put there by hand or has changed since, and may not be the published one;"
                  + " find out with: "
                  + verify);
      case BUILT_IN, CANONICAL, MISSING -> Optional.empty();
    };
  }

  private Dataset find(Choice choice) {
    return catalog
        .find(choice)
        .orElseThrow(
            () ->
                new DataException(
                    "unknown data set '"
                        + choice.name()
                        + "'. Known: "
                        + String.join(", ", catalog.names())));
  }

  private synchronized WholeDataset whole(Dataset dataset) {
    if (latest == null || latestOwn.isPresent() || !latest.dataset().equals(dataset)) {
      // Room for the new set before it is read.
      latest = null;
      latestOwn = Optional.empty();
      requirePresent(dataset);
      latest = read(dataset);
    }
    return latest;
  }

  private synchronized WholeDataset own(Choice choice) {
    Optional<Choice> asked = Optional.of(OwnData.uncut(choice));
    if (!latestOwn.equals(asked)) {
      latest = null;
      latestOwn = Optional.empty();
      latest = OwnData.read(choice);
      latestOwn = asked;
    }
    return latest;
  }

  private WholeDataset read(Dataset dataset) {
    try {
      return DatasetReader.read(dataset, locations.of(dataset));
    } catch (DataException e) {
      throw new DataException(e.getMessage() + ". " + remedy(dataset), e);
    }
  }

  private void requirePresent(Dataset dataset) {
    List<String> missing = DatasetReader.missing(dataset, locations.of(dataset));
    if (!missing.isEmpty()) {
      throw new DataException(
          "data set '"
              + dataset.name()
              + "' is not in "
              + locations.of(dataset)
              + " (missing: "
              + String.join(", ", missing)
              + "). "
              + remedy(dataset));
    }
  }

  private String remedy(Dataset dataset) {
    return dataset.source().origin() == Dataset.Origin.FETCHED
        ? dataset.source().downloads().isEmpty()
            ? "Get it where its owners ask for a login (docs/data.md), then: "
                + locations.importCommand(dataset)
            : "Fetch it with: " + locations.fetchCommand(dataset)
        : "It ships with actbench: put the file back as it was";
  }
}
