package actbench.compare.statistics;

/** A confidence interval; NaN bounds where there is none. */
public record Interval(double low, double high) {
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /** Whether the bounds exist. */
  public boolean exists() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether all of it lies within {@code [-band, band]}. */
  public boolean within(double band) {
    return low >= -band && high <= band;
  }
}
