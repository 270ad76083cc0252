package actbench.claims;

import actbench.claims.Reproduced.Form;
import actbench.compare.statistics.Interval;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What results say of a claim.
 *
 * @param form on what budget the runs were that speak
 * @param firstMean the mean found; NaN for times, of which only the ratio counts
 * @param gain the difference found, positive if the claim's first is better; of logarithms for
 *     times; NaN if there is none
 * @param interval of that difference at 95 %; none with too few seeds or where runs diverged
 * @param p the two-sided p-value of that difference: by t over seeds, or where runs diverged by the
 *     sign test; NaN if there is none
 * @param adjustedP the same after Benjamini and Hochberg, over all differences that were tested
 * @param seeds how many seeds both functions have in each setting
 * @param runs the ids of the runs that speak, with their grids
 * @param differences how the runs' set-up differs from the published one; for a claim that is not
 *     tested the one reason
 */
public record ClaimCheck(
    Claim claim,
    Verdict verdict,
    Size size,
    Form form,
    double firstMean,
    double secondMean,
    double gain,
    Interval interval,
    double p,
    double adjustedP,
    int seeds,
    List<String> runs,
    List<String> differences) {
  private static final double ALPHA = 0.05;

  /** The answer about the direction of a claim. */
  public enum Verdict {
    /** The difference has the claimed direction beyond chance. */
    CONFIRMED,
    /** A printed tie is one within the tie band beyond chance. */
    TIE_HOLDS,
    /** The claimed direction beyond chance, in runs that were set up otherwise. */
    SAME_WAY,
    /** The difference may have either direction. */
    NOT_REFUTED,
    /** The other direction beyond chance, in runs that were set up otherwise. */
    OTHER_WAY,
    /** The difference has the other direction beyond chance; a tie is none. */
    CONTRADICTED,
    /** No runs speak to it. */
    NOT_TESTED;

    /** The words for reports. */
    public String words() {
      return switch (this) {
        case CONFIRMED -> "confirmed";
        case TIE_HOLDS -> "tie holds";
        case SAME_WAY -> "points the same way";
        case OTHER_WAY -> "points the other way";
        case NOT_REFUTED -> "not refuted";
        case CONTRADICTED -> "contradicted";
        case NOT_TESTED -> "not tested";
      };
    }

    /** What remains of a verdict where runs were set up otherwise in more than their budget. */
    Verdict fromAfar() {
      return switch (this) {
        case CONFIRMED -> SAME_WAY;
        case CONTRADICTED -> OTHER_WAY;
        case TIE_HOLDS -> NOT_REFUTED;
        case SAME_WAY, NOT_REFUTED, OTHER_WAY, NOT_TESTED -> this;
      };
    }

    /** Whether it says that a difference lies beyond chance. */
    public boolean isOfDifference() {
      return switch (this) {
        case CONFIRMED, SAME_WAY, OTHER_WAY, CONTRADICTED -> true;
        case TIE_HOLDS, NOT_REFUTED, NOT_TESTED -> false;
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
    Objects.requireNonNull(form, "form");
    runs = List.copyOf(runs);
    differences = List.copyOf(differences);
  }

  /** The runs that speak, whatever their order: claims with the same rest on one evidence. */
  public Set<String> evidence() {
    return new TreeSet<>(runs);
  }

  /**
   * What tells tests apart: claims that the same runs answer by the same metric test one
   * difference. Times are all read from the speed of training.
   */
  public List<Object> difference() {
    return List.of(evidence(), claim.isRatio() ? Timing.LOG_TIME.name() : claim.metric().name());
  }

  /** Whether a difference beyond chance is one still among all that were tested. */
  public boolean survives() {
    return verdict.isOfDifference() && adjustedP < ALPHA;
  }

  ClaimCheck adjusted(double adjusted) {
    return new ClaimCheck(
        claim,
        verdict,
        size,
        form,
        firstMean,
        secondMean,
        gain,
        interval,
        p,
        adjusted,
        seeds,
        runs,
        differences);
  }

  static ClaimCheck untested(Claim claim, String reason) {
    return new ClaimCheck(
        claim,
        Verdict.NOT_TESTED,
        Size.UNKNOWN,
        Form.NOT_RUN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Interval.NONE,
        Double.NaN,
        Double.NaN,
        0,
        List.of(),
        List.of(reason));
  }
}
