package actbench.claims;

import actbench.compare.EqualConditions;
import actbench.result.Metric;
import actbench.result.Metric.Direction;
import actbench.result.Row;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Times as ratios between functions: seconds of one machine say nothing of those of another. The
 * time here is that of training an example, from the median speed over epochs; only runs of one
 * seed under {@link EqualConditions} are held against each other.
 */
final class Timing {
  /** The natural logarithm of the time, whose differences are ratios. */
  static final Metric LOG_TIME = new Metric("log_seconds", "", Direction.LOWER_IS_BETTER);

  private static final String SPEED = "images_per_second";
  private static final Set<String> UNITS = Set.of("s", "ms", "µs");
  private static final Set<String> OF_TRAINING =
      Set.of("epoch_seconds", "step_millis", "train_seconds");

  private Timing() {}

  static boolean isTime(Metric metric) {
    return UNITS.contains(metric.unit());
  }

  /** Whether runs tell the time that this metric names. */
  static boolean isOfTraining(Metric metric) {
    return OF_TRAINING.contains(metric.name());
  }

  /** Whether a run was timed: one that diverged says nothing of time. */
  static boolean isTimed(Row row) {
    return row.status() == Status.OK && row.metrics().getOrDefault(SPEED, 0.0) > 0;
  }

  /** The rows of settings and seeds in which all functions ran under equal conditions. */
  static List<Row> underEqualConditions(List<Row> rows) {
    EqualConditions conditions = EqualConditions.of(rows, "activation", "seed");
    List<Row> equal = new ArrayList<>();
    for (Row row : rows) {
      if (conditions.holdFor(row)) {
        SortedMap<String, Double> metrics = new TreeMap<>(row.metrics());
        metrics.put(LOG_TIME.name(), -Math.log(row.metrics().get(SPEED)));
        equal.add(
            new Row(row.id(), row.status(), row.failure(), row.settings(), metrics, row.facts()));
      }
    }
    return equal;
  }
}
