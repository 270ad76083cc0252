package actbench.model;

/** A loss that keeps count of what it saw in training. */
public interface TalliedLoss {
  /** The count since it was last cleared. */
  Tally tally();
}
