package actbench.spec;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a single value by the parameter that takes it, without changing one type into another. */
final class ValueReader {
  private static final Map<String, String> SWITCHES =
      Map.of("yes", "true", "on", "true", "no", "false", "off", "false");

  private final Problems problems;

  ValueReader(Problems problems) {
    this.problems = problems;
  }

  /** The value in its canonical type; empty after a problem was added. */
  Optional<Object> read(Parameter parameter, Node node) {
    return read(parameter.name(), parameter, node);
  }

  /** The value of a parameter that the spec knows by this key. */
  Optional<Object> read(String key, Parameter parameter, Node node) {
    if (node instanceof Node.Scalar scalar) {
      Optional<Object> value =
          switch (parameter.kind()) {
            case INTEGER -> integer(parameter, scalar);
            case NUMBER -> number(parameter, scalar);
            case FLAG -> scalar.plain() ? PlainScalar.flag(scalar.text()).map(v -> v) : none();
            case TEXT -> Optional.of(scalar.text()).filter(each -> !each.isBlank()).map(v -> v);
            case WORD -> text(scalar).filter(parameter.words()::contains).map(v -> v);
          };
      if (value.isPresent()) {
        return value;
      }
    }
    problems.wrongValue(key, node, expected(parameter, node));
    return none();
  }

  /** The text of a name; empty if YAML takes it for something else. */
  static Optional<String> text(Node.Scalar scalar) {
    return scalar.plain() && !PlainScalar.isText(scalar.text())
        ? Optional.empty()
        : Optional.of(scalar.text());
  }

  private static Optional<Object> integer(Parameter parameter, Node.Scalar scalar) {
    return scalar.plain()
        ? PlainScalar.integer(scalar.text())
            .filter(value -> value.bitLength() < 32 && parameter.inRange(value.doubleValue()))
            .map(BigInteger::longValueExact)
        : none();
  }

  private static Optional<Object> number(Parameter parameter, Node.Scalar scalar) {
    return scalar.plain()
        ? PlainScalar.number(scalar.text()).filter(parameter::inRange).map(value -> value)
        : none();
  }

  private static Optional<Object> none() {
    return Optional.empty();
  }

  private static String expected(Parameter parameter, Node node) {
    String allowed = parameter.allowed();
    if (node instanceof Node.Scalar scalar) {
      if (parameter.kind() == Parameter.Kind.INTEGER
          && scalar.plain()
          && PlainScalar.integer(scalar.text()).filter(v -> v.bitLength() >= 32).isPresent()) {
        return allowed + "; whole numbers end at " + Integer.MAX_VALUE;
      }
      return allowed + hint(parameter, scalar);
    }
    return allowed;
  }

  private static String hint(Parameter parameter, Node.Scalar scalar) {
    String text = scalar.text();
    if (parameter.kind() == Parameter.Kind.TEXT) {
      return "";
    } else if (parameter.kind() == Parameter.Kind.WORD) {
      return Suggestion.closest(text, parameter.words()).map(ValueReader::didYouMean).orElse("");
    } else if (parameter.kind() == Parameter.Kind.FLAG) {
      return Optional.ofNullable(SWITCHES.get(text.toLowerCase(Locale.ROOT)))
          .map(ValueReader::didYouMean)
          .orElse("");
    } else if (!scalar.plain()) {
      Node.Scalar bare = new Node.Scalar(scalar.at(), text, true);
      boolean fits =
          (parameter.kind() == Parameter.Kind.INTEGER
                  ? integer(parameter, bare)
                  : number(parameter, bare))
              .isPresent();
      return fits ? ". Did you mean " + text + " without quotes?" : "";
    }
    if (parameter.kind() == Parameter.Kind.NUMBER && PlainScalar.isBeyondDouble(text)) {
      return "; numbers must be finite, and not too small for a double";
    }
    return PlainScalar.unpadded(text).map(ValueReader::didYouMean).orElse("");
  }

  private static String didYouMean(String word) {
    return ". Did you mean '" + word + "'?";
  }

  /** The items of a list that may not be empty; anything else is a problem. */
  Optional<List<Node>> list(String key, Node node, String of) {
    if (node instanceof Node.Sequence sequence) {
      if (!sequence.items().isEmpty()) {
        return Optional.of(sequence.items());
      }
      problems.add(node.at(), "'" + key + "' is an empty list; expected " + of);
      return Optional.empty();
    }
    problems.wrongValue(key, node, "a list of " + of);
    return Optional.empty();
  }

  /** The node must be a map; anything else is a problem. */
  Optional<Node.Mapping> map(String key, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.wrongValue(key, node, "a map of settings");
    return Optional.empty();
  }
}
