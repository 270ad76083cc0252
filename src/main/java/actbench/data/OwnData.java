package actbench.data;

import actbench.data.Dataset.Content;
import actbench.data.Dataset.Format;
import actbench.data.Dataset.Origin;
import actbench.data.Dataset.Source;
import actbench.spec.Choice;
import actbench.spec.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sets of the user's own, which a spec names by the path of their files.
 *
 * <p>When a spec is read the files are looked at, and their checksum becomes a part of the choice;
 * when they are loaded they must have it still.
 */
public final class OwnData {
  /** What was found out of sets in this process: their content is fixed by the checksum. */
  private static final Map<Choice, Dataset> KNOWN = new ConcurrentHashMap<>();

  private OwnData() {}

  /** Whether a choice names data of the user's own. */
  public static boolean is(Choice choice) {
    return choice.parameters().containsKey(Choice.PATH);
  }

  /** What was looked at: the set, its checksum, and all that a choice must tell of it. */
  private record Found(Dataset dataset, String sha256, SortedMap<String, Object> told) {}

  /**
   * Looks at the files that a spec names.
   *
   * @param folder where relative paths start
   * @param given the parameters beside the path, checked by {@link Kind#parameters}
   * @return the choice for a run: with the absolute path, the checksum, and what was found out
   * @throws DataException if they cannot be used
   */
  public static Choice choice(
      OwnKind kind, Path folder, String path, SortedMap<String, Object> given) {
    Choice asked = pattern(kind, folder, path, given);
    Found found = look(asked, folder.resolve(path).normalize());
    SortedMap<String, Object> all = new TreeMap<>(asked.parameters());
    all.keySet().removeAll(List.of(OwnKind.TARGET, OwnKind.AS, OwnKind.SIZE, OwnKind.CHANNELS));
    all.putAll(found.told());
    all.put(Choice.SHA256, found.sha256());
    if (found.dataset().content().test() == 0) {
      all.remove(Cut.TEST, OwnSplit.USUAL_TEST);
    }
    Choice choice = new Choice(kind.key(), all);
    KNOWN.put(uncut(choice), found.dataset());
    Content content = found.dataset().content();
    OwnSplit.of(choice).sizes(found.dataset().name(), content.train(), content.test());
    return choice;
  }

  /** The choice with no more than is given, for a match. */
  public static Choice pattern(
      OwnKind kind, Path folder, String path, SortedMap<String, Object> given) {
    SortedMap<String, Object> all = new TreeMap<>();
    given.forEach((name, value) -> all.put(name, plain(value)));
    all.put(Choice.PATH, folder.resolve(path).toAbsolutePath().normalize().toString());
    for (Parameter parameter : kind.parameters()) {
      parameter.defaultValue().map(OwnData::plain).ifPresent(v -> all.remove(parameter.name(), v));
    }
    return new Choice(kind.key(), all);
  }

  /** A number of examples is whole, however it is written. */
  private static Object plain(Object value) {
    return value instanceof Double number && number == Math.rint(number)
        ? (Object) number.longValue()
        : value;
  }

  private static Found look(Choice choice, Path shown) {
    Path path = Path.of(choice.text(Choice.PATH));
    return switch (OwnKind.of(choice)) {
      case CSV -> table(choice, path, shown);
      case IMAGES -> pictures(choice, path, shown);
      case IDX -> {
        OwnIdx.Parts parts = OwnIdx.read(path, shown);
        int test = parts.test().map(Examples::size).orElse(0);
        Dataset dataset =
            dataset(path, parts.shape(), Answer.CLASS, parts.classes(), parts.train().size(), test);
        yield new Found(dataset, parts.sha256(), new TreeMap<>());
      }
    };
  }

  private static Found table(Choice choice, Path path, Path shown) {
    TableReader.Table table = readTable(choice, path, shown);
    SortedMap<String, Object> told = new TreeMap<>();
    told.put(OwnKind.TARGET, table.target());
    if (!table.guessed().equals(Optional.of(table.answer()))) {
      told.put(OwnKind.AS, OwnKind.word(table.answer()));
    }
    int size = table.examples().size();
    InputShape shape = table.examples().shape();
    Content content =
        new Content(Format.OWN, shape, table.answer(), table.names(), table.features(), size, 0);
    return new Found(dataset(path, content), table.sha256(), told);
  }

  private static TableReader.Table readTable(Choice choice, Path path, Path shown) {
    if (!Files.isRegularFile(path)) {
      throw DataException.in(
          shown,
          Files.exists(path)
              ? "is no plain file; expected a CSV file"
              : "no such file; a path starts at the folder of the spec, and --set dataset.csv=PATH gives another");
    }
    return placed(path, shown, () -> TableReader.read(path, shown, OwnKind.options(choice)));
  }

