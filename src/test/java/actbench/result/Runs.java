package actbench.result;

import actbench.grid.RunConfig;
import actbench.spec.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Results made up for tests. */
public final class Runs {
  private Runs() {}

  /** A run of a depth sweep. */
  public static RunConfig config(Choice activation, long depth, long seed) {
    SortedMap<String, Object> settings = new TreeMap<>();
    settings.put("activation", activation);
    settings.put("dataset", Choice.of("mnist"));
    settings.put("model", Choice.of("depth-net"));
    settings.put("depth", depth);
    settings.put("batch-size", 128L);
    settings.put("dropout", 0.25);
    String id = "t-" + activation.name() + "-d" + depth + "-s" + seed;
    return new RunConfig(id, settings, seed);
  }

  public static RunConfig config(String activation, long depth, long seed) {
    return config(Choice.of(activation), depth, seed);
  }

  /** A run that ended well. */
  public static RunResult ok(String activation, long depth, long seed, double accuracy) {
    return ok(config(activation, depth, seed), accuracy);
  }

  public static RunResult ok(RunConfig config, double accuracy) {
    return new RunResult(
        config,
        Status.OK,
        "",
        new TreeMap<>(
            Map.of("test_accuracy", accuracy, "test_loss", 1 - accuracy, "seconds", 1.25)),
        new TreeMap<>(Map.of("init_hash", "i" + config.seed(), "order_hash", "o" + config.seed())),
        List.of(
            new EpochRecord(1, new TreeMap<>(Map.of("train_loss", 0.5))),
            new EpochRecord(2, new TreeMap<>(Map.of("train_loss", 0.25)))));
  }

  public static RunResult diverged(String activation, long depth, long seed) {
    RunConfig config = config(activation, depth, seed);
    return new RunResult(
        config,
        Status.DIVERGED,
        "the loss is NaN in epoch 1",
        new TreeMap<>(),
        new TreeMap<>(Map.of("init_hash", "i" + config.seed(), "order_hash", "o" + config.seed())),
        List.of());
  }

  /** The rows of these runs under a name. */
  public static Rows rows(String name, List<RunResult> runs) {
    return new Rows(name, runs.stream().map(Row::of).toList(), List.of(), 0);
  }

  /** A grid of the depths 15, 18 and 21 with three activations and three seeds, all well. */
  public static List<RunResult> grid() {
    double[][] accuracies = {{0.97, 0.982, 0.984}, {0.584, 0.9752, 0.9752}, {0.268, 0.956, 0.978}};
    List<String> names = List.of("relu", "swish", "mish");
    List<RunResult> runs = new ArrayList<>();
    for (int depth = 0; depth < 3; depth++) {
      for (int activation = 0; activation < 3; activation++) {
        for (int seed = 1; seed <= 3; seed++) {
          // Swish and Mish have the same three values at depth 18, in another order.
          int step = depth == 1 && activation == 2 ? 3 - seed : seed - 2;
          double accuracy =
              accuracies[depth][activation]
                  + (depth == 1 && activation == 2 ? (step - 1) * 0.001 : step * 0.001);
          runs.add(ok(names.get(activation), 15 + 3L * depth, seed, accuracy));
        }
      }
    }
    return runs;
  }
}
