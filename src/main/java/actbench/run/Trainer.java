package actbench.run;

import actbench.grid.RunConfig;
import actbench.result.RunResult;
import java.util.List;

/**
 * Trains runs; the seam between the grid and whatever does the work. Safe for use by several
 * threads.
 */
public interface Trainer extends AutoCloseable {
  /**
   * Looks for what would keep these runs from starting, such as data that is missing or a network
   * that cannot be built.
   *
   * @return one sentence per problem; empty when all is well
   */
  List<String> check(List<RunConfig> runs) throws InterruptedException;

  /**
   * Trains one run to its end.
   *
   * <p>Never throws for a run that goes wrong: the result's status and failure say so.
   *
   * @throws InterruptedException when the calling thread is interrupted; the run is then stopped
   */
  RunResult train(RunConfig run, RunProgress progress) throws InterruptedException;

  @Override
  void close();
}
