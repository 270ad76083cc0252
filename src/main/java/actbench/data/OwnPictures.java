package actbench.data;

import actbench.spec.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a folder of pictures of the user's own: a folder for each class, or {@code train} and
 * {@code test} with a folder for each class in them. Links are refused, hidden files and what has
 * no picture's ending are passed over.
 */
final class OwnPictures {
  private static final String TRAIN = "train";
  private static final String TEST = "test";

  private final Path root;
  private final Path shown;
  private final List<Entry> entries = new ArrayList<>();
  private List<String> classes = List.of();

  /** A picture's file, its name below the root, and its class. */
  private record Entry(Path file, String name, int label, boolean test) {}

  /**
   * What the files tell without being decoded.
   *
   * @param shape that was asked for, else that of all pictures
   * @param usual channels where none are asked for
   */
  record Scan(
      List<String> classes, InputShape shape, int usual, int train, int test, String sha256) {}

  /** The pictures, decoded. */
  record Parts(Examples train, Optional<Examples> test, String sha256) {}

  private OwnPictures(Path root, Path shown) {
    this.root = root;
    this.shown = shown;
    list();
  }

  /**
   * Looks at all files.
   *
   * @param shown the folder as messages name it
   * @param side rows and columns to scale to
   */
  static Scan scan(Path root, Path shown, Optional<InputShape> side, Optional<Integer> channels) {
    return new OwnPictures(root, shown).scan(side, channels);
  }

  /** Reads all pictures, scaled to a shape. */
  static Parts read(Path root, Path shown, InputShape shape) {
    return new OwnPictures(root, shown).read(shape);
  }

  private Scan scan(Optional<InputShape> side, Optional<Integer> channels) {
    PictureFile.Header[] headers = new PictureFile.Header[entries.size()];
    String sha256 = all((i, content) -> headers[i] = look(i, PictureFile::header, content));
    boolean grey = Stream.of(headers).allMatch(PictureFile.Header::grey);
    PictureFile.Header first = headers[0];
    for (int i = 0; side.isEmpty() && i < headers.length; i++) {
      if (headers[i].width() != first.width() || headers[i].height() != first.height()) {
        throw DataException.in(
            shown,
            "pictures differ in size, found %dx%d ('%s') and %dx%d ('%s'); expected a 'size' to scale them to, such as 'size: 32x32'"
                .formatted(
                    first.height(),
                    first.width(),
                    DataStream.shown(entries.get(0).name()),
                    headers[i].height(),
                    headers[i].width(),
                    DataStream.shown(entries.get(i).name())));
      }
    }
    int usual = grey ? 1 : 3;
    InputShape shape =
        new InputShape(
            side.map(InputShape::height).orElse(first.height()),
            side.map(InputShape::width).orElse(first.width()),
            channels.orElse(usual));
    checkRoom(shape);
    int test = (int) entries.stream().filter(Entry::test).count();
    return new Scan(classes, shape, usual, entries.size() - test, test, sha256);
  }

  private Parts read(InputShape shape) {
    checkRoom(shape);
    byte[] values = new byte[entries.size() * shape.size()];
    String sha256 =
        all(
            (i, content) ->
                look(i, PictureFile::decode, content).write(shape, values, i * shape.size()));
    int[] labels = entries.stream().mapToInt(Entry::label).toArray();
    Examples all = Examples.of(shape, classes.size(), 255, values, labels);
    int[] tests = places(true);
    return tests.length == 0
        ? new Parts(all, Optional.empty(), sha256)
        : new Parts(all.select(places(false)), Optional.of(all.select(tests)), sha256);
  }

  private int[] places(boolean test) {
    return IntStream.range(0, entries.size()).filter(i -> entries.get(i).test() == test).toArray();
  }

  private void checkRoom(InputShape shape) {
    if ((long) entries.size() * shape.size() > Integer.MAX_VALUE - 8) {
      throw DataException.in(
          shown,
          "%d pictures of %s are too many for one array; expected a smaller 'size'"
              .formatted(entries.size(), shape.label()));
    }
  }

  /** What is done with the content of a file. */
  private interface Use {
    void of(int entry, byte[] content);
  }

