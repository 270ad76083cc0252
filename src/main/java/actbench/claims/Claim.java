package actbench.claims;

import actbench.compare.statistics.Interval;
import actbench.compare.statistics.StudentT;
import actbench.result.Metric;
import java.util.Objects;

/**
 * A published pair of numbers: on this data with this model the first function scored so, the
 * second so.
 *
 * @param setting the setting that was swept, as a column name; empty for none
 * @param value its value; empty for none
 * @param first the function claimed for, by label
 * @param second its rival
 * @param firstScore proportions in [0, 1]; times in the metric's unit
 * @param epochs how long was trained; 0 if it was not published
 * @param source where it was published
 * @param note what else must be known; may be empty
 */
public record Claim(
    String id,
    String dataset,
    String model,
    String setting,
    String value,
    String first,
    String second,
    Metric metric,
    double firstScore,
    double secondScore,
    int epochs,
    String source,
    String note,
    Precision precision,
    Recipe recipe)
    implements Published {
  private static final double CONFIDENCE = 0.95;

  public Claim {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(recipe, "recipe");
  }

  /**
   * Whether the claim is about time, of which only the ratio may be compared. Its differences are
   * then those of natural logarithms, {@code ln(second / first)}.
   */
  public boolean isRatio() {
    return Timing.isTime(metric);
  }

  /** The published difference, positive if the first is better. */
  public double gain() {
    return isRatio() ? Math.log(secondScore / firstScore) : metric.gain(firstScore, secondScore);
  }

  /** Whether one function is ahead by more than the error of reading the scores off a plot. */
  public boolean hasDirection() {
    return Math.abs(gain()) > precision.error();
  }

  /** Whether two scores were printed that are equal. */
  public boolean isTie() {
    return gain() == 0 && precision.error() == 0;
  }

  /**
   * The 95 % interval of the published difference by Welch's test; none without published
   * deviations. For times of the logarithms, with relative deviations.
   */
  public Interval interval() {
    if (!precision.spread()) {
      return Interval.NONE;
    }
    double first = precision.firstDeviation() / (isRatio() ? firstScore : 1);
    double second = precision.secondDeviation() / (isRatio() ? secondScore : 1);
    int n = precision.runs();
    return StudentT.welch(gain(), first * first, n, 0, second * second, n).interval(CONFIDENCE);
  }
}
