package actbench.result;

import actbench.grid.RunConfig;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome of one run.
 *
 * @param failure the cause in a sentence; empty for {@link Status#OK}
 * @param metrics value by metric name in snake case ({@code test_accuracy}, {@code test_loss},
 *     {@code seconds}, {@code parameters}, {@code peak_memory_bytes}, {@code best_epoch}, ...);
 *     sorted, unmodifiable
 * @param facts text by name: {@code init_hash}, {@code order_hash} (the pairing), {@code
 *     started_at} (ISO-8601, UTC), {@code data}, {@code threads}, {@code engine_path}, {@code
 *     git_commit}; sorted, unmodifiable
 * @param epochs finished epochs in order; for a run that did not end well, those before its end
 */
public record RunResult(
    RunConfig config,
    Status status,
    String failure,
    SortedMap<String, Double> metrics,
    SortedMap<String, String> facts,
    List<EpochRecord> epochs) {
  public RunResult {
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(failure, "failure");
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    epochs = List.copyOf(epochs);
  }

  /** The same, and these facts too. */
  public RunResult with(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(facts);
    all.putAll(more);
    return new RunResult(config, status, failure, metrics, all, epochs);
  }

  /** The same but for the epochs, of which there are none. */
  public RunResult withoutEpochs() {
    return new RunResult(config, status, failure, metrics, facts, List.of());
  }

  /** A run without measurements. */
  public static RunResult without(RunConfig config, Status status, String failure) {
    return new RunResult(config, status, failure, new TreeMap<>(), new TreeMap<>(), List.of());
  }
}
