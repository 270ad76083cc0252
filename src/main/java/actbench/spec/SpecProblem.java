package actbench.spec;

import java.util.Objects;

/**
 * Something wrong in a spec, told for the person who wrote it.
 *
 * @param message what is wrong, what was found, what was expected; one line, without a location
 */
public record SpecProblem(Location at, String message) {
  public SpecProblem {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(message, "message");
  }

  /** {@code file:line:column: error: message}. */
  @Override
  public String toString() {
    return at + ": error: " + message;
  }
}
