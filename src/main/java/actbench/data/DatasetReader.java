package actbench.data;

import actbench.data.DataFile.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads one set whole from a folder and finds out whether it is the published one. */
final class DatasetReader {
  private final Dataset dataset;
  private final Path folder;
  private final Map<String, String> sums = new HashMap<>();

  private DatasetReader(Dataset dataset, Path folder) {
    this.dataset = dataset;
    this.folder = folder;
  }

  /** The file of this name in the folder, gzip or not unless it stays packed, if it is there. */
  static Optional<Path> find(Path folder, DataFile file) {
    return (file.packed() ? List.of(file.name()) : List.of(file.name(), file.name() + ".gz"))
        .stream().map(folder::resolve).filter(Files::exists).findFirst();
  }

  /** Names of the files that the set needs and the folder does not have. */
  static List<String> missing(Dataset dataset, Path folder) {
    return dataset.source().files().stream()
        .filter(file -> file.required() && find(folder, file).isEmpty())
        .map(DataFile::name)
        .toList();
  }

  /** Compares the files in the folder with the published ones, without decoding them. */
  static Provenance check(Dataset dataset, Path folder) {
    Map<String, String> sums = new HashMap<>();
    for (DataFile file : dataset.source().files()) {
      find(folder, file)
          .ifPresent(
              path -> {
                try (DataStream in = DataStream.published(path, file, file.limit())) {
                  sums.put(file.name(), in.hashRest());
                }
              });
    }
    return Provenance.of(dataset, sums);
  }

  /** The whole set. */
  static WholeDataset read(Dataset dataset, Path folder) {
    return new DatasetReader(dataset, folder).read();
  }

  private WholeDataset read() {
    return switch (dataset.content().format()) {
      case IDX ->
          loaded(
              idx(Role.TRAIN_IMAGES, Role.TRAIN_LABELS), idx(Role.TEST_IMAGES, Role.TEST_LABELS));
      case EMNIST -> emnist();
      case SVHN ->
          loaded(
              only(Role.TRAIN_RECORDS, in -> SvhnReader.examples(in, dataset.shape())),
              only(Role.TEST_RECORDS, in -> SvhnReader.examples(in, dataset.shape())));
      case CARVANA -> carvana();
      case PETS -> pets();
      case CIFAR_10 -> cifar(1);
      case CIFAR_100 -> cifar(2);
      case DIGITS ->
          unsplit(only(Role.ALL_RECORDS, in -> DigitsReader.examples(in, dataset.shape())));
      case IRIS -> unsplit(only(Role.ALL_RECORDS, in -> IrisReader.examples(in, dataset.shape())));
      case IRIS_PETAL_WIDTH -> unsplit(only(Role.ALL_RECORDS, IrisReader::petalWidths));
      case XOR -> xor();
      case LOGIC_GATES -> gates();
      case OWN -> throw new IllegalArgumentException(dataset.name() + " is in no catalogue");
    };
  }

  private Examples idx(Role imageRole, Role labelRole) {
    byte[] images = only(imageRole, in -> IdxReader.images(in, dataset.shape()));
    byte[] labels = only(labelRole, in -> IdxReader.labels(in, dataset.classes()));
    int count = images.length / dataset.shape().size();
    if (count != labels.length) {
      throw new DataException(
          folder
              + ": pictures and labels differ in number, found "
              + count
              + " pictures and "
              + labels.length
              + " labels; expected as many of each");
    }
    return Examples.of(dataset.shape(), dataset.classes(), 255, images, labels);
  }

  private WholeDataset emnist() {
    EmnistReader reader = new EmnistReader(archive(0), dataset);
    return loaded(reader.examples("train"), reader.examples("test"));
  }

  private WholeDataset carvana() {
    return unsplit(new CarvanaReader(archive(0), archive(1), dataset.shape()).examples());
  }

  private WholeDataset pets() {
    PetsReader.Parts parts = new PetsReader(archive(0), archive(1), dataset.shape()).parts();
    return loaded(parts.train(), parts.test());
  }

  /** An archive of the set, after it was hashed. */
  private Path archive(int place) {
    DataFile file = dataset.source().files().get(place);
    Path path = folder.resolve(file.name());
    try (DataStream in = DataStream.published(path, file, file.limit())) {
      sums.put(file.name(), in.hashRest());
    }
    return path;
  }

  private WholeDataset cifar(int labelBytes) {
    CifarReader reader = new CifarReader(dataset.shape(), dataset.classes(), labelBytes);
    return loaded(
        reader.examples(all(Role.TRAIN_RECORDS, reader::records)),
        reader.examples(all(Role.TEST_RECORDS, reader::records)));
  }

  private WholeDataset xor() {
    byte[] points = {0, 0, 0, 1, 1, 0, 1, 1};
    byte[] labels = {0, 1, 1, 0};
    Examples all = Examples.of(dataset.shape(), dataset.classes(), 1, points, labels);
    return loaded(all, all);
  }

  private WholeDataset gates() {
    float[] points = {0, 0, 0, 1, 1, 0, 1, 1};
    float[] labels = {0, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0};
    Examples all = Examples.table(dataset.shape().size(), dataset.classes(), points, labels);
    return loaded(all, all);
  }

  private WholeDataset loaded(Examples train, Examples test) {
    return new WholeDataset(dataset, train, Optional.of(test), Provenance.of(dataset, sums));
  }

  private WholeDataset unsplit(Examples all) {
    return new WholeDataset(dataset, all, Optional.empty(), Provenance.of(dataset, sums));
  }

  private <T> T only(Role role, Function<DataStream, T> reader) {
    return all(role, reader).get(0);
  }

  private <T> List<T> all(Role role, Function<DataStream, T> reader) {
    List<T> contents = new ArrayList<>();
    for (DataFile file : dataset.source().files()) {
      if (file.role() == role) {
        find(folder, file).ifPresent(path -> contents.add(content(file, path, reader)));
      }
    }
    if (contents.isEmpty()) {
      throw new DataException(folder + ": no file of kind " + role);
    }
    return contents;
  }

  private <T> T content(DataFile file, Path path, Function<DataStream, T> reader) {
    try (DataStream in = DataStream.open(path, file)) {
      T content = reader.apply(in);
      sums.put(file.name(), in.sha256());
      return content;
    }
  }
}
