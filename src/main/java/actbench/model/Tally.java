package actbench.model;

/** Loss and hits over the examples seen; not for use by several threads. */
public final class Tally {
  private long examples;
  private long hits;
  private double loss;

  void add(double exampleLoss, boolean hit) {
    examples++;
    loss += exampleLoss;
    if (hit) {
      hits++;
    }
  }

  /** Starts over. */
  public void clear() {
    examples = 0;
    hits = 0;
    loss = 0;
  }

  /** Mean loss of an example; not a number before the first. */
  public double meanLoss() {
    return loss / examples;
  }

  /** Share of examples that were right, in [0, 1]; not a number before the first. */
  public double accuracy() {
    return (double) hits / examples;
  }
}
