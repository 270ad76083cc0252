package actbench.claims;

import java.util.Objects;

/**
 * A statement of the study or of the articles about it that its own data do not bear out.
 *
 * @param claimed what is said
 * @param evidence what the data say
 */
public record Correction(String id, String claimed, String evidence) {
  public Correction {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(claimed, "claimed");
    Objects.requireNonNull(evidence, "evidence");
  }
}
