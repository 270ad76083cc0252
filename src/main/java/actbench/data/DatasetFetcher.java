package actbench.data;

import actbench.data.download.DownloadException;
import actbench.data.download.DownloadProgress;
import actbench.data.download.Downloader;
import actbench.data.download.PartFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Brings published sets into the data folder; what is not byte for byte right never gets there. */
public final class DatasetFetcher {
  private final DataLocations locations;
  private final Downloader downloader;
  private final DownloadProgress progress;

  /** What fetching came to. */
  public enum Outcome {
    /** The set was fetched. */
    FETCHED,
    /** The published set was there already. */
    ALREADY_THERE,
    /** The set comes with the program. */
    NOT_NEEDED
  }

  public DatasetFetcher(DataLocations locations, Downloader downloader, DownloadProgress progress) {
    this.locations = Objects.requireNonNull(locations, "locations");
    this.downloader = Objects.requireNonNull(downloader, "downloader");
    this.progress = Objects.requireNonNull(progress, "progress");
  }

  /**
   * Fetches a set, unless it is there. A set of other bytes under this name is replaced.
   *
   * @throws DataException when no source gives the published files, or another process is at it;
   *     what was got is kept for the next time
   */
  public Outcome fetch(Dataset dataset) throws InterruptedException {
    if (dataset.source().origin() != Dataset.Origin.FETCHED) {
      return Outcome.NOT_NEEDED;
    }
    try (Incoming incoming = Incoming.open(locations, dataset)) {
      if (isThere(dataset)) {
        return Outcome.ALREADY_THERE;
      }
      if (dataset.source().downloads().isEmpty()) {
        throw new DataException(
            "data set '"
                + dataset.name()
                + "' needs a login and cannot be fetched. Get it yourself (docs/data.md), then: "
                + locations.importCommand(dataset));
      }
      Path stage = incoming.fetched();
      for (Download download : dataset.source().downloads()) {
        if (!isStaged(dataset, download, stage)) {
          fetch(dataset, download, incoming.downloads(), stage);
        }
      }
      Map<String, String> sha256 = new HashMap<>();
      dataset.source().files().forEach(file -> sha256.put(file.name(), file.sha256()));
      incoming.place(stage, sha256);
      return Outcome.FETCHED;
    } catch (IOException e) {
      throw new DataException(
          locations.folder()
              + ": cannot be written ("
              + e.getMessage()
              + "); what was fetched is kept for the next time",
          e);
    }
  }

  private boolean isThere(Dataset dataset) {
    Path folder = locations.of(dataset);
    try {
      return DatasetReader.missing(dataset, folder).isEmpty()
          && DatasetReader.check(dataset, folder).canonical();
    } catch (DataException e) {
      progress.note(e.getMessage() + "; it will be replaced");
      return false;
    }
  }

  private static boolean isStaged(Dataset dataset, Download download, Path stage) {
    return download.contents().stream()
        .map(dataset.source()::file)
        .allMatch(
            file -> {
              Path path = stage.resolve(file.name());
              return Files.isRegularFile(path) && hash(path, file).equals(file.sha256());
            });
  }

  private static String hash(Path path, DataFile file) {
    try (DataStream in = DataStream.published(path, file, file.limit())) {
      return in.hashRest();
    } catch (DataException e) {
      return "";
    }
  }

  private void fetch(Dataset dataset, Download download, Path downloads, Path stage)
      throws IOException, InterruptedException {
    PartFile part = new PartFile(downloads.resolve(download.file()));
    List<String> failures = new ArrayList<>();
    for (URI mirror : download.mirrors()) {
      progress.note("fetching " + mirror);
      try {
        Optional<String> failure = fetch(dataset, download, mirror, part, stage);
        if (failure.isEmpty()) {
          return;
        }
        failures.add(mirror + ": " + failure.get());
      } catch (DownloadException e) {
        failures.add(mirror + ": " + e.getMessage());
      }
      progress.note(failures.get(failures.size() - 1));
    }
    throw new DataException(
        "cannot fetch '"
            + dataset.name()
            + "':\n  "
            + String.join("\n  ", failures)
            + "\nRun the command again to go on where it stopped, or get the files some other way"
            + " and run: actbench data import "
            + dataset.name()
            + " --from DIR");
  }

  /** Gets one download from one mirror; says what is wrong with what it gave, if anything is. */
  private Optional<String> fetch(
      Dataset dataset, Download download, URI mirror, PartFile part, Path stage)
      throws IOException, InterruptedException {
    boolean resumed = get(download, mirror, part);
    Optional<String> failure = unpack(dataset, download, part.path(), stage);
    part.discard();
    if (failure.isEmpty() || !resumed) {
      return failure;
    }
    progress.note(mirror + ": gave parts that do not fit together; starting over");
    get(download, mirror, part);
    failure = unpack(dataset, download, part.path(), stage);
    part.discard();
    return failure;
  }

  private boolean get(Download download, URI mirror, PartFile part)
      throws IOException, InterruptedException {
    return downloader.download(mirror, part, download.file(), download.limit(), progress);
  }

  private static Optional<String> unpack(Dataset dataset, Download download, Path from, Path stage)
      throws IOException {
    try {
      boolean right =
          download.isArchive()
              ? extract(dataset, download, from, stage)
              : uncompress(dataset, download, from, stage);
      return right ? Optional.empty() : Optional.of("gives other bytes than the published ones");
    } catch (DataException e) {
      return Optional.of("gives a bad file: " + e.getMessage());
    }
  }

  private static boolean extract(Dataset dataset, Download download, Path from, Path stage)
      throws IOException {
    Map<String, String> sha256 =
        new TarArchive(from, download, dataset, DataFile::bytes).extract(stage);
    return download.contents().stream()
        .allMatch(name -> dataset.source().file(name).sha256().equals(sha256.get(name)));
  }

  private static boolean uncompress(Dataset dataset, Download download, Path from, Path stage)
      throws IOException {
    DataFile file = dataset.source().file(download.contents().get(0));
    Path unfinished = stage.resolve(file.name() + ".tmp");
    try (DataStream in = DataStream.published(from, file, file.bytes());
        OutputStream out = Files.newOutputStream(unfinished)) {
      if (!in.copyTo(out).equals(file.sha256())) {
        return false;
      }
    }
    Files.move(unfinished, stage.resolve(file.name()), StandardCopyOption.REPLACE_EXISTING);
    return true;
  }
}
