package actbench.spec;

import java.util.List;
import java.util.stream.Collectors;

/** All that is wrong with a spec; its message is the list of problems, one a line. */
public final class SpecException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<SpecProblem> problems;

  public SpecException(List<SpecProblem> problems) {
    super(problems.stream().map(SpecProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The problems in the order of their places; never empty. */
  public List<SpecProblem> problems() {
    return problems;
  }
}
