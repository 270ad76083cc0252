package actbench.claims;

/**
 * How exactly a published pair of scores is known.
 *
 * @param error how far the difference may be off because the scores were read off a plot, in the
 *     metric's unit; 0 for printed numbers
 * @param runs how many runs each score is the mean of
 * @param firstDeviation the published standard deviation over these runs; NaN for none
 * @param secondDeviation that of the rival
 */
public record Precision(double error, int runs, double firstDeviation, double secondDeviation) {
  /** Printed numbers of one run each. */
  public static final Precision PRINTED = new Precision(0, 1, Double.NaN, Double.NaN);

  public Precision {
    if (!(error >= 0) || Double.isInfinite(error)) {
      throw new IllegalArgumentException("reading error " + error + " is not at least 0");
    }
    if (runs < 1) {
      throw new IllegalArgumentException(runs + " runs are not at least 1");
    }
  }

  /** Printed, or read off a plot, from one run each. */
  public static Precision read(double error) {
    return new Precision(error, 1, Double.NaN, Double.NaN);
  }

  /** Whether deviations were published. */
  boolean spread() {
    return runs > 1 && !Double.isNaN(firstDeviation) && !Double.isNaN(secondDeviation);
  }
}
