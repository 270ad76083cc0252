package actbench.compare;

import java.util.List;
import java.util.Objects;

/**
 * Whether equal seeds meant equal initial weights, equal order of examples, and the same bytes of
 * data.
 *
 * @param answer what the recorded hashes say
 * @param checked how many groups of runs of one setting and seed were looked at
 * @param broken up to a few of those that differ, as {@code setting, seed: hash}
 */
public record Pairing(Answer answer, int checked, List<String> broken) {
  /** Whether replicates are paired. */
  public enum Answer {
    YES,
    NO,
    /** Nothing was recorded to tell by. */
    UNKNOWN
  }

  public Pairing {
    Objects.requireNonNull(answer, "answer");
    broken = List.copyOf(broken);
  }
}
