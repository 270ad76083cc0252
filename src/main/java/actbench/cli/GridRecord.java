package actbench.cli;

import actbench.grid.Plan;
import actbench.result.Journal;
import actbench.result.KeptModel;
import actbench.result.ResultException;
import actbench.result.ResultFolder;
import actbench.result.RunResult;
import actbench.run.GridRunner;
import actbench.run.RunListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a sitting writes down while it trains: the journal at once, the tables now and then. */
final class GridRecord {
  private static final long TABLES_NANOS = 30_000_000_000L;

  /** Tables of large grids take their time, during which no result is saved. */
  private static final int TABLES_SHARE = 20;

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Ten minutes of them. */
  private static final int TRIES = Integer.getInteger("actbench.save.tries", 120);

  private final Plan plan;
  private final ResultFolder folder;
  private final Journal journal;
  private final UnpublishedData unpublished = new UnpublishedData();
  private long tablesDue = System.nanoTime();

  GridRecord(Plan plan, ResultFolder folder, Journal journal) {
    this.plan = plan;
    this.folder = folder;
    this.journal = journal;
  }

  /** The results that count, without their epochs. */
  List<RunResult> results() {
    return ResultFolder.inPlan(plan, journal.latest());
  }

  /**
   * Keeps a result.
   *
   * @param listener hears what is wrong meanwhile
   * @throws actbench.result.ResultException if the journal cannot be written, after some patience
   */
  void save(RunResult result, RunListener listener) {
    new PatientSave(journal::append, listener::warning, TRIES, PAUSE).save(result);
    unpublished.warning(result).ifPresent(listener::warning);
    Optional.ofNullable(result.facts().get(KeptModel.UNKEPT))
        .ifPresent(
            why ->
                listener.warning(
                    "the network of "
                        + result.config().id()
                        + " is not kept: "
                        + why.replaceFirst("^no: ", "")));
    // The tables are made anew each time: too dear after every run of a large grid, and the journal
    // has it all.
    long start = System.nanoTime();
    if (start - tablesDue >= 0) {
      try {
        writeTables();
      } catch (RuntimeException | OutOfMemoryError e) {
        // The journal has the result; a table that another program holds open can wait.
        listener.warning(
            e instanceof ResultException ? e.getMessage() : "the tables cannot be made: " + e);
      }
      long end = System.nanoTime();
      tablesDue = end + Math.max(TABLES_NANOS, TABLES_SHARE * (end - start));
    }
  }

  /** Makes the tables of all results; by one thread at a time, also when the program is stopped. */
  synchronized void writeTables() {
    folder.writeTables(results(), run -> journal.epochs(run.config().id()));
  }

  /** Writes and says what there is when the grid stops half-way, after the runs were stopped. */
  void farewell(PrintWriter err) {
    try {
      writeTables();
    } catch (ResultException e) {
      err.println("warning: " + e.getMessage());
    }
    int open = GridRunner.todo(plan, journal.latest(), false).size();
    int all = plan.runs().size();
    err.println();
    err.println(
        "Stopped. "
            + (all - open)
            + " of "
            + all
            + " runs are done and safe in "
            + folder.path()
            + ";");
    err.println("the same command goes on from there.");
    err.flush();
  }
}
