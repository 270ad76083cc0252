package actbench.engine;

/**
 * Loss and hits over the examples that a network was trained on; not for use by several threads.
 */
public final class Tally {
  private long examples;
  private long hits;
  private double loss;

  /** Counts one example. */
  public void add(double exampleLoss, boolean hit) {
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

  /** Mean loss of an example, without penalties on weights; not a number before the first. */
  public double meanLoss() {
    return loss / examples;
  }

  /** Share of examples that were right, in [0, 1]; not a number before the first. */
  public double accuracy() {
    return (double) hits / examples;
  }
}
