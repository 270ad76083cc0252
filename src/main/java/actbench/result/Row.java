package actbench.result;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run as comparisons see it: all settings as text under the names of their CSV columns.
 *
 * @param id the run's id, or file and line for a row from elsewhere
 * @param failure the cause in a sentence; empty for {@link Status#OK}
 * @param settings text by column name in snake case, the seed among them; a setting the run does
 *     not have is absent; sorted, unmodifiable
 * @param metrics value by name; sorted, unmodifiable
 * @param facts text by name; sorted, unmodifiable
 */
public record Row(
    String id,
    Status status,
    String failure,
    SortedMap<String, String> settings,
    SortedMap<String, Double> metrics,
    SortedMap<String, String> facts) {
  public Row {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(failure, "failure");
    settings = Collections.unmodifiableSortedMap(settings);
    metrics = Collections.unmodifiableSortedMap(metrics);
    facts = Collections.unmodifiableSortedMap(facts);
  }

  /** The row of a run. */
  public static Row of(RunResult run) {
    SortedMap<String, String> settings = new TreeMap<>();
    run.config()
        .settings()
        .keySet()
        .forEach(name -> settings.put(column(name), run.config().label(name)));
    settings.put("seed", Long.toString(run.config().seed()));
    return new Row(
        run.config().id(), run.status(), run.failure(), settings, run.metrics(), run.facts());
  }

  /** The column name of a setting: {@code batch-size} becomes {@code batch_size}. */
  public static String column(String setting) {
    return setting.replace('-', '_');
  }
}
