package actbench.activation;

import java.util.SortedMap;

/**
 * A function of the catalogue with its parameters: one number at a time ({@link ElementFunction})
 * or a row of numbers at a time ({@link RowFunction}). Immutable.
 */
public sealed interface ActivationFunction permits ElementFunction, RowFunction {
  /** The name in the catalogue, lower case with hyphens; or the formula; or the class. */
  String name();

  /** Values by parameter name; complete, sorted, unmodifiable. */
  SortedMap<String, Double> parameters();

  /**
   * The form shown to people: {@code mish}, {@code beta-mish(beta=1.5)}, {@code x * tanh(a * x)
   * (a=1.5)}.
   */
  default String label() {
    if (parameters().isEmpty()) {
      return name();
    }
    StringBuilder text = new StringBuilder(name()).append(name().endsWith(")") ? " " : "");
    char separator = '(';
    for (var parameter : parameters().entrySet()) {
      text.append(separator)
          .append(parameter.getKey())
          .append('=')
          .append(number(parameter.getValue()));
      separator = ',';
    }
    return text.append(')').toString();
  }

  /** The shortest text that reads back to the same number, without {@code .0}. */
  static String number(double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return "inf";
    }
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
