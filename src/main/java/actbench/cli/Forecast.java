package actbench.cli;

import actbench.data.DataException;
import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.RunResult;
import actbench.result.Status;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells how long the runs that are left will take, by the runs that are done. */
final class Forecast {
  private Forecast() {}

  static String of(Plan plan, ResultFolder folder) {
    if (!Files.exists(folder.journal())) {
      return "Time: not known before the first run has finished on this machine";
    }
    List<RunResult> results = ResultReader.runs(folder.path());
    Map<String, RunResult> done = new HashMap<>();
    Map<String, RunConfig> planned = new HashMap<>();
    plan.runs().forEach(run -> planned.put(run.id(), run));
    double seconds = 0;
    double work = 0;
    for (RunResult result : results) {
      done.put(result.config().id(), result);
      if (result.status() == Status.OK) {
        String id = result.config().id();
        double of = work(planned.getOrDefault(id, result.config()));
        seconds += of == 0 ? 0 : result.metrics().getOrDefault("seconds", 0.0);
        work += of;
      }
    }
    List<RunConfig> todo = plan.runs().stream().filter(run -> !done.containsKey(run.id())).toList();
    String left = Words.count(todo.size(), "run") + " to train";
    if (todo.isEmpty()) {
      return "All runs are done";
    }
    if (work == 0) {
      return left + "; time not known before the first run has finished on this machine";
    }
    double expected = todo.stream().mapToDouble(Work::of).sum() * seconds / work;
    return left
        + ", about "
        + RemainingTime.words(expected)
        + " of training by the runs that are done";
  }

  /** The work of a run that is done; 0 where its own data is not there any more as it was. */
  private static double work(RunConfig run) {
    try {
      return Work.of(run);
    } catch (DataException e) {
      return 0;
    }
  }
}
