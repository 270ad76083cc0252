package actbench.cli;

import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.result.Journal;
import actbench.result.KeptModel;
import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.RunResult;
import actbench.run.GridRunner;
import actbench.run.RunListener;
import actbench.run.RunPolicy;
import actbench.run.TrainerException;
import actbench.worker.WorkerPool;
import actbench.worker.WorkerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * One sitting of work on an experiment: from the lock on its results folder to the table of wins.
 */
final class GridSession {
  private final Plan plan;
  private final String specText;
  private final ResultFolder folder;
  private final WorkerSettings workers;
  private final RunPolicy policy;
  private final PrintWriter out;
  private final PrintWriter err;

  GridSession(
      Plan plan,
      String specText,
      Path folder,
      WorkerSettings workers,
      RunPolicy policy,
      PrintWriter out,
      PrintWriter err) {
    this.plan = plan;
    this.specText = specText;
    this.folder = new ResultFolder(folder);
    this.workers = workers;
    this.policy = policy;
    this.out = out;
    this.err = err;
  }

  /**
   * Works on the grid.
   *
   * @return the exit code
   */
  int run(boolean force, boolean yes, boolean quiet) throws IOException, InterruptedException {
    return sit(
        force,
        yes,
        quiet,
        earlier ->
            Preflight.unplanned(plan, earlier)
                .ifPresent(warning -> tell(quiet, "warning: " + warning)),
        this::conclude);
  }

  /**
   * Trains what is to be trained, and concludes nothing unless the grid stopped half-way.
   *
   * @param fixed called before the first run trains, when earlier results are set aside
   * @return {@link ExitCode#OK} if every run of the plan has a result, failed ones too
   */
  int train(boolean force, boolean yes, boolean quiet, Runnable fixed)
      throws IOException, InterruptedException {
    // Earlier runs of more seeds than this look has are no other form of the spec.
    return sit(force, yes, quiet, earlier -> fixed.run(), this::leave);
  }

  private int sit(
      boolean force,
      boolean yes,
      boolean quiet,
      Consumer<Map<String, RunResult>> fixed,
      ToIntFunction<Journal> ending)
      throws IOException, InterruptedException {
    try (Journal journal = force ? startOver(yes) : Journal.open(folder.path())) {
      Map<String, RunResult> earlier = journal.latest();
      fixed.accept(earlier);
      List<RunConfig> todo = GridRunner.todo(plan, earlier, policy.retryFailed());
      folder.writeSpec(specText);
      folder.writePlan(plan);
      long failed = policy.retryFailed() ? 0 : failures(ResultFolder.inPlan(plan, earlier));
      tell(quiet, opening(todo.size(), failed));
      if (!todo.isEmpty()) {
        Preflight.warnings(plan).forEach(warning -> tell(quiet, "warning: " + warning));
      }
      workers
          .models()
          .flatMap(models -> Preflight.unkept(ResultFolder.inPlan(plan, earlier), models))
          .ifPresent(warning -> tell(quiet, "warning: " + warning));
      return todo.isEmpty()
          ? ending.applyAsInt(journal)
          : work(journal, earlier, todo, quiet, ending);
    }
  }

  /**
   * Prints and keeps the comparison of what there is.
   *
   * @return the exit code
   */
  int conclude() throws IOException {
    try (Journal journal = Journal.open(folder.path())) {
      return conclude(journal);
    }
  }

  private int leave(Journal journal) {
    boolean whole = ResultFolder.inPlan(plan, journal.latest()).size() == plan.runs().size();
    if (!whole) {
      return conclude(journal);
    }
    new GridRecord(plan, folder, journal).writeTables();
    return ExitCode.OK;
  }

  private Journal startOver(boolean yes) {
    return Journal.startOver(
        folder.path(),
        there -> {
          if (!yes && !agrees(there)) {
            throw new UserException("nothing was changed");
          }
        });
  }

