package actbench.run;

import actbench.result.EpochRecord;

/** Hears how a run gets on. Called from the thread that trains; must return quickly. */
public interface RunProgress {
  /** A batch was trained: {@code done} of {@code total} in this epoch, counted from 1. */
  default void batch(int epoch, int done, int total, double loss) {}

  /** An epoch was finished. */
  default void epoch(EpochRecord record) {}
}
