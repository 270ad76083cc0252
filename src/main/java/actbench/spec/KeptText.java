package actbench.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a spec as results keep it: run again without options, it gives the same grid under
 * the same name.
 *
 * <p>That is the file to the letter if nothing was changed and it has a {@code name}. Otherwise it
 * is what was run, with the file in comments behind it.
 */
final class KeptText {
  /** What needs no quotes anywhere in YAML, numbers included. */
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.+/-]+");

  private KeptText() {}

  /**
   * The text to keep.
   *
   * @param text the file's content
   * @param name the experiment's
   * @param root the settings with all overrides in place
   */
  static String of(String text, String name, List<String> overrides, Node.Mapping root) {
    boolean named = root.entry(Structure.NAME).isPresent();
    if (overrides.isEmpty()) {
      Optional<String> kept = named ? Optional.of(text) : withName(text, name, root);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    StringBuilder out = new StringBuilder("# As it was run");
    out.append(overrides.isEmpty() ? ".\n" : ", with:\n");
    overrides.forEach(each -> out.append("#   --set ").append(line(each)).append('\n'));
    if (!named) {
      out.append(Structure.NAME).append(": ").append(quoted(name)).append('\n');
    }
    root.entries().forEach(entry -> block(out, entry));
    String file =
        text.lines()
            .map(line -> ("# " + line(line)).stripTrailing() + "\n")
            .collect(Collectors.joining("", "\n# The file itself:\n", ""));
    return out.length() + file.length() > SpecFile.LIMIT / 4
        ? out.toString()
        : out.append(file).toString();
  }

  /** With the name as its last line, where that can be read as one more key. */
  private static Optional<String> withName(String text, String name, Node.Mapping root) {
    String longer = text + (text.endsWith("\n") ? "" : "\n") + "name: " + quoted(name) + "\n";
    try {
      Optional<Node> read = YamlReader.read("", longer, new Problems());
      return read.filter(
              node ->
                  node instanceof Node.Mapping map
                      && map.entries().size() == root.entries().size() + 1
                      && map.entry(Structure.NAME).isPresent())
          .map(node -> longer);
    } catch (SpecException e) {
      return Optional.empty();
    }
  }

  /** A key of the spec; maps within lists and maps get a line each. */
  private static void block(StringBuilder out, Node.Entry entry) {
    out.append(quoted(entry.key())).append(':');
    if (entry.value() instanceof Node.Sequence list
        && list.items().stream().anyMatch(Node.Mapping.class::isInstance)) {
      list.items().forEach(item -> out.append("\n  - ").append(flow(item)));
    } else if (entry.value() instanceof Node.Mapping map
        && !map.entries().isEmpty()
        && map.entries().stream().allMatch(each -> each.value() instanceof Node.Mapping)) {
      map.entries().forEach(each -> out.append("\n  ").append(pair(each)));
    } else {
      out.append(' ').append(flow(entry.value()));
    }
    out.append('\n');
  }

  private static String flow(Node node) {
    if (node instanceof Node.Sequence list) {
      return list.items().stream().map(KeptText::flow).collect(Collectors.joining(", ", "[", "]"));
    } else if (node instanceof Node.Mapping map) {
      return map.entries().stream().map(KeptText::pair).collect(Collectors.joining(", ", "{", "}"));
    }
    Node.Scalar scalar = (Node.Scalar) node;
    if (scalar.plain() && PlainScalar.isNull(scalar.text())) {
      return "null";
    }
    boolean bare = scalar.plain() && BARE.matcher(scalar.text()).matches();
    return bare ? scalar.text() : inQuotes(scalar.text());
  }

  private static String pair(Node.Entry entry) {
    return quoted(entry.key()) + ": " + flow(entry.value());
  }

  /** A text, in quotes where YAML would take it for something else. */
  private static String quoted(String text) {
    return BARE.matcher(text).matches() && PlainScalar.isText(text) ? text : inQuotes(text);
  }

  private static String inQuotes(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHidden(c)) {
        out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
      } else {
        out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return out.append('"').toString();
  }

  /** In one line of a comment. */
  private static String line(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(isHidden(c) ? ' ' : c);
    }
    return out.toString();
  }

  /** What must not stand in a line as it is. */
  private static boolean isHidden(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\ufeff';
  }
}