  /**
   * The rows of a CSV file for a network that learnt from another.
   *
   * @param choice names the table that it learnt from
   * @param features the columns that it learnt from
   * @param names of its classes, labels or numbers
   * @throws DataException if the file cannot be read, lacks a column, or holds what the network
   *     does not know
   */
  public static TableRows rows(
      Path file, Choice choice, List<String> features, List<String> names) {
    String target = (String) choice.parameters().getOrDefault(OwnKind.TARGET, "");
    return placed(
        file,
        file,
        () -> TableReader.match(file, OwnKind.options(choice), features, target, names));
  }

  private static <T> T placed(Path path, Path shown, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DataException e) {
      throw e.place().isPresent() ? e : DataException.in(shown, rest(e, path));
    }
  }

  /** A message without the file that it begins with. */
  private static String rest(DataException e, Path path) {
    return e.getMessage().replace(path + ": ", "").replace(path + "/", "").replace(path + "\\", "");
  }

  private static Found pictures(Choice choice, Path path, Path shown) {
    Optional<InputShape> side = OwnKind.side(choice);
    Optional<Integer> channels = OwnKind.channels(choice);
    OwnPictures.Scan scan = OwnPictures.scan(path, shown, side, channels);
    SortedMap<String, Object> told = new TreeMap<>();
    told.put(OwnKind.SIZE, scan.shape().height() + "x" + scan.shape().width());
    if (scan.shape().channels() != scan.usual()) {
      told.put(OwnKind.CHANNELS, (long) scan.shape().channels());
    }
    return new Found(
        dataset(path, scan.shape(), Answer.CLASS, scan.classes(), scan.train(), scan.test()),
        scan.sha256(),
        told);
  }

  private static Dataset dataset(
      Path path, InputShape shape, Answer answer, List<String> names, int train, int test) {
    return dataset(path, new Content(Format.OWN, shape, answer, names, train, test));
  }

  private static Dataset dataset(Path path, Content content) {
    Path name = path.getFileName();
    return new Dataset(
        name == null ? path.toString() : name.toString(),
        List.of(),
        content,
        new Source(Origin.OWN, "your own", List.of(), List.of()));
  }

  /**
   * The set that a choice names, read for that unless this process did so before.
   *
   * @throws DataException if it is not what it was when the spec was read
   */
  public static Dataset dataset(Choice choice) {
    Choice uncut = uncut(choice);
    Dataset known = KNOWN.get(uncut);
    if (known == null) {
      Path path = Path.of(choice.text(Choice.PATH));
      Found found = look(choice, path);
      check(choice, found.sha256());
      known = found.dataset();
      KNOWN.put(uncut, known);
    }
    return known;
  }

  /** A choice without what cuts the set into parts. */
  static Choice uncut(Choice choice) {
    SortedMap<String, Object> rest = new TreeMap<>(choice.parameters());
    rest.keySet().removeAll(Cut.PARAMETERS);
    return new Choice(choice.name(), rest);
  }

  /** The parts' sizes that a choice asks for: to train, to validate, to test. */
  public static List<Integer> sizes(Choice choice) {
    Dataset dataset = dataset(choice);
    OwnSplit.Sizes sizes =
        OwnSplit.of(choice)
            .sizes(dataset.name(), dataset.content().train(), dataset.content().test());
    return List.of(sizes.train(), sizes.validation(), sizes.test());
  }

  /** The whole set. */
  static WholeDataset read(Choice choice) {
    Path path = Path.of(choice.text(Choice.PATH));
    Dataset dataset = dataset(choice);
    Examples train;
    Optional<Examples> test = Optional.empty();
    String sha256;
    switch (OwnKind.of(choice)) {
      case CSV -> {
        TableReader.Table table = readTable(choice, path, path);
        train = table.examples();
        sha256 = table.sha256();
      }
      case IMAGES -> {
        OwnPictures.Parts parts = OwnPictures.read(path, path, dataset.shape());
        train = parts.train();
        test = parts.test();
        sha256 = parts.sha256();
      }
      default -> {
        OwnIdx.Parts parts = OwnIdx.read(path, path);
        train = parts.train();
        test = parts.test();
        sha256 = parts.sha256();
      }
    }
    check(choice, sha256);
    return new WholeDataset(dataset, train, test, Provenance.own(dataset.name(), sha256));
  }

  private static void check(Choice choice, String sha256) {
    String before = choice.text(Choice.SHA256);
    if (!before.equals(sha256)) {
      throw new DataException(
          "%s: error: its content has changed since the spec was read, found sha256 %s; expected %s. Run the spec again: what has changed is another data set"
              .formatted(choice.text(Choice.PATH), sha256.substring(0, 12), shortened(before)));
    }
  }

  private static String shortened(String sha256) {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }
}
