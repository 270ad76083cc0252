package actbench.compare;

import java.util.Objects;

/**
 * A run that does not count.
 *
 * @param id the run
 * @param status how it ended: a status word, or {@code missing} if it was never run
 * @param reason the cause in a sentence; may be empty
 */
public record Omission(String id, String status, String reason) {
  public Omission {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
  }
}
