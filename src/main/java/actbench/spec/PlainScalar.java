package actbench.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** What unquoted text means: the core schema of YAML 1.2. */
final class PlainScalar {
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern PADDED = Pattern.compile("([-+]?)0+([0-9]+(?:\\.[0-9]*)?)");
  private static final Pattern OTHER_BASE = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");
  private static final Pattern FLAG = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");

  private PlainScalar() {}

  /** Whether YAML takes this for nothing, a number or a switch rather than for a text. */
  static boolean isText(String text) {
    return !(NULL.matcher(text).matches()
        || FLAG.matcher(text).matches()
        || NUMBER.matcher(text).matches()
        || OTHER_BASE.matcher(text).matches()
        || NOT_FINITE.matcher(text).matches());
  }

  /** Whether there is nothing. */
  static boolean isNull(String text) {
    return NULL.matcher(text).matches();
  }

  static Optional<Boolean> flag(String text) {
    return FLAG.matcher(text).matches()
        ? Optional.of(Boolean.parseBoolean(text))
        : Optional.empty();
  }

  /** A whole number without padding, of any size. */
  static Optional<BigInteger> integer(String text) {
    return INTEGER.matcher(text).matches() && unpadded(text).isEmpty() && text.length() < 1000
        ? Optional.of(new BigInteger(text))
        : Optional.empty();
  }

  /** A finite number without padding; one too small for a double is none, rather than 0. */
  static Optional<Double> number(String text) {
    if (!NUMBER.matcher(text).matches() || unpadded(text).isPresent()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    boolean vanished = value == 0 && text.replaceFirst("[eE].*", "").matches(".*[1-9].*");
    // Adding zero turns -0.0 into 0.0: they are one setting.
    return Double.isFinite(value) && !vanished ? Optional.of(value + 0.0) : Optional.empty();
  }

  /** Whether this is a number in YAML, but not one that a double can hold. */
  static boolean isBeyondDouble(String text) {
    boolean finite = NUMBER.matcher(text).matches() && unpadded(text).isEmpty();
    return NOT_FINITE.matcher(text).matches() || (finite && number(text).isEmpty());
  }

  /**
   * The number without leading zeros, or in base 10. {@code 010} is 10 in YAML 1.2 but 8 in YAML
   * 1.1 and in many heads, so it is refused together with other bases.
   */
  static Optional<String> unpadded(String text) {
    if (OTHER_BASE.matcher(text).matches() && text.length() < 100) {
      int base = text.charAt(1) == 'x' ? 16 : 8;
      return Optional.of(new BigInteger(text.substring(2), base).toString());
    }
    var padded = PADDED.matcher(text);
    return padded.matches() && text.length() < 1000
        ? Optional.of(new BigDecimal(padded.group(1) + padded.group(2)).toPlainString())
        : Optional.empty();
  }
}
