package actbench.spec;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A catalogue name with its parameters, such as {@code beta-mish} with {@code beta = 1.5}.
 *
 * @param name the name in the catalogue, lower case with hyphens; or a text that stands in none,
 *     such as a formula
 * @param parameters values by parameter name: {@code Long}, {@code Double}, {@code Boolean} or
 *     {@code String}; sorted, unmodifiable
 */
public record Choice(String name, SortedMap<String, Object> parameters) {
  /** The parameter with the absolute path of the user's own data: no part of what a run is. */
  public static final String PATH = "path";

  /**
   * The parameter with the checksum of what lies there, or of a class of the user's own; it is a
   * part of what a run is.
   */
  public static final String SHA256 = "sha256";

  private static final int SHOWN = 8;

  public Choice {
    Objects.requireNonNull(name, "name");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** A choice without parameters. */
  public static Choice of(String name) {
    return new Choice(name, new TreeMap<>());
  }

  /** The choice without the place of its data: all that a run's identity depends on. */
  public Choice placeless() {
    if (!parameters.containsKey(PATH)) {
      return this;
    }
    SortedMap<String, Object> rest = new TreeMap<>(parameters);
    rest.remove(PATH);
    return new Choice(name, rest);
  }

  /** The parameter as a text. */
  public String text(String parameter) {
    return (String) parameter(parameter);
  }

  /** The parameter as a number. */
  public double number(String parameter) {
    return ((Number) parameter(parameter)).doubleValue();
  }

  /** The parameter as a whole number. */
  public long integer(String parameter) {
    return ((Number) parameter(parameter)).longValue();
  }

  private Object parameter(String parameter) {
    Object value = parameters.get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' has no parameter '" + parameter + "'");
    }
    return value;
  }

  /**
   * The form shown to people and written to CSV: {@code mish}, {@code beta-mish(beta=1.5)}, {@code
   * x * tanh(a * x) (a=1.5)}; of own data {@code scores.csv@3f9a52c1(target=label)}, and of own
   * classes {@code my.Gate@3f9a52c1(slope=2.0)}, with the beginning of the checksum.
   */
  public String label() {
    SortedMap<String, Object> shown = new TreeMap<>(parameters);
    String head = shown.remove(PATH) instanceof String path ? fileName(path) : name;
    if (shown.get(SHA256) instanceof String sum) {
      shown.remove(SHA256);
      head += "@" + sum.substring(0, Math.min(SHOWN, sum.length()));
    }
    if (shown.isEmpty()) {
      return head;
    }
    StringBuilder text = new StringBuilder(head).append(head.endsWith(")") ? " (" : "(");
    shown.forEach(
        (key, value) ->
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ",")
                .append(key)
                .append('=')
                .append(value));
    return text.append(')').toString();
  }

  private static String fileName(String path) {
    String end = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    return end.replaceAll("\\p{Cntrl}", "?");
  }
}
