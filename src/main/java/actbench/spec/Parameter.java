package actbench.spec;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that a setting or a catalogue name takes: its type, its range, its default.
 *
 * <p>Made by a factory and narrowed: {@code Parameter.number("dropout", "share of units
 * dropped").atLeast(0).below(1).defaultTo(0.25)}.
 *
 * @param name lower case with hyphens
 * @param defaultValue the value of a run that does not give it, as {@code Long}, {@code Double},
 *     {@code Boolean} or {@code String}; without one the parameter stays absent
 * @param min smallest number; of {@link Kind#INTEGER} and {@link Kind#NUMBER} only, like {@code
 *     max}
 * @param words the allowed words of {@link Kind#WORD}
 * @param doc what it does, in a few words for people
 */
public record Parameter(
    String name,
    Kind kind,
    Optional<Object> defaultValue,
    double min,
    double max,
    boolean minExclusive,
    boolean maxExclusive,
    List<String> words,
    String doc) {

  /** The type of a parameter's value. */
  public enum Kind {
    /** A whole number within 32 bits; a {@code Long} in the run. */
    INTEGER,
    /** A finite number; a {@code Double} in the run. */
    NUMBER,
    /** {@code true} or {@code false}; a {@code Boolean} in the run. */
    FLAG,
    /** One of a few words; a {@code String} in the run. */
    WORD,
    /** Any text but an empty one, a number too, as it is written; a {@code String} in the run. */
    TEXT
  }

  public Parameter {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.equals("name")) {
      throw new IllegalArgumentException("'" + name + "' cannot be the name of a parameter");
    }
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(doc, "doc");
    words = List.copyOf(words);
    if (kind == Kind.INTEGER && (min < Integer.MIN_VALUE || max > Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("'" + name + "' must stay within 32 bits");
    }
    if (defaultValue.isPresent() && !allows(kind, defaultValue.get())) {
      throw new IllegalArgumentException("'" + name + "' has a default of another type");
    }
  }

  private static boolean allows(Kind kind, Object value) {
    return switch (kind) {
      case INTEGER -> value instanceof Long;
      case NUMBER -> value instanceof Double;
      case FLAG -> value instanceof Boolean;
      case WORD, TEXT -> value instanceof String;
    };
  }

  /** A whole number. */
  public static Parameter integer(String name, String doc) {
    return of(name, Kind.INTEGER, Integer.MIN_VALUE, Integer.MAX_VALUE, List.of(), doc);
  }

  /** A number. */
  public static Parameter number(String name, String doc) {
    double infinity = Double.POSITIVE_INFINITY;
    return of(name, Kind.NUMBER, -infinity, infinity, List.of(), doc);
  }

  /** A switch. */
  public static Parameter flag(String name, String doc) {
    return of(name, Kind.FLAG, 0, 0, List.of(), doc);
  }

  /** A word out of a few. */
  public static Parameter word(String name, String doc, String... words) {
    return of(name, Kind.WORD, 0, 0, List.of(words), doc);
  }

  /** A text of the user's. */
  public static Parameter text(String name, String doc) {
    return of(name, Kind.TEXT, 0, 0, List.of(), doc);
  }

  private static Parameter of(
      String name, Kind kind, double min, double max, List<String> words, String doc) {
    return new Parameter(name, kind, Optional.empty(), min, max, false, false, words, doc);
  }

  /** With this default: {@code Long}, {@code Double}, {@code Boolean} or {@code String}. */
  public Parameter defaultTo(Object value) {
    return new Parameter(
        name, kind, Optional.of(value), min, max, minExclusive, maxExclusive, words, doc);
  }

  /** With this smallest value. */
  public Parameter atLeast(double limit) {
    return new Parameter(name, kind, defaultValue, limit, max, false, maxExclusive, words, doc);
  }

  /** With all values above this one. */
  public Parameter above(double limit) {
    return new Parameter(name, kind, defaultValue, limit, max, true, maxExclusive, words, doc);
  }

  /** With this largest value. */
  public Parameter atMost(double limit) {
    return new Parameter(name, kind, defaultValue, min, limit, minExclusive, false, words, doc);
  }

  /** With all values below this one. */
  public Parameter below(double limit) {
    return new Parameter(name, kind, defaultValue, min, limit, minExclusive, true, words, doc);
  }

  /** Whether the number lies in the range. */
  boolean inRange(double value) {
    return (minExclusive ? value > min : value >= min)
        && (maxExclusive ? value < max : value <= max);
  }

  /** The allowed values in words: {@code a number of at least 0 and below 1}. */
  public String allowed() {
    return switch (kind) {
      case INTEGER -> "a whole number" + range(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case NUMBER -> "a number" + range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      case FLAG -> "true or false";
      case WORD -> Problems.oneOf(words);
      case TEXT -> "a text: " + doc;
    };
  }

  private String range(double lowest, double highest) {
    String low = (minExclusive ? "above " : "of at least ") + plain(min);
    String high = (maxExclusive ? "below " : "at most ") + plain(max);
    if (min == lowest) {
      return max == highest ? "" : (maxExclusive ? " below " : " of at most ") + plain(max);
    }
    return max == highest ? " " + low : " " + low + " and " + high;
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
