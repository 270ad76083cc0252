package actbench.model;

import actbench.engine.Tally;

/** A loss that keeps count of what it saw in training. */
interface TalliedLoss {
  /** The count since it was last cleared. */
  Tally tally();
}
