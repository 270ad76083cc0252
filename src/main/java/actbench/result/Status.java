package actbench.result;

import java.util.Locale;

/** How a run ended. */
public enum Status {
  /** All epochs trained. */
  OK,
  /** The loss became infinite or not a number: an outcome, counted as a loss in comparisons. */
  DIVERGED,
  /** The run threw an error of its own. */
  FAILED,
  /** The run took longer than the limit that was set. */
  TIMEOUT,
  /** The worker process died under the run. */
  CRASHED,
  /** The run was stopped from outside. */
  INTERRUPTED;

  /** Whether the run came to an outcome that counts, as a diverged one does. */
  public boolean isFinished() {
    return this == OK || this == DIVERGED;
  }

  /** The word in files: lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status with this word. */
  public static Status of(String word) {
    for (Status status : values()) {
      if (status.word().equals(word)) {
        return status;
      }
    }
    throw new IllegalArgumentException("unknown status '" + word + "'");
  }
}
