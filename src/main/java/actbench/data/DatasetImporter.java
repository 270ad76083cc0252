package actbench.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies sets that the user has into the data folder, uncompressed. */
public final class DatasetImporter {
  private final DataLocations locations;

  public DatasetImporter(DataLocations locations) {
    this.locations = Objects.requireNonNull(locations, "locations");
  }

  /**
   * Imports a set from a folder that holds its files under their published names, gzip or not, in a
   * folder of the archive's name or not, or the archive itself. A set of this name that is there is
   * replaced.
   *
   * @return what the files are; a set that is not the published one, but can be read, is imported
   * @throws DataException when files are missing or cannot be read; nothing is changed then
   */
  public Provenance importFrom(Path folder, Dataset dataset) {
    if (dataset.source().origin() != Dataset.Origin.FETCHED) {
      throw new DataException(
          "data set '" + dataset.name() + "' comes with actbench and cannot be imported");
    }
    if (!Files.isDirectory(folder)) {
      throw new DataException(folder + ": is no folder");
    }
    try (Incoming incoming = Incoming.open(locations, dataset)) {
      Path stage = incoming.imported();
      Map<String, String> sha256 = copy(folder, dataset, stage);
      Provenance provenance = Provenance.of(dataset, sha256);
      if (!provenance.canonical()) {
        DatasetReader.read(dataset, stage);
      }
      incoming.place(stage, sha256);
      return provenance;
    } catch (IOException e) {
      throw new DataException(
          locations.folder() + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static Map<String, String> copy(Path folder, Dataset dataset, Path stage)
      throws IOException {
    List<Path> places =
        Stream.concat(
                Stream.of(folder),
                dataset.source().downloads().stream()
                    .filter(Download::isArchive)
                    .map(download -> folder.resolve(download.folder())))
            .toList();
    for (Path place : places) {
      if (DatasetReader.missing(dataset, place).isEmpty()) {
        return copyFiles(place, dataset, stage);
      }
    }
    if (dataset.content().format() == Dataset.Format.CARVANA
        && folders(dataset, folder).allMatch(Files::isDirectory)) {
      return pack(folder, dataset, stage);
    }
    for (Download download : dataset.source().downloads()) {
      Path archive = folder.resolve(download.file());
      if (download.isArchive() && Files.isRegularFile(archive)) {
        return extract(archive, download, dataset, stage);
      }
    }
    throw new DataException(
        folder
            + ": does not hold '"
            + dataset.name()
            + "', found no "
            + String.join(", ", DatasetReader.missing(dataset, folder))
            + "; expected these files, gzip or not"
            + archives(dataset));
  }

  /** The folders that unpacked archives leave. */
  private static Stream<Path> folders(Dataset dataset, Path folder) {
    return dataset.source().files().stream()
        .map(file -> folder.resolve(file.name().replace(".zip", "")));
  }

  private static Map<String, String> pack(Path folder, Dataset dataset, Path stage)
      throws IOException {
    for (Path each : folders(dataset, folder).toList()) {
      FolderArchive.write(each, stage.resolve(each.getFileName() + ".zip"));
    }
    Map<String, String> sha256 = new HashMap<>();
    for (DataFile file : dataset.source().files()) {
      try (DataStream in = DataStream.published(stage.resolve(file.name()), file, file.limit())) {
        sha256.put(file.name(), in.hashRest());
      }
    }
    return sha256;
  }

  private static String archives(Dataset dataset) {
    if (dataset.content().format() == Dataset.Format.CARVANA) {
      return ", or folders train and train_masks";
    }
    return dataset.source().downloads().stream()
        .filter(Download::isArchive)
        .findFirst()
        .map(each -> ", or a folder " + each.folder() + " with them, or " + each.file())
        .orElse("");
  }

  private static Map<String, String> copyFiles(Path place, Dataset dataset, Path stage)
      throws IOException {
    Map<String, String> sha256 = new HashMap<>();
    for (DataFile file : dataset.source().files()) {
      Optional<Path> source = DatasetReader.find(place, file);
      if (source.isPresent()) {
        try (DataStream in = DataStream.published(source.get(), file, file.limit());
            OutputStream out = Files.newOutputStream(stage.resolve(file.name()))) {
          sha256.put(file.name(), in.copyTo(out));
        }
      }
    }
    return sha256;
  }

  private static Map<String, String> extract(
      Path archive, Download download, Dataset dataset, Path stage) throws IOException {
    Map<String, String> sha256 =
        new TarArchive(archive, download, dataset, DataFile::limit).extract(stage);
    List<String> missing = DatasetReader.missing(dataset, stage);
    if (!missing.isEmpty()) {
      throw new DataException(archive + ": does not hold " + String.join(", ", missing));
    }
    return sha256;
  }
}
