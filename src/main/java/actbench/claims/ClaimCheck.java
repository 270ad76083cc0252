package actbench.claims;

import actbench.compare.statistics.Interval;
import java.util.List;
import java.util.Objects;

/**
 * What results say of a claim.
 *
 * @param firstMean the mean found; NaN for times, of which only the ratio counts
 * @param gain the difference found, positive if the claim's first is better; of logarithms for
 *     times; NaN if there is none
 * @param interval of that difference at 95 %; none with too few seeds or where runs diverged
 * @param runs how many runs speak
 * @param differences how the runs' set-up differs from the published one; for a claim that is not
 *     tested the one reason
 */
public record ClaimCheck(
    Claim claim,
    Verdict verdict,
    Size size,
    double firstMean,
    double secondMean,
    double gain,
    Interval interval,
    int runs,
    List<String> differences) {
  /** The answer about the direction of a claim. */
  public enum Verdict {
    /** The difference has the claimed direction beyond chance. */
    CONFIRMED,
    /** The difference may have either direction. */
    NOT_REFUTED,
    /** The difference has the other direction beyond chance. */
    CONTRADICTED,
    /** No runs speak to it. */
    NOT_TESTED;

    /** The words for reports. */
    public String words() {
      return switch (this) {
        case CONFIRMED -> "confirmed";
        case NOT_REFUTED -> "not refuted";
        case CONTRADICTED -> "contradicted";
        case NOT_TESTED -> "not tested";
      };
    }
  }

  /** The answer about the size of the claimed difference. */
  public enum Size {
    /** It may be that of runs such as these. */
    AGREES,
    /** The difference found is smaller, or the other way. */
    SMALLER,
    /** The difference found is larger. */
    LARGER,
    /** There is no interval to tell by. */
    UNKNOWN
  }

  public ClaimCheck {
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(interval, "interval");
    differences = List.copyOf(differences);
  }

  static ClaimCheck untested(Claim claim, String reason) {
    return new ClaimCheck(
        claim,
        Verdict.NOT_TESTED,
        Size.UNKNOWN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Interval.NONE,
        0,
        List.of(reason));
  }
}
