package actbench.activation.formula;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A formula as a row of numbers, names and signs. */
final class FormulaTokens {
  private static final Pattern TOKEN =
      Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[\\w.]+|\\*\\*|\\S");

  private FormulaTokens() {}

  /** The tokens with blanks around operators and behind commas, and no others. */
  static String tidy(String text) {
    StringBuilder tidy = new StringBuilder();
    String before = "(";
    for (String token : TOKEN.matcher(text).results().map(MatchResult::group).toList()) {
      boolean sign = (token.equals("-") || token.equals("+")) && opens(before);
      if (token.equals(",")) {
        tidy.append(", ");
      } else if (isOperator(token) && !sign) {
        tidy.append(' ').append(token.equals("**") ? "^" : token).append(' ');
      } else {
        tidy.append(token);
      }
      before = token;
    }
    return tidy.toString();
  }

  private static boolean isOperator(String token) {
    return token.equals("**") || (token.length() == 1 && "+-*/^".contains(token));
  }

  /** Whether a value must follow, so that a minus is a sign. */
  private static boolean opens(String token) {
    return isOperator(token) || token.equals("(") || token.equals(",");
  }
}
