package actbench.run;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;

/**
 * Hears how a grid gets on. Calls come from several threads, but never two at the same time.
 *
 * <p>A {@code slot} counts from 0 to the number of parallel jobs less one.
 */
public interface RunListener {
  /** The grid starts: {@code todo} runs are to be trained, {@code settled} were settled earlier. */
  default void started(int todo, int settled) {}

  /** A run starts. */
  default void runStarted(int slot, RunConfig run) {}

  /** A batch was trained: {@code done} of {@code total} in this epoch, which counts from 1. */
  default void batch(int slot, RunConfig run, int epoch, int done, int total, double loss) {}

  /** An epoch was finished. */
  default void epoch(int slot, RunConfig run, EpochRecord record) {}

  /** A run ended, well or not, and its result is safe on disk. */
  default void runFinished(int slot, RunResult result) {}

  /** Something went wrong that concerns more than a run; a sentence for whoever looks. */
  default void warning(String text) {}

  /** No further run will start. */
  default void finished() {}
}
