package actbench.activation.formula;

import actbench.activation.formula.Expression.Constant;
import actbench.activation.formula.Expression.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a formula such as {@code x * sigmoid(beta * x)}.
 *
 * <p>Sums, products, quotients, powers ({@code ^} or {@code **}, from the right, stronger than a
 * minus in front), brackets, numbers, {@code x}, {@code pi}, {@code e}, parameters and functions.
 */
final class FormulaParser {
  private static final int LONGEST = 1000;
  private static final int DEEPEST = 60;

  private final String text;
  private final Set<String> parameters;
  private int at;
  private int depth;

  private FormulaParser(String text, Set<String> parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  /**
   * The formula as a tree.
   *
   * @param parameters names that may occur beside x
   * @throws FormulaException that points at what is wrong
   */
  static Expression parse(String text, Set<String> parameters) {
    FormulaParser parser = new FormulaParser(text, parameters);
    if (text.length() > LONGEST) {
      throw parser.problem(LONGEST, "the formula has more than " + LONGEST + " characters");
    }
    Expression expression = parser.sum();
    if (parser.peek() != 0) {
      throw parser.problem(parser.at, "unexpected '" + parser.peek() + "'");
    }
    return expression;
  }

  private Expression sum() {
    Expression left = product();
    while (true) {
      if (take('+')) {
        left = Expression.of(Operation.ADD, left, product());
      } else if (take('-')) {
        left = Expression.of(Operation.SUBTRACT, left, product());
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = signed();
    while (true) {
      if (take('*')) {
        left = Expression.of(Operation.MULTIPLY, left, signed());
      } else if (take('/')) {
        left = Expression.of(Operation.DIVIDE, left, signed());
      } else {
        return left;
      }
    }
  }

  private Expression signed() {
    if (++depth > DEEPEST) {
      throw problem(at, "the formula is nested deeper than " + DEEPEST);
    }
    Expression result;
    if (take('-')) {
      result = Expression.of(Operation.NEGATE, signed());
    } else {
      take('+');
      Expression base = primary();
      result = takePower() ? Expression.of(Operation.POWER, base, signed()) : base;
    }
    depth--;
    return result;
  }

  private boolean takePower() {
    if (peek() == '*' && at + 1 < text.length() && text.charAt(at + 1) == '*') {
      at += 2;
      return true;
    }
    return take('^');
  }

  private Expression primary() {
    char next = peek();
    if (next == '(') {
      int open = at++;
      Expression inside = sum();
      close(open);
      return inside;
    } else if (Character.isDigit(next) || next == '.') {
      return number();
    } else if (Character.isLetter(next)) {
      return name();
    } else if (next == 0) {
      throw problem(text.length(), "the formula ends here; expected a number, x or a function");
    }
    throw problem(at, "unexpected '" + next + "'; expected a number, x or a function");
  }

  private void close(int open) {
    if (!take(')')) {
      throw problem(
          open, "this bracket is not closed" + (peek() == 0 ? "" : " before '" + peek() + "'"));
    }
  }

  private Expression number() {
    int start = at;
    while (at < text.length() && isOfNumber(start)) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      double number = Double.parseDouble(digits);
      if (Double.isFinite(number)) {
        return new Constant(number);
      }
    } catch (NumberFormatException e) {
      // Told below, like a number too large.
    }
    throw problem(start, "'" + digits + "' is not a finite number");
  }

  private boolean isOfNumber(int start) {
    char c = text.charAt(at);
    if (Character.isDigit(c) || c == '.') {
      return true;
    }
    char before = at > start ? text.charAt(at - 1) : 0;
    boolean exponent = before == 'e' || before == 'E';
    boolean digitFollows =
        at + 1 < text.length()
            && (Character.isDigit(text.charAt(at + 1)) || "+-".indexOf(text.charAt(at + 1)) >= 0);
    boolean letter = c == 'e' || c == 'E';
    boolean sign = c == '-' || c == '+';
    return (letter && digitFollows) || (sign && exponent);
  }

  private Expression name() {
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    String name = text.substring(start, at);
    if (peek() == '(') {
      return call(start, name);
    }
    if (name.equals("x") || parameters.contains(name)) {
      return new Symbol(name);
    }
    return switch (name) {
      case "pi" -> new Constant(Math.PI);
      case "e" -> new Constant(Math.E);
      default -> throw unknown(start, name);
    };
  }

  private FormulaException unknown(int start, String name) {
    if (Operation.function(name).isPresent()) {
      return problem(start, "'" + name + "' is a function; expected '(' after it");
    }
    TreeSet<String> known = new TreeSet<>(parameters);
    known.addAll(List.of("x", "pi", "e"));
    return problem(
        start,
        "unknown name '"
            + name
            + "'; expected one of "
            + String.join(", ", known)
            + ", or a parameter with a value beside the formula"
            + hint(name, known));
  }

  private Expression call(int start, String name) {
    Operation operation =
        Operation.function(name)
            .orElseThrow(
                () -> {
                  List<String> names =
                      Operation.functions().stream().map(Operation::symbol).toList();
                  String known = String.join(", ", names);
                  return problem(
                      start,
                      "unknown function '"
                          + name
                          + "'; expected one of "
                          + known
                          + hint(name, names));
                });
    int open = at++;
    List<Expression> arguments = new ArrayList<>();
    if (peek() != ')') {
      do {
        arguments.add(sum());
      } while (take(','));
    }
    close(open);
    if (arguments.size() != operation.arity()) {
      throw problem(
          start,
          "'%s' takes %d argument%s, found %d"
              .formatted(
                  name, operation.arity(), operation.arity() == 1 ? "" : "s", arguments.size()));
    }
    return Expression.of(operation, arguments);
  }

  private static String hint(String name, Iterable<String> known) {
    for (String each : known) {
      boolean near =
          each.length() > 2
              && (each.startsWith(name) || name.startsWith(each) || oneLetterApart(each, name));
      if (near) {
        return ". Did you mean '" + each + "'?";
      }
    }
    return "";
  }

  /** Whether one letter was left out, added or changed. */
  private static boolean oneLetterApart(String a, String b) {
    int front = 0;
    while (front < Math.min(a.length(), b.length()) && a.charAt(front) == b.charAt(front)) {
      front++;
    }
    int back = 0;
    while (back < Math.min(a.length(), b.length()) - front
        && a.charAt(a.length() - 1 - back) == b.charAt(b.length() - 1 - back)) {
      back++;
    }
    return Math.max(a.length(), b.length()) - front - back <= 1;
  }

  /** The next character that is not blank, or 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    if (peek() != wanted || (wanted == '*' && text.startsWith("**", at))) {
      return false;
    }
    at++;
    return true;
  }

  private FormulaException problem(int offset, String what) {
    return new FormulaException(text, offset, what);
  }
}
