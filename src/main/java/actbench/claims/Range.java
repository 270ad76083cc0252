package actbench.claims;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some values of a setting, in the words in which comparisons name where a function is best: {@code
 * all}, {@code all but nadam}, {@code > 15}, {@code < 0.1 or 1}, {@code l1, l2, l1-l2}.
 *
 * @param words the range as it was written
 */
public record Range(String words) {
  private static final String ALL = "all";
  private static final String ALL_BUT = "all but ";
  private static final Pattern LIMIT = Pattern.compile("([<>]) (.+)");

  /**
   * The range of some words.
   *
   * @throws IllegalArgumentException if a limit is not a number or a value is empty
   */
  public Range {
    Objects.requireNonNull(words, "words");
    for (String part : parts(words)) {
      Matcher limit = LIMIT.matcher(part);
      if (part.isBlank() || (limit.matches() && Double.isNaN(number(limit.group(2))))) {
        throw new IllegalArgumentException("no range '" + words + "'");
      }
    }
  }

  /** Whether a value lies within; numbers are compared as numbers, so 1 is 1.0. */
  public boolean contains(String value) {
    if (words.equals(ALL)) {
      return true;
    }
    boolean named = parts(words).stream().anyMatch(part -> within(part, value));
    return words.startsWith(ALL_BUT) != named;
  }

  private static List<String> parts(String words) {
    return List.of(
        (words.startsWith(ALL_BUT) ? words.substring(ALL_BUT.length()) : words)
            .split(", | or ", -1));
  }

  private static boolean within(String part, String value) {
    double number = number(value);
    Matcher limit = LIMIT.matcher(part);
    if (limit.matches()) {
      double end = number(limit.group(2));
      return limit.group(1).equals("<") ? number < end : number > end;
    }
    return part.equals(value) || number(part) == number;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
