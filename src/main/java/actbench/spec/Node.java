package actbench.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A piece of a YAML document with its place. */
sealed interface Node {
  Location at();

  /** What a message shows of this node: the text in quotes, or its kind. */
  String shown();

  /**
   * A single value.
   *
   * @param plain whether it was written without quotes, so that it may be a number
   * @param lead characters from {@code at} to the first of the text; -1 where the text does not
   *     stand there letter by letter, as it has escapes or spans lines
   */
  record Scalar(Location at, String text, boolean plain, int lead) implements Node {
    /** A scalar of which only its beginning can be pointed at. */
    Scalar(Location at, String text, boolean plain) {
      this(at, text, plain, -1);
    }

    /** Where a character of the text stands; where the scalar begins if that is not known. */
    Location place(int character) {
      return lead < 0 || at.line() == 0
          ? at
          : new Location(at.source(), at.line(), at.column() + lead + character);
    }

    @Override
    public String shown() {
      if (plain && text.isEmpty()) {
        return "nothing";
      }
      return plain ? quoted(text) : quoted("\"" + text + "\"");
    }
  }

  /** A list. */
  record Sequence(Location at, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return "a list";
    }
  }

  /** A map; its keys are distinct and in the order of the document. */
  record Mapping(Location at, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    Optional<Entry> entry(String key) {
      return entries.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    @Override
    public String shown() {
      return "a map";
    }
  }

  /** A key with its value. */
  record Entry(Location at, String key, Node value) {}

  /** Text in quotes for a message: control characters made visible, and cut when it is long. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("'");
    int shown = 0;
    for (int i = 0; i < text.length(); ) {
      if (shown++ == 60) {
        out.append('…');
        break;
      }
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE;
      if (hidden || !Character.isDefined(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.append('\'').toString();
  }
}
