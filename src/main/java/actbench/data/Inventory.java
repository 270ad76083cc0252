package actbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells which sets are there. */
public final class Inventory {
  private final DataLocations locations;

  public Inventory(DataLocations locations) {
    this.locations = Objects.requireNonNull(locations, "locations");
  }

  /** What there is of a set, told quickly: fetched files are not read. */
  public Holding holding(Dataset dataset) {
    Path folder = locations.of(dataset);
    return switch (dataset.source().origin()) {
      case BUILT_IN -> new Holding(dataset, Holding.State.BUILT_IN, Path.of(""));
      case SHIPPED -> new Holding(dataset, shipped(dataset, folder), folder);
      case OWN -> new Holding(dataset, Holding.State.NOT_CHECKED, folder);
      case FETCHED -> new Holding(dataset, fetched(dataset, folder), folder);
    };
  }

  private static Holding.State shipped(Dataset dataset, Path folder) {
    if (!DatasetReader.missing(dataset, folder).isEmpty()) {
      return Holding.State.MISSING;
    }
    try {
      return state(DatasetReader.check(dataset, folder));
    } catch (DataException e) {
      return Holding.State.NOT_CANONICAL;
    }
  }

  private static Holding.State fetched(Dataset dataset, Path folder) {
    if (!DatasetReader.missing(dataset, folder).isEmpty()) {
      return Holding.State.MISSING;
    }
    Map<String, String> sha256 = Checksums.read(folder);
    Provenance recorded = Provenance.of(dataset, sha256);
    if (sha256.isEmpty() || (recorded.canonical() && !haveLengths(dataset, folder))) {
      return Holding.State.NOT_CHECKED;
    }
    return state(recorded);
  }

  private static Holding.State state(Provenance provenance) {
    return provenance.canonical() ? Holding.State.CANONICAL : Holding.State.NOT_CANONICAL;
  }

  private static boolean haveLengths(Dataset dataset, Path folder) {
    return dataset.source().files().stream()
        .allMatch(
            file -> {
              try {
                return Files.size(folder.resolve(file.name())) == file.bytes();
              } catch (IOException e) {
                return false;
              }
            });
  }

  /**
   * Reads all files of a set and compares them with the published ones.
   *
   * @return what the files are; empty when the set is not there
   * @throws DataException when the files cannot be used
   */
  public Optional<Provenance> verify(Dataset dataset) {
    Path folder = locations.of(dataset);
    if (!DatasetReader.missing(dataset, folder).isEmpty()) {
      return Optional.empty();
    }
    Provenance provenance = DatasetReader.check(dataset, folder);
    if (!provenance.canonical()) {
      DatasetReader.read(dataset, folder);
    }
    return Optional.of(provenance);
  }

  /** What there is of these sets. */
  public List<Holding> holdings(List<Dataset> datasets) {
    return datasets.stream().map(this::holding).toList();
  }
}
