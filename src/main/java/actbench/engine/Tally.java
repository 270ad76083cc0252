package actbench.engine;

/**
 * Loss and hits over the examples that a network was trained on; not for use by several threads.
 */
public final class Tally {
  private long examples;
  private double hits;
  private double loss;

  /** Counts one example. */
  public void add(double exampleLoss, boolean hit) {
    add(exampleLoss, hit ? 1 : 0);
  }

  /**
   * Counts one example that may be right in part.
   *
   * @param right the share of it that is right, in [0, 1]
   */
  void add(double exampleLoss, double right) {
    examples++;
    loss += exampleLoss;
    hits += right;
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
    return hits / examples;
  }
}
