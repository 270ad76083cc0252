package actbench.data;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What there is of a set.
 *
 * @param dataset the set
 * @param state whether it is there
 * @param folder where its files are or would be; empty path for one that is built in
 */
public record Holding(Dataset dataset, State state, Path folder) {
  /** Whether a set is there. */
  public enum State {
    /** In the program itself. */
    BUILT_IN("built in"),
    /** All files had the published bytes when they were placed, and have their lengths still. */
    CANONICAL("canonical"),
    /** Can be used, but is not the published set. */
    NOT_CANONICAL("not canonical"),
    /** Put there by hand: its bytes have not been compared with the published ones. */
    NOT_CHECKED("present, not checked"),
    /** Not there, or not all of it. */
    MISSING("missing");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** The form shown to people. */
    public String label() {
      return label;
    }
  }

  public Holding {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(folder, "folder");
  }
}