  /** Whoever cannot be asked has to say so beforehand. */
  // Later Java versions only ask where nobody can answer, and take that for a no.
  @SuppressWarnings("SystemConsoleNull")
  private boolean agrees(long there) {
    if (System.console() == null) {
      throw new UserException(
          folder.path()
              + " has "
              + Words.count(there, "result")
              + ", and there is no terminal to ask at; --force --yes sets them aside and starts"
              + " over");
    }
    String answer =
        System.console()
            .readLine(
                "%s has %s. Set them aside and start over? [y/N] ",
                folder.path(), Words.count(there, "result"));
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  private String opening(int todo, long failed) {
    int settled = plan.runs().size() - todo;
    StringBuilder text =
        new StringBuilder(plan.name() + ": " + Words.count(todo, "run") + " to train");
    if (settled > failed) {
      text.append(", ").append(settled - failed).append(" done before");
    }
    if (failed > 0) {
      text.append(", ").append(failed).append(" failed before (--retry-failed runs them again)");
    }
    return text.toString();
  }

  private static long failures(List<RunResult> results) {
    return results.stream().filter(each -> !each.status().isFinished()).count();
  }

  private int work(
      Journal journal,
      Map<String, RunResult> earlier,
      List<RunConfig> todo,
      boolean quiet,
      ToIntFunction<Journal> ending)
      throws IOException, InterruptedException {
    try {
      train(journal, earlier, todo, quiet);
      return ending.applyAsInt(journal);
    } catch (ResultException e) {
      return stopped(journal, e.getMessage());
    } catch (TrainerException e) {
      return stopped(journal, "actbench: error: " + e.getMessage());
    }
  }

  private void train(
      Journal journal, Map<String, RunResult> earlier, List<RunConfig> todo, boolean quiet)
      throws IOException, InterruptedException {
    GridRecord record = new GridRecord(plan, folder, journal);
    try (WorkerPool pool = new WorkerPool(workers);
        Interruption interruption = new Interruption(() -> record.farewell(err))) {
      SortedMap<String, String> environment = Provenance.facts();
      environment.putAll(environment(pool));
      folder.writeEnvironment(environment);
      Map<String, String> signature = Provenance.ofRow(environment);
      Provenance.changed(signature, ResultFolder.inPlan(plan, earlier))
          .ifPresent(warning -> tell(quiet, "warning: " + warning));
      RunListener listener = listener(quiet, todo);
      GridRunner runner = new GridRunner(pool, listener, policy);
      try {
        runner.run(plan, earlier, result -> record.save(result.with(signature), listener));
        interruption.check();
      } catch (InterruptedException e) {
        interruption.sayFarewell();
        throw e;
      }
    }
  }

  /** Something in the midst of the grid that concerns all runs: what is there is safe. */
  private int stopped(Journal journal, String problem) {
    err.println(problem);
    new GridRecord(plan, folder, journal).farewell(err);
    return ExitCode.FAILED;
  }

  private static Map<String, String> environment(WorkerPool pool) throws InterruptedException {
    try {
      return pool.environment();
    } catch (IOException e) {
      throw new UserException("cannot start a worker: " + e.getMessage());
    }
  }

  private RunListener listener(boolean quiet, List<RunConfig> todo) {
    if (quiet) {
      return new RunListener() {
        @Override
        public void warning(String text) {
          tell(false, "warning: " + text);
        }
      };
    }
    RemainingTime remaining = new RemainingTime(todo, Work::of);
    return Terminal.isLive()
        ? new TerminalProgress(err, Terminal.columns(), policy.jobs(), remaining)
        : new PlainProgress(err, remaining);
  }

  private int conclude(Journal journal) {
    GridRecord record = new GridRecord(plan, folder, journal);
    List<RunResult> results = record.results();
    record.writeTables();
    if (results.stream().anyMatch(each -> each.status().isFinished())) {
      Summary.write(folder, out, err);
    }
    UnpublishedData unpublished = new UnpublishedData();
    results.stream()
        .flatMap(each -> unpublished.warning(each).stream())
        .forEach(each -> err.println("warning: " + each));
    long unkept =
        results.stream().filter(each -> each.facts().containsKey(KeptModel.UNKEPT)).count();
    if (unkept > 0) {
      err.println(
          "warning: the networks of "
              + Words.count(unkept, "run")
              + " could not be kept: causes in runs.csv, column "
              + KeptModel.UNKEPT);
    }
    long failures = failures(results);
    if (failures > 0) {
      err.println(
          failures
              + " of "
              + Words.count(plan.runs().size(), "run")
              + " failed: causes in runs.csv, what workers said in logs; --retry-failed runs "
              + (failures == 1 ? "it" : "them")
              + " again");
    }
    out.println("Results: " + folder.path());
    boolean failed = results.size() < plan.runs().size() || failures > 0;
    return failed ? ExitCode.FAILED : ExitCode.OK;
  }

  private void tell(boolean quiet, String text) {
    if (!quiet) {
      err.println(text);
      err.flush();
    }
  }
}