  /** Reads all files, and gives the hash of what {@code sha256sum} prints of them. */
  private String all(Use use) {
    String[] lines = new String[entries.size()];
    IntStream.range(0, entries.size())
        .parallel()
        .forEach(
            i -> {
              Entry entry = entries.get(i);
              byte[] content = look(i, (name, none) -> PictureFolder.content(entry.file()), null);
              lines[i] =
                  HexFormat.of().formatHex(DataStream.sha256Digest().digest(content))
                      + "  "
                      + entry.name()
                      + "\n";
              use.of(i, content);
            });
    return Provenance.hash(String.join("", lines));
  }

  /** How a file is looked at, by its name and its content. */
  private interface Look<T> {
    T at(String name, byte[] content);
  }

  private <T> T look(int i, Look<T> look, byte[] content) {
    Path file = shown.resolve(entries.get(i).name());
    try {
      return look.at(file.toString(), content);
    } catch (DataException e) {
      String message = e.getMessage();
      String problem = message.substring(message.indexOf(": ") + 2);
      throw DataException.in(file, problem);
    }
  }

  private void list() {
    if (!Files.isDirectory(root)) {
      throw DataException.in(
          shown,
          Files.exists(root)
              ? "is no folder; expected one with a folder for each class"
              : "no such folder; a path starts at the folder of the spec, and --set dataset.images=PATH gives another");
    }
    List<Path> top = folders(root, shown);
    List<String> names = top.stream().map(OwnPictures::name).toList();
    boolean split = names.contains(TRAIN) && names.contains(TEST);
    if (split && names.size() > 2) {
      String other =
          names.stream().filter(each -> !List.of(TRAIN, TEST).contains(each)).findFirst().get();
      throw DataException.in(
          shown,
          "a folder '%s' beside 'train' and 'test'; expected these two alone (examples to validate are cut from 'train' by 'validation: 0.1')"
              .formatted(DataStream.shown(other)));
    }
    List<Path> classFolders = split ? folders(root.resolve(TRAIN), shown.resolve(TRAIN)) : top;
    classes = classFolders.stream().map(OwnPictures::name).toList();
    if (classes.size() < 2) {
      throw DataException.in(
          split ? shown.resolve(TRAIN) : shown,
          "%s; expected a folder for each of two classes or more"
              .formatted(
                  classes.isEmpty()
                      ? "holds no folders"
                      : "holds one folder, '" + DataStream.shown(classes.get(0)) + "'"));
    }
    classFolders.forEach(each -> addClass(each, classes.indexOf(name(each)), false, split));
    for (Path each : split ? folders(root.resolve(TEST), shown.resolve(TEST)) : List.<Path>of()) {
      int label = classes.indexOf(name(each));
      if (label < 0) {
        throw DataException.in(
            shownOf(each),
            "no such class in 'train'." + Suggestion.of(DataStream.shown(name(each)), classes));
      }
      addClass(each, label, true, true);
    }
  }

  private void addClass(Path folder, int label, boolean test, boolean split) {
    int before = entries.size();
    for (Path each : children(folder, shownOf(folder))) {
      if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        throw DataException.in(
            shownOf(each), "a folder inside that of a class; expected pictures alone");
      }
      String name = name(each).toLowerCase(Locale.ROOT);
      if (name.matches(".*\\.(png|jpe?g|gif)") && Files.isRegularFile(each)) {
        String below = root.relativize(each).toString().replace('\\', '/');
        entries.add(new Entry(each, below, label, test));
      } else if (name.matches(".*\\.(bmp|tiff?|webp|heic|avif|jp2|svg)")) {
        throw DataException.in(shownOf(each), "wrong kind of picture; expected PNG, JPEG or GIF");
      }
    }
    int count = entries.size() - before;
    if (count == 0) {
      throw DataException.in(shownOf(folder), "holds no pictures; expected PNG, JPEG or GIF files");
    } else if (count == 1 && !split) {
      throw DataException.in(
          shownOf(folder),
          "holds one picture, which cannot both train and test; expected two or more");
    }
  }

  private Path shownOf(Path path) {
    return shown.resolve(root.relativize(path).toString());
  }

  private List<Path> folders(Path folder, Path as) {
    return children(folder, as).stream()
        .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  private List<Path> children(Path folder, Path as) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all =
          files
              .filter(each -> !name(each).startsWith("."))
              .sorted(Comparator.comparing(OwnPictures::name))
              .toList();
      for (Path each : all) {
        if (Files.isSymbolicLink(each)) {
          throw DataException.in(
              shownOf(each), "a link, and links are not followed; expected the file itself");
        }
      }
      return all;
    } catch (IOException e) {
      throw DataException.in(as, "cannot be read (" + e.getMessage() + ")");
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
