package actbench.activation.formula;

import java.util.Optional;

/** What is wrong with a formula, and where. The message shows the formula with a caret below. */
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int offset;
  private final String parameter;

  FormulaException(String formula, int offset, String problem) {
    this(formula, offset, problem, null);
  }

  private FormulaException(String formula, int offset, String problem, String parameter) {
    super(
        "formula:1:%d: error: %s%n  %s%n  %s^"
            .formatted(offset + 1, problem, formula, " ".repeat(offset))
            .replace("\r\n", "\n"));
    this.problem = problem;
    this.offset = offset;
    this.parameter = parameter;
  }

  /** A problem of a parameter, {@code 'name' ...}. */
  static FormulaException ofParameter(String formula, String parameter, String problem) {
    return new FormulaException(formula, 0, "'" + parameter + "' " + problem, parameter);
  }

  /** The parameter at fault, where it is not the formula. */
  public Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }

  /** The problem alone, for callers that know the formula's place in a file. */
  public String problem() {
    return problem;
  }

  /** Where in the formula the problem lies; 0 is its first character. */
  public int offset() {
    return offset;
  }
}
