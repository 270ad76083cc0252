package actbench.claims;

import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Rows of the study's experiments, made up for tests. */
public final class StudyRuns {
  private StudyRuns() {}

  /** A row of the depth sweep. */
  public static Row depth(
      String dataset, int epochs, int depth, String activation, int seed, double accuracy) {
    return new Row(
        dataset + epochs + "-" + depth + activation + seed,
        Double.isNaN(accuracy) ? Status.DIVERGED : Status.OK,
        Double.isNaN(accuracy) ? "the loss is NaN" : "",
        settings(dataset, epochs, depth, activation, seed),
        Double.isNaN(accuracy)
            ? new TreeMap<>()
            : new TreeMap<>(Map.of("test_accuracy", accuracy, "seconds", 1800.0)),
        new TreeMap<>(
            Map.of(
                "init_hash", "i" + seed, "order_hash", "o" + seed, "data", "mnist (canonical)")));
  }

  /** By the published recipe. */
  private static SortedMap<String, String> settings(
      String dataset, int epochs, int depth, String activation, int seed) {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("dataset", dataset);
    settings.put("model", "depth-net");
    settings.put("depth", Integer.toString(depth));
    settings.put("epochs", Integer.toString(epochs));
    settings.put("optimizer", "sgd");
    settings.put("learning_rate", "0.01");
    settings.put("batch_size", "128");
    settings.put("initializer", "glorot-uniform");
    settings.put("activation", activation);
    settings.put("seed", Integer.toString(seed));
    return settings;
  }

  /** The same row with another setting. */
  public static Row with(Row row, String setting, String value) {
    SortedMap<String, String> settings = new TreeMap<>(row.settings());
    settings.put(setting, value);
    return new Row(
        row.id() + setting + value,
        row.status(),
        row.failure(),
        settings,
        row.metrics(),
        row.facts());
  }

  public static Rows rows(Row... rows) {
    return new Rows("made up", List.of(rows), List.of(), 0);
  }

  /** A full run of depth 15 with two seeds and a small one of depth 25. */
  public static Map<String, Rows> some() {
    return Map.of(
        "depth-mnist",
        rows(
            depth("mnist", 10, 15, "relu", 1, 0.970),
            depth("mnist", 10, 15, "relu", 2, 0.972),
            depth("mnist", 10, 15, "mish", 1, 0.982),
            depth("mnist", 10, 15, "mish", 2, 0.9835)),
        "depth-mnist-small",
        rows(
            depth("mnist(train=100)", 10, 15, "relu", 1, 0.5),
            depth("mnist(train=100)", 10, 15, "mish", 1, 0.4),
            depth("mnist(train=100)", 10, 25, "relu", 1, Double.NaN),
            depth("mnist(train=100)", 10, 25, "mish", 1, 0.7)));
  }
}
