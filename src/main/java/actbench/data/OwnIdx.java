package actbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a folder with IDX files of the user's own: pictures and labels, with {@code train} in their
 * names and, for the test, {@code t10k} or {@code test}; or one pair alone.
 */
final class OwnIdx {
  private static final Pattern NAME =
      Pattern.compile("(.*?)[-_.]?(images|labels)[-_.]idx([13])[-_.]ubyte(\\.gz)?");
  private static final long LIMIT = Integer.MAX_VALUE - 8;

  private final Path root;
  private final Path shown;
  private final StringBuilder lines = new StringBuilder();

  /**
   * What the files hold.
   *
   * @param classes names of the classes, which are the numbers from 0 to the highest label
   */
  record Parts(
      InputShape shape,
      List<String> classes,
      Examples train,
      Optional<Examples> test,
      String sha256) {}

  /** The names of a pair of files; either may be missing while they are looked for. */
  private static final class Pair {
    private Path images;
    private Path labels;
  }

  /** The content of a pair of files. */
  private static final class Raw {
    private final InputShape shape;
    private final byte[] images;
    private final byte[] labels;

    Raw(InputShape shape, byte[] images, byte[] labels) {
      this.shape = shape;
      this.images = images;
      this.labels = labels;
    }

    InputShape shape() {
      return shape;
    }
  }

  private OwnIdx(Path root, Path shown) {
    this.root = root;
    this.shown = shown;
  }

  /**
   * Reads all files.
   *
   * @param shown the folder as messages name it
   */
  static Parts read(Path root, Path shown) {
    return new OwnIdx(root, shown).read();
  }

  private Parts read() {
    List<Pair> pairs = pairs();
    Raw train = raw(pairs.get(0));
    Optional<Raw> test = pairs.size() > 1 ? Optional.of(raw(pairs.get(1))) : Optional.empty();
    if (test.isPresent() && !test.get().shape().equals(train.shape())) {
      throw DataException.in(
          shownOf(pairs.get(1).images),
          "wrong picture size, found %s; expected %s as in '%s'"
              .formatted(
                  test.get().shape().label(),
                  train.shape().label(),
                  pairs.get(0).images.getFileName()));
    }
    int classes = Math.max(highest(train), test.map(OwnIdx::highest).orElse(0)) + 1;
    if (classes < 2) {
      throw DataException.in(
          shownOf(pairs.get(0).labels), "all labels are 0; expected two classes or more");
    }
    return new Parts(
        train.shape(),
        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
        examples(train, classes),
        test.map(each -> examples(each, classes)),
        Provenance.hash(lines));
  }

  private static Examples examples(Raw raw, int classes) {
    return Examples.of(raw.shape(), classes, 255, raw.images, raw.labels);
  }

  private static int highest(Raw raw) {
    int highest = 0;
    for (byte label : raw.labels) {
      highest = Math.max(highest, Byte.toUnsignedInt(label));
    }
    return highest;
  }

  private Raw raw(Pair pair) {
    int[] sides = new int[2];
    byte[] images = content(pair.images, in -> IdxReader.anyImages(in, sides));
    byte[] labels = content(pair.labels, in -> IdxReader.labels(in, 256));
    InputShape shape = new InputShape(sides[0], sides[1], 1);
    if (images.length / shape.size() != labels.length) {
      throw DataException.in(
          shownOf(pair.labels),
          "pictures and labels differ in number, found %d labels and %d pictures in '%s'; expected as many of each"
              .formatted(labels.length, images.length / shape.size(), pair.images.getFileName()));
    }
    return new Raw(shape, images, labels);
  }

  private <T> T content(Path file, Function<DataStream, T> reader) {
    try (DataStream in = DataStream.open(file, LIMIT)) {
      T content = reader.apply(in);
      lines.append(in.sha256()).append("  ").append(plain(file)).append('\n');
      return content;
    } catch (DataException e) {
      throw DataException.in(
          shownOf(file), e.getMessage().replace(file + ": ", "").replace(file.toString(), ""));
    }
  }

  private static String plain(Path file) {
    return file.getFileName().toString().replaceFirst("\\.gz$", "");
  }

  private Path shownOf(Path file) {
    return shown.resolve(file.getFileName().toString());
  }

  /** The pair to train on, then the one to test on if there is one. */
  private List<Pair> pairs() {
    Map<String, Pair> pairs = new TreeMap<>();
    for (Path file : files()) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches()) {
        boolean images = name.group(2).equals("images");
        Pair pair = pairs.computeIfAbsent(name.group(1), each -> new Pair());
        Path before = images ? pair.images : pair.labels;
        if (before != null) {
          throw DataException.in(
              shownOf(file), "is there twice, also as '" + before.getFileName() + "'");
        } else if (images) {
          pair.images = file;
        } else {
          pair.labels = file;
        }
      }
    }
    if (pairs.isEmpty()) {
      throw DataException.in(
          shown,
          "holds no IDX files; expected names such as 'train-images-idx3-ubyte' and 'train-labels-idx1-ubyte'");
    }
    pairs.forEach(
        (name, pair) -> {
          if (pair.images == null || pair.labels == null) {
            throw DataException.in(
                shownOf(pair.images == null ? pair.labels : pair.images),
                pair.images == null ? "has no file of pictures" : "has no file of labels");
          }
        });
    return ordered(pairs);
  }

  private List<Pair> ordered(Map<String, Pair> pairs) {
    List<String> tests =
        pairs.keySet().stream().filter(each -> each.matches("(.*[-_.])?(t10k|test)")).toList();
    List<String> trains = new ArrayList<>(pairs.keySet());
    trains.removeAll(tests);
    boolean named = trains.size() == 1 && trains.get(0).matches("(.*[-_.])?train");
    if (pairs.size() == 1) {
      return List.copyOf(pairs.values());
    } else if (!named || tests.size() != 1) {
      throw DataException.in(
          shown,
          "cannot tell which files train and which test, found "
              + String.join(", ", pairs.keySet().stream().map(DataStream::shown).toList())
              + "; expected 'train-...' and 't10k-...', or one pair alone");
    }
    return List.of(pairs.get(trains.get(0)), pairs.get(tests.get(0)));
  }

  private List<Path> files() {
    if (!Files.isDirectory(root)) {
      throw DataException.in(
          shown,
          Files.exists(root)
              ? "is no folder; expected the folder of IDX files"
              : "no such folder; a path starts at the folder of the spec, and --set dataset.idx=PATH gives another");
    }
    try (Stream<Path> files = Files.list(root)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw DataException.in(shown, "cannot be read (" + e.getMessage() + ")");
    }
  }
}
