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
  public Choice {
    Objects.requireNonNull(name, "name");
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
  }

  /** A choice without parameters. */
  public static Choice of(String name) {
    return new Choice(name, new TreeMap<>());
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
   * x * tanh(a * x) (a=1.5)}.
   */
  public String label() {
    if (parameters.isEmpty()) {
      return name;
    }
    StringBuilder text = new StringBuilder(name).append(name.endsWith(")") ? " (" : "(");
    parameters.forEach(
        (key, value) ->
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ",")
                .append(key)
                .append('=')
                .append(value));
    return text.append(')').toString();
  }
}
