package actbench.data;

import static actbench.data.DataFile.Role.ALL_RECORDS;

import actbench.data.Dataset.Content;
import actbench.data.Dataset.Format;
import actbench.data.Dataset.Origin;
import actbench.data.Dataset.Source;
import actbench.spec.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data sets a spec may name. */
public final class DatasetCatalog {
  static final List<String> DIGITS = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
  private static final DataFile IRIS_FILE =
      DataFile.of(
          "iris.csv",
          ALL_RECORDS,
          2_734,
          "f13ffa8fdd56fd8e6c8d16d4081a3fbd3114bcd0aae4256c43205169cd9d1449");
  private static final DatasetCatalog STANDARD =
      new DatasetCatalog(
          Stream.of(
                  List.of(
                      IdxDatasets.mnist(),
                      IdxDatasets.fashionMnist(),
                      IdxDatasets.fashionMnistSmall(),
                      IdxDatasets.kMnist()),
                  EmnistDatasets.all(),
                  List.of(
                      SvhnDataset.svhn(),
                      CifarDatasets.cifar10(),
                      CifarDatasets.cifar100(),
                      MaskDatasets.carvana(),
                      MaskDatasets.pets(),
                      digits(),
                      iris(),
                      irisPetalWidth(),
                      xor(),
                      logicGates()))
              .flatMap(List::stream)
              .toList());

  private final List<Dataset> datasets;
  private final Map<String, Dataset> byName = new LinkedHashMap<>();

  /** A catalogue of these sets. */
  public DatasetCatalog(List<Dataset> datasets) {
    this.datasets = List.copyOf(datasets);
    for (Dataset dataset : this.datasets) {
      Stream.concat(Stream.of(dataset.name()), dataset.aliases().stream())
          .forEach(
              name -> {
                if (byName.put(name, dataset) != null) {
                  throw new IllegalArgumentException("two data sets are called '" + name + "'");
                }
              });
    }
  }

  /** The sets that actbench knows. */
  public static DatasetCatalog standard() {
    return STANDARD;
  }

  /** All sets, in the order in which they are listed. */
  public List<Dataset> datasets() {
    return datasets;
  }

  /** The set of this name or alias. */
  public Optional<Dataset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The set that a choice names, with pictures of the size that it asks for; data of the user's own
   * too.
   *
   * @throws DataException if that cannot be read
   */
  public Optional<Dataset> find(Choice choice) {
    if (OwnData.is(choice)) {
      return Optional.of(OwnData.dataset(choice));
    }
    return find(choice.name()).map(dataset -> dataset.sized(choice));
  }

  /** All names, without aliases. */
  public List<String> names() {
    return datasets.stream().map(Dataset::name).toList();
  }

  private static Dataset digits() {
    return new Dataset(
        "digits",
        List.of(),
        new Content(
            Format.DIGITS,
            new InputShape(8, 8, 1),
            DIGITS,
            DigitsReader.COUNT - DigitsReader.TEST,
            DigitsReader.TEST),
        new Source(
            Origin.SHIPPED,
            "BSD-3-Clause",
            List.of(
                DataFile.of(
                    "digits.csv",
                    ALL_RECORDS,
                    264_712,
                    "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8")),
            List.of()));
  }

  private static Dataset iris() {
    return new Dataset(
        "iris",
        List.of(),
        new Content(
            Format.IRIS,
            new InputShape(1, 4, 1),
            IrisReader.SPECIES,
            IrisReader.COUNT - IrisReader.TEST,
            IrisReader.TEST),
        new Source(Origin.SHIPPED, "BSD-3-Clause", List.of(IRIS_FILE), List.of()));
  }

  private static Dataset irisPetalWidth() {
    return new Dataset(
        "iris-petal-width",
        List.of(),
        new Content(
            Format.IRIS_PETAL_WIDTH,
            new InputShape(1, 3, 1),
            Answer.NUMBERS,
            List.of("petal-width"),
            IrisReader.COUNT - IrisReader.TEST,
            IrisReader.TEST),
        new Source(Origin.SHIPPED, "iris", "BSD-3-Clause", List.of(IRIS_FILE), List.of()));
  }

  private static Dataset logicGates() {
    return new Dataset(
        "logic-gates",
        List.of(),
        new Content(
            Format.LOGIC_GATES,
            new InputShape(1, 2, 1),
            Answer.LABELS,
            List.of("and", "or", "xor"),
            4,
            4),
        new Source(Origin.BUILT_IN, "none needed", List.of(), List.of()));
  }

  private static Dataset xor() {
    return new Dataset(
        "xor",
        List.of(),
        new Content(Format.XOR, new InputShape(1, 2, 1), List.of("0", "1"), 4, 4),
        new Source(Origin.BUILT_IN, "none needed", List.of(), List.of()));
  }
}
