package actbench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The columns of {@code runs.csv}: who, with what settings, how it ended, what was measured. */
final class RunColumns {
  private static final List<String> FIRST_SETTINGS = List.of("dataset", "model", "activation");
  private static final List<String> FIRST_METRICS =
      List.of("test_loss", "seconds", "parameters", "peak_memory_bytes", "best_epoch");
  private static final List<String> FIRST_FACTS =
      List.of("init_hash", "order_hash", "data", "threads", "engine_path", "git_commit");

  private RunColumns() {}

  /** The columns these runs need. Those listed first exist even when no run fills them. */
  static List<Column<RunResult>> of(List<RunResult> runs) {
    Set<String> settings = new TreeSet<>();
    Set<String> metrics = new TreeSet<>();
    Set<String> facts = new TreeSet<>();
    for (RunResult run : runs) {
      settings.addAll(run.config().settings().keySet());
      metrics.addAll(run.metrics().keySet());
      facts.addAll(run.facts().keySet());
    }
    List<Column<RunResult>> columns = new ArrayList<>();
    columns.add(new Column<>("run_id", "", run -> run.config().id()));
    columns.add(new Column<>("status", "", run -> run.status().word()));
    FIRST_SETTINGS.forEach(name -> columns.add(setting(name)));
    columns.add(new Column<>("seed", "", run -> run.config().seed()));
    rest(settings, FIRST_SETTINGS).forEach(name -> columns.add(setting(name)));
    List<String> first = new ArrayList<>(judges(runs));
    FIRST_METRICS.stream().filter(name -> !first.contains(name)).forEach(first::add);
    first.forEach(name -> columns.add(metric(name)));
    rest(metrics, first).forEach(name -> columns.add(metric(name)));
    FIRST_FACTS.forEach(name -> columns.add(fact(name)));
    rest(facts, FIRST_FACTS).forEach(name -> columns.add(fact(name)));
    columns.add(new Column<>("failure", "", run -> run.failure().isEmpty() ? null : run.failure()));
    return columns;
  }

  /** What the runs are judged by. */
  private static Set<String> judges(List<RunResult> runs) {
    Set<String> names = new TreeSet<>();
    runs.stream()
        .filter(run -> run.status() == Status.OK)
        .forEach(run -> names.add(Metric.primary(run.facts()).name()));
    return names.isEmpty() ? Set.of(Metric.USUAL) : names;
  }

  private static Set<String> rest(Set<String> names, List<String> first) {
    Set<String> rest = new TreeSet<>(names);
    first.forEach(rest::remove);
    return rest;
  }

  /** A number stays one; a choice is its label, the one text that tells it from all others. */
  private static Column<RunResult> setting(String name) {
    return new Column<>(
        Row.column(name), "", run -> run.config().has(name) ? value(run, name) : null);
  }

  private static Object value(RunResult run, String name) {
    Object value = run.config().settings().get(name);
    return value instanceof Number ? value : run.config().label(name);
  }

  private static Column<RunResult> metric(String name) {
    return new Column<>(name, Metric.named(name).unit(), run -> run.metrics().get(name));
  }

  private static Column<RunResult> fact(String name) {
    return new Column<>(name, "", run -> run.facts().get(name));
  }
}
