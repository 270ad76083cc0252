package actbench.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads one YAML document into nodes that know their places.
 *
 * <p>Takes the plain part of YAML: no anchors and aliases (they can blow a line up to gigabytes),
 * no tags, no keys that are no text. What a scalar means is left to those who know what is
 * expected.
 */
final class YamlReader {
  private static final int DEEPEST = 12;
  private static final YAMLFactory FACTORY = YAMLFactory.builder().build();
  private static final Pattern MARK =
      Pattern.compile("([^\n]*)\n in reader, line ([0-9]+), column ([0-9]+)");

  private final Problems problems;
  private final Function<TokenStreamLocation, Location> places;
  private final int[] text;
  private final JsonParser parser;

  private YamlReader(
      String text,
      JsonParser parser,
      Function<TokenStreamLocation, Location> places,
      Problems problems) {
    this.text = text.codePoints().toArray();
    this.parser = parser;
    this.places = places;
    this.problems = problems;
  }

  /**
   * The document in a file; empty if it has none.
   *
   * @param problems gets the keys that are given twice
   * @throws SpecException if the text cannot be understood as a whole
   */
  static Optional<Node> read(String source, String text, Problems problems) throws SpecException {
    return read(
        text, at -> new Location(source, Math.max(1, at.getLineNr()), at.getColumnNr()), problems);
  }

  /** The value in an option: every node has the option as its place. */
  static Optional<Node> readValue(Location option, String text, Problems problems)
      throws SpecException {
    return read(text, at -> option, problems);
  }

  private static Optional<Node> read(
      String text, Function<TokenStreamLocation, Location> places, Problems problems)
      throws SpecException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      YamlReader reader = new YamlReader(text, parser, places, problems);
      try {
        return reader.document();
      } catch (JacksonException e) {
        throw reader.invalid(e);
      }
    }
  }

  private Optional<Node> document() throws SpecException {
    if (parser.nextToken() == null) {
      return Optional.empty();
    }
    Node root = node(0);
    if (parser.nextToken() != null) {
      throw SpecFile.refused(place(), "a second document; expected one spec in a file");
    }
    return Optional.of(root);
  }

  private Location place() {
    return places.apply(parser.currentTokenLocation());
  }

  private Node node(int depth) throws SpecException {
    Location at = place();
    refuseMarks(at);
    if (depth > DEEPEST) {
      throw SpecFile.refused(
          at, "nested too deeply; no spec needs more than " + DEEPEST + " levels");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(depth + 1));
      }
      return new Node.Sequence(at, items);
    } else if (token == JsonToken.START_OBJECT) {
      return mapping(at, depth);
    }
    String value = parser.getString();
    boolean plain = isPlain(value);
    return new Node.Scalar(at, value, plain, stands(value, plain ? 0 : 1) ? plain ? 0 : 1 : -1);
  }

  private Node mapping(Location at, int depth) throws SpecException {
    List<Node.Entry> entries = new ArrayList<>();
    Map<String, Location> seen = new HashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      Location keyAt = place();
      refuseMarks(keyAt);
      parser.nextToken();
      Node value = node(depth + 1);
      Location first = seen.putIfAbsent(key, keyAt);
      if (first == null) {
        entries.add(new Node.Entry(keyAt, key, value));
      } else {
        problems.add(
            keyAt,
            "key "
                + Node.quoted(key)
                + " is given twice"
                + (first.line() == 0 ? "" : "; it is first given in line " + first.line()));
      }
    }
    return new Node.Mapping(at, entries);
  }

  private int sign() {
    int offset = (int) parser.currentTokenLocation().getCharOffset();
    return offset >= 0 && offset < text.length ? text[offset] : 0;
  }

  /** Jackson tells of some anchors and tags only, so the text itself is asked. */
  private void refuseMarks(Location at) throws SpecException {
    boolean empty = parser.currentToken().isScalarValue() && parser.getString().isEmpty();
    int sign = sign();
    // An empty value has no text of its own: what stands at its place may belong to the next key.
    if (sign == '*' && !empty) {
      throw SpecFile.refused(at, "a YAML alias; write the value out, or use 'variants'");
    } else if (sign == '&' && !empty) {
      throw SpecFile.refused(at, "a YAML anchor; write the value out, or use 'variants'");
    } else if (sign == '!' && !empty) {
      throw SpecFile.refused(at, "a YAML tag; write the value without it");
    }
  }

  private boolean isPlain(String value) {
    int sign = sign();
    if (value.isEmpty()) {
      int offset = (int) parser.currentTokenLocation().getCharOffset();
      boolean twice = offset + 1 < text.length && text[offset + 1] == sign;
      return !((sign == '"' || sign == '\'') && twice);
    }
    return sign != '"' && sign != '\'' && sign != '|' && sign != '>';
  }

  /** Whether the value stands in the text as it is, so far behind the token's beginning. */
  private boolean stands(String value, int lead) {
    int[] wanted = value.codePoints().toArray();
    int from = (int) parser.currentTokenLocation().getCharOffset() + lead;
    return from >= 0
        && from + wanted.length <= text.length
        && Arrays.equals(text, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private SpecException invalid(JacksonException e) {
    String message = e.getOriginalMessage() == null ? "" : e.getOriginalMessage();
    Matcher mark = MARK.matcher(message);
    String what = null;
    Location at = null;
    while (mark.find()) {
      what = mark.group(1);
      int line = Integer.parseInt(mark.group(2));
      int column = Integer.parseInt(mark.group(3));
      at = places.apply(new TokenStreamLocation(null, -1, line, column));
    }
    if (at == null) {
      TokenStreamLocation near =
          e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      String detail = message.startsWith("Expected a property name") ? "a key must be a text" : "";
      return SpecFile.refused(
          places.apply(near), "not valid YAML" + (detail.isEmpty() ? "" : ": " + detail));
    }
    if (what.contains("\\t(TAB)")) {
      return SpecFile.refused(at, "a tab; expected spaces");
    }
    what = what.replaceAll(" \\(Do not use .* for indentation\\)", "").replaceAll("[.]$", "");
    return SpecFile.refused(at, "not valid YAML: " + what);
  }
}
