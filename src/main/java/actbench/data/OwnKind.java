package actbench.data;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a set of the user's own may be made of, and what a spec may say of it. */
public enum OwnKind {
  /** A table. */
  CSV("csv", "the path of a CSV file of numbers, with a column to be learnt"),
  /** Pictures. */
  IMAGES("images", "the path of a folder with a folder of pictures for each class"),
  /** Pictures and labels in binary files. */
  IDX("idx", "the path of a folder with IDX files of pictures and labels, as MNIST's");

  static final String TARGET = "target";
  static final String AS = "as";
  private static final String HEADER = "header";
  private static final String IGNORE = "ignore";
  private static final String SEPARATOR = "separator";
  static final String SIZE = "size";
  static final String CHANNELS = "channels";
  private static final Map<String, Character> SEPARATORS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t');
  private static final Map<String, Answer> ANSWERS =
      Map.of("classes", Answer.CLASS, "labels", Answer.LABELS, "numbers", Answer.NUMBERS);

  private static final List<Parameter> TABLE =
      List.of(
          Parameter.text(
              TARGET, "columns to be learnt, by name or number, with commas between them"),
          Parameter.word(AS, "what the target is", "classes", "numbers", "labels"),
          Parameter.flag(HEADER, "whether the first line names the columns"),
          Parameter.text(IGNORE, "columns to leave out, by name or number"),
          Parameter.word(SEPARATOR, "what stands between cells", "comma", "semicolon", "tab")
              .defaultTo("comma"));
  private static final List<Parameter> PICTURES =
      List.of(
          Parameter.text(SIZE, "rows and columns to scale to, such as 32 or 32x48"),
          Parameter.integer(CHANNELS, "1 for grey, 3 for colour").atLeast(1).atMost(3));

  private static final Pattern SIDES = Pattern.compile("([0-9]{1,4})(?:x([0-9]{1,4}))?");
  private static final int LONGEST_SIDE = 2048;

  private final String key;
  private final String doc;

  OwnKind(String key, String doc) {
    this.key = key;
    this.doc = doc;
  }

  /** The key in a spec, and the name of the choice. */
  public String key() {
    return key;
  }

  /** What stands under the key, for people. */
  public String doc() {
    return doc;
  }

  /** What may stand beside the path. */
  public List<Parameter> parameters() {
    List<Parameter> own =
        switch (this) {
          case CSV -> TABLE;
          case IMAGES -> PICTURES;
          case IDX -> List.of();
        };
    return Stream.concat(own.stream(), OwnSplit.parameters().stream()).toList();
  }

  static OwnKind of(Choice choice) {
    return Stream.of(values())
        .filter(each -> each.key().equals(choice.name()))
        .findFirst()
        .orElseThrow(() -> new DataException("no kind of data is called '" + choice.name() + "'"));
  }

  static TableReader.Options options(Choice choice) {
    Map<String, Object> given = choice.parameters();
    return new TableReader.Options(
        Optional.ofNullable((String) given.get(TARGET)),
        Optional.ofNullable((String) given.get(AS)).map(ANSWERS::get),
        Optional.ofNullable((Boolean) given.get(HEADER)),
        Optional.ofNullable((String) given.get(IGNORE)),
        SEPARATORS.get(given.getOrDefault(SEPARATOR, "comma")));
  }

  static String word(Answer answer) {
    return ANSWERS.entrySet().stream()
        .filter(each -> each.getValue() == answer)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Rows and columns to scale to. */
  static Optional<InputShape> side(Choice choice) {
    if (!choice.parameters().containsKey(SIZE)) {
      return Optional.empty();
    }
    Matcher sides = SIDES.matcher(choice.text(SIZE));
    int height = sides.matches() ? Integer.parseInt(sides.group(1)) : 0;
    int width = height > 0 && sides.group(2) != null ? Integer.parseInt(sides.group(2)) : height;
    if (Math.min(height, width) < 1 || Math.max(height, width) > LONGEST_SIDE) {
      throw new DataException(
          "wrong value for 'size', found '%s'; expected a form such as 32 or 32x48, with sides of 1 to %d"
              .formatted(DataStream.shown(choice.text(SIZE)), LONGEST_SIDE));
    }
    return Optional.of(new InputShape(height, width, 1));
  }

  /** Channels to read pictures with. */
  static Optional<Integer> channels(Choice choice) {
    if (!choice.parameters().containsKey(CHANNELS)) {
      return Optional.empty();
    }
    int channels = Math.toIntExact(choice.integer(CHANNELS));
    if (channels == 2) {
      throw new DataException("wrong value for 'channels', found '2'; expected 1 or 3");
    }
    return Optional.of(channels);
  }
}
