package actbench.activation.formula;

/** What is wrong with a formula, and where. The message shows the formula with a caret below. */
public final class FormulaException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int offset;

  FormulaException(String formula, int offset, String problem) {
    super(
        "formula:1:%d: error: %s%n  %s%n  %s^"
            .formatted(offset + 1, problem, formula, " ".repeat(offset))
            .replace("\r\n", "\n"));
    this.problem = problem;
    this.offset = offset;
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
