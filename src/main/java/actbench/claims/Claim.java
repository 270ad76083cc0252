package actbench.claims;

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
 * @param firstScore proportions in [0, 1]
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
    String note) {
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
  }

  /** The published difference, positive if the first is better. */
  public double gain() {
    return metric.gain(firstScore, secondScore);
  }
}
