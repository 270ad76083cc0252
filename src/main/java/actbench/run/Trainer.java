package actbench.run;

import actbench.grid.RunConfig;
import actbench.result.RunResult;

/**
 * Trains runs; the seam between the grid and whatever does the work. Safe for use by several
 * threads.
 */
public interface Trainer extends AutoCloseable {
  /**
   * Trains one run to its end.
   *
   * <p>Never throws for a run that goes wrong: the result's status and failure say so.
   *
   * @throws TrainerException when no run can be trained; the grid stops
   * @throws InterruptedException when the calling thread is interrupted; the run is then stopped
   */
  RunResult train(RunConfig run, RunProgress progress) throws InterruptedException;

  @Override
  void close();
}
