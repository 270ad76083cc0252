package actbench.cli;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationException;
import actbench.data.DataException;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.data.OwnData;
import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.model.Blueprint;
import actbench.model.ModelCatalog;
import actbench.model.NetworkException;
import actbench.result.KeptModel;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.spec.Choice;
import actbench.spec.Task;
import actbench.train.Goal;
import actbench.train.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks, before the first run, for what would keep any run from starting; neither trains nor loads
 * a training library.
 */
final class Preflight {
  private static final List<String> DRAWN =
      List.of("dataset", "model", "task", "loss", "metric", "schedule", "early-stopping");

  private static final String ACCURACY = "validation-accuracy";

  private Preflight() {}

  /** Draws every network that the plan asks for. */
  static void networks(Plan plan) {
    Set<String> problems = new LinkedHashSet<>();
    Set<Object> seen = new HashSet<>();
    IdentityHashMap<Object, Object> activations = new IdentityHashMap<>();
    List<Object> last = List.of();
    for (RunConfig run : plan.runs()) {
      List<Object> drawn = drawn(run);
      drawn.add(activations.computeIfAbsent(run.choice("activation"), choice -> learned(run)));
      // Neighbours mostly share their values, and to see that is cheaper than to hash them.
      boolean repeated = same(drawn, last);
      last = drawn;
      if (!repeated && seen.add(drawn)) {
        try {
          Dataset dataset = dataset(run);
          Goal goal = Goal.of(run, dataset);
          watch(run, goal.objective().task());
          Recipe.check(run, dataset.shape(), goal.objective().task());
          blueprint(run, goal);
        } catch (NetworkException | ActivationException | DataException e) {
          problems.add("run " + run.id() + ": " + e.getMessage());
        }
      }
    }
    fail(problems);
  }

  /**
   * Looks for every data set that the plan asks for.
   *
   * @return why some may not be the published ones
   */
  static List<String> data(Plan plan, DatasetStore store) {
    Set<String> problems = new LinkedHashSet<>();
    Set<String> doubts = new LinkedHashSet<>();
    Set<Object> seen = new LinkedHashSet<>();
    for (RunConfig run : plan.runs()) {
      if (seen.add(run.choice("dataset"))) {
        try {
          store.check(run.choice("dataset")).ifPresent(doubts::add);
        } catch (DataException e) {
          problems.add(e.getMessage());
        }
      }
    }
    fail(problems);
    return List.copyOf(doubts);
  }

  /** What will run but is not what it looks like. */
  static List<String> warnings(Plan plan) {
    boolean selfNormalizing =
        plan.runs().stream()
            .filter(run -> run.choice("activation").name().equals("selu"))
            .allMatch(run -> run.choice("initializer").name().equals("lecun-normal"));
    return selfNormalizing
        ? List.of()
        : List.of(
            "selu keeps its promise only with 'initializer: lecun-normal' (Klambauer 2017); this plan gives it another");
  }

  /** The warning that networks of runs that are done are not in the folder for them. */
  static Optional<String> unkept(List<RunResult> done, Path models) {
    long missing =
        done.stream()
            .filter(each -> each.status() == Status.OK)
            .map(each -> KeptModel.file(models, each.config().id(), KeptModel.Which.LAST))
            .filter(Files::notExists)
            .count();
    return missing == 0
        ? Optional.empty()
        : Optional.of(
            "the networks of "
                + Words.count(missing, "run")
                + " done before were not kept; --force trains all runs again");
  }

  /** The warning that tables pass over runs that are there but not of the plan. */
  static Optional<String> unplanned(Plan plan, Map<String, RunResult> earlier) {
    Set<String> planned = plan.runs().stream().map(RunConfig::id).collect(Collectors.toSet());
    long others =
        earlier.values().stream()
            .filter(each -> each.status().isFinished())
            .filter(each -> !planned.contains(each.config().id()))
            .count();
    return others == 0
        ? Optional.empty()
        : Optional.of(
            (others == 1
                    ? "1 finished run here belongs to another form of the spec and stands"
                    : others + " finished runs here belong to another form of the spec and stand")
                + " in no table; --set name=NAME keeps both");
  }

  private static void fail(Set<String> problems) {
    if (!problems.isEmpty()) {
      throw new UserException(String.join("\nactbench: error: ", problems));
    }
  }

  /** What watches the validation score must not watch the test set. */
  private static void watch(RunConfig run, Task task) {
    for (String setting : List.of("schedule", "early-stopping")) {
      if (run.has(setting) && watched(run.choice(setting)).equals(ACCURACY) && task.isNumeric()) {
        throw new NetworkException(
            "%s watches the accuracy, which task '%s' has not; expected validation-loss"
                .formatted(setting, task.word()));
      }
      if (run.has(setting)
          && (setting.equals("early-stopping")
              || run.choice(setting).name().equals("reduce-on-plateau"))
          && !run.choice("dataset").parameters().containsKey("validation")) {
        Choice dataset = run.choice("dataset");
        throw new NetworkException(
            "%s '%s' needs examples that are held out: write the dataset as {%s, validation: %s}"
                .formatted(
                    setting,
                    run.choice(setting).name(),
                    OwnData.is(dataset) ? dataset.name() + ": ..." : "name: " + dataset.name(),
                    OwnData.is(dataset) ? "0.1" : "1000"));
      }
    }
  }

  private static Object watched(Choice choice) {
    return choice.parameters().getOrDefault("metric", choice.name());
  }

  private static boolean same(List<Object> some, List<Object> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i) == others.get(i);
    }
    return same;
  }

  /**
   * What a network's drawing depends on: data, what is done to it and watches it, model and the
   * model's own settings.
   */
  private static List<Object> drawn(RunConfig run) {
    List<Object> parts = new ArrayList<>();
    DRAWN.forEach(key -> parts.add(run.settings().getOrDefault(key, "")));
    Recipe.CHECKED.forEach(key -> parts.add(run.settings().getOrDefault(key, "")));
    ModelCatalog.get(run.choice("model").name())
        .settings()
        .forEach(setting -> parts.add(run.settings().getOrDefault(setting.name(), "")));
    return parts;
  }

  /**
   * What a network's drawing depends on of its activation: all where there is more than one form.
   */
  private static Object learned(RunConfig run) {
    Choice choice = run.choice("activation");
    boolean several =
        ActivationCatalog.find(choice.name()).map(each -> !each.learnable().isEmpty()).orElse(true);
    return several || !choice.parameters().isEmpty() ? choice : "";
  }

  private static Dataset dataset(RunConfig run) {
    return DatasetCatalog.standard().find(run.choice("dataset")).orElseThrow();
  }

  /** The network of a run, drawn for the published shape of its data. */
  static Blueprint blueprint(RunConfig run) {
    return blueprint(run, Goal.of(run, dataset(run)));
  }

  private static Blueprint blueprint(RunConfig run, Goal goal) {
    return ModelCatalog.draw(run, goal.input(), goal.objective());
  }
}
