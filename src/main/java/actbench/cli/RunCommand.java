package actbench.cli;

import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.grid.Plan;
import actbench.result.ResultFolder;
import actbench.run.RunPolicy;
import actbench.spec.ExperimentSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code actbench run}: trains what a spec asks for and is not there yet. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Trains the runs of a spec and prints the table of wins.",
      "Running the same command again goes on where the last one stopped."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private SpecSource source;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Runs in parallel. Default: one a core, as far as runs and memory go.")
  private Integer jobs;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of each run. Default: cores divided by jobs; without --jobs, those of the results that are there.")
  private Integer threads;

  @Option(
      names = "--results-dir",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Where the experiment's folder is made. Default: ${DEFAULT-VALUE}.")
  private Path resultsDir;

  @Option(
      names = DataLocations.OPTION,
      paramLabel = "DIR",
      description = "Where fetched data sets lie.")
  private Path dataDir;

  @Option(
      names = "--retry-failed",
      description = "Also run again what failed, crashed or timed out before.")
  private boolean retryFailed;

  @Option(
      names = "--force",
      description = "Start over; earlier results are kept aside. Asks first where there are some.")
  private boolean force;

  @Option(
      names = {"-y", "--yes"},
      description = "Start over without asking, as is needed where no terminal is.")
  private boolean yes;

  @Option(names = "--fail-fast", description = "Stop at the first run that fails.")
  private boolean failFast;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Longest time for one run: 90s, 30m, 2h.")
  private Duration timeout;

  @Option(
      names = "--stall",
      paramLabel = "TIME",
      defaultValue = "15m",
      converter = DurationConverter.class,
      description = "Longest time that a run may show no sign of life. Default: ${DEFAULT-VALUE}.")
  private Duration stall;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "2g",
      description = "Java heap of each worker. Default: ${DEFAULT-VALUE}.")
  private String heap;

  @Option(
      names = "--engine-path",
      paramLabel = "PATH",
      description =
          "Where layers compute: onednn, or plain for array operations alone. Default: the best there is.")
  private String enginePath;

  @Option(
      names = "--until-decided",
      description = {
        "Adds seeds until every pair of activations is settled: decided, equal within the tie band,",
        "or beyond hope. Looks and boundaries are fixed beforehand (alpha spending), so that looking",
        "often does not raise the error rate of 5 %%."
      })
  private boolean untilDecided;

  @Option(
      names = "--max-seeds",
      paramLabel = "N",
      description =
          "The most seeds of --until-decided. Default: four times those of the spec, at least 12.")
  private Integer maxSeeds;

  @Option(
      names = "--keep-models",
      description = {
        "Keeps each run's trained network under models/ in the results: after its last epoch, and",
        "after its best one where the data set holds examples out."
      })
  private boolean keepModels;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress, only the result.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    check();
    ExperimentSpec spec = source.load();
    Plan plan = SpecSource.plan(spec);
    Preflight.networks(plan);
    DataLocations locations =
        DataLocations.find(Optional.ofNullable(dataDir), System.getenv(), System::getProperty);
    List<String> doubts =
        Preflight.data(plan, new DatasetStore(DatasetCatalog.standard(), locations));
    if (!quiet) {
      doubts.forEach(each -> command.commandLine().getErr().println("warning: " + each));
    }
    Path folder = resultsDir.resolve(plan.name());
    UntilDecided.Sessions sessions = grid -> session(grid, spec, folder);
    if (untilDecided) {
      PrintWriter err = command.commandLine().getErr();
      return new UntilDecided(source, new ResultFolder(folder), sessions, err)
          .run(plan, maxSeeds, force, yes, quiet);
    }
    return sessions.of(plan).run(force, yes, quiet);
  }

  private GridSession session(Plan plan, ExperimentSpec spec, Path folder) {
    ResultFolder results = new ResultFolder(folder);
    CoreShare share =
        CoreShare.of(
            number(jobs),
            number(threads),
            plan.runs().size(),
            force ? OptionalInt.empty() : CoreShare.threadsOf(results),
            CoreShare.Machine.current());
    return new GridSession(
        plan,
        spec.text(),
        folder,
        WorkerLaunch.settings(
                share.threads(),
                heap,
                Optional.ofNullable(dataDir),
                Optional.ofNullable(enginePath),
                results,
                keepModels,
                Optional.ofNullable(timeout),
                stall)
            .watching(spec.measures()),
        new RunPolicy(share.jobs(), retryFailed, failFast),
        command.commandLine().getOut(),
        command.commandLine().getErr());
  }

  private static OptionalInt number(Integer option) {
    return option == null ? OptionalInt.empty() : OptionalInt.of(option);
  }

  private void check() {
    if (maxSeeds != null && !untilDecided) {
      throw new UserException("--max-seeds goes with --until-decided");
    }
    if (maxSeeds != null && maxSeeds < 2) {
      throw UserException.bad("--max-seeds", maxSeeds, "2 or more");
    }
    if (jobs != null && (jobs < 1 || jobs > 256)) {
      throw UserException.bad("--jobs", jobs, "1 to 256");
    }
    if (threads != null && (threads < 1 || threads > 1024)) {
      throw UserException.bad("--threads", threads, "1 to 1024");
    }
    if (enginePath != null && !Set.of("onednn", "plain").contains(enginePath)) {
      throw UserException.bad("--engine-path", enginePath, "onednn or plain");
    }
    if (!heap.matches("[1-9][0-9]*[kKmMgG]")) {
      throw UserException.bad("--heap", heap, "a size such as 512m or 2g");
    }
  }
}
