package actbench.cli;

import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.RunResult;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many runs train at once and how many threads each has.
 *
 * <p>Many runs of few threads get more done than few runs of many, which wait for each other at the
 * end of every loop; docs/performance.md has the measurement. Sums depend on the number of threads,
 * so it follows from the plan and the machine alone, and a folder keeps the one it has.
 *
 * @param jobs runs in parallel, at least 1
 * @param threads threads of each, at least 1
 */
record CoreShare(int jobs, int threads) {
  /** What a worker with the largest of the study's networks takes, in bytes. */
  private static final long WORKER = 2L << 30;

  /**
   * What a machine has.
   *
   * @param memory physical memory in bytes
   */
  record Machine(int cores, long memory) {
    static Machine current() {
      return new Machine(
          Runtime.getRuntime().availableProcessors(),
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
              .getTotalMemorySize());
    }

    /** Workers for this many runs, as far as cores and memory go. */
    int workers(int runs) {
      long room = Math.max(1, memory / WORKER);
      return (int) Math.max(1, Math.min(Math.min(cores, runs), room));
    }
  }

  /**
   * The share for a plan.
   *
   * @param jobs what the user asked for, if anything
   * @param threads what the user asked for, if anything
   * @param runs runs in the plan
   * @param earlier threads of the results that are there, if any
   */
  static CoreShare of(
      OptionalInt jobs, OptionalInt threads, int runs, OptionalInt earlier, Machine machine) {
    if (jobs.isPresent()) {
      return new CoreShare(
          jobs.getAsInt(), threads.orElse(Math.max(1, machine.cores() / jobs.getAsInt())));
    }
    int workers = machine.workers(runs);
    OptionalInt fixed = threads.isPresent() ? threads : earlier;
    if (fixed.isPresent()) {
      int fit = Math.max(1, machine.cores() / fixed.getAsInt());
      return new CoreShare(Math.min(fit, workers), fixed.getAsInt());
    }
    return new CoreShare(workers, machine.cores() / workers);
  }

  /** Threads of the last result in the order of a folder's plan that names them, if any does. */
  static OptionalInt threadsOf(ResultFolder folder) {
    if (!Files.exists(folder.journal())) {
      return OptionalInt.empty();
    }
    List<RunResult> runs;
    try {
      runs = ResultReader.runs(folder.path());
    } catch (ResultException e) {
      // The session opens the journal next and says what is wrong with it.
      return OptionalInt.empty();
    }
    return runs.stream()
        .map(run -> run.facts().getOrDefault("threads", ""))
        .filter(each -> each.matches("[1-9][0-9]{0,3}"))
        .mapToInt(Integer::parseInt)
        .reduce((first, second) -> second);
  }
}
