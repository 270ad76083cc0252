package actbench.grid;

import actbench.spec.Choice;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.SortedMap;

/**
 * The one way settings are written as JSON: sorted keys, no blanks, a number's type seen in its
 * form. Run ids are hashes of this text, so not a byte of it may ever change.
 */
final class CanonicalJson {
  private CanonicalJson() {}

  /**
   * Appends a setting's value: {@code Long}, {@code Double}, {@code Boolean}, {@code String} or
   * {@link Choice}. A choice is an object of its name and its parameters, a name without parameters
   * too, so that it is told from a text.
   */
  static void append(StringBuilder out, Object value) {
    if (value instanceof Choice choice) {
      appendChoice(out, choice);
    } else if (value instanceof Double number) {
      out.append(number(number));
    } else if (value instanceof Long || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof String text) {
      appendText(out, text);
    } else {
      throw new IllegalArgumentException("not a setting's value: " + value);
    }
  }

  private static void appendChoice(StringBuilder out, Choice choice) {
    out.append('{');
    SortedMap<String, Object> before = choice.parameters().headMap("name");
    before.forEach((key, value) -> appendMember(out, key, value).append(','));
    appendMember(out, "name", choice.name());
    choice
        .parameters()
        .tailMap("name")
        .forEach((key, value) -> appendMember(out.append(','), key, value));
    out.append('}');
  }

  /** Appends {@code "key":value}. */
  static StringBuilder appendMember(StringBuilder out, String key, Object value) {
    appendText(out, key);
    out.append(':');
    append(out, value);
    return out;
  }

  static void appendText(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /**
   * The shortest decimal that reads back as this number, laid out as {@link Double#toString} does.
   * {@code Double.toString} itself will not do: before JDK 19 it sometimes gives a digit too many,
   * and an id must not depend on the JDK.
   */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no number " + value);
    }
    if (value == 0) {
      return "0.0";
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    StringBuilder text = new StringBuilder(value < 0 ? "-" : "");
    if (exponent < -3 || exponent > 6) {
      text.append(digits.charAt(0)).append('.');
      text.append(digits.length() == 1 ? "0" : digits.substring(1));
      return text.append('E').append(exponent).toString();
    }
    String plain = shortest.toPlainString();
    return text.append(plain).append(plain.contains(".") ? "" : ".0").toString();
  }

  private static BigDecimal shortest(double value) {
    BigDecimal usual = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    // Decimals of up to 15 digits never share a double, so no other one as short can exist.
    if (usual.precision() <= 15 && value >= Double.MIN_NORMAL) {
      return usual;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
