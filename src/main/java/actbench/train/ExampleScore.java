package actbench.train;

/** Counts how well examples are answered. */
interface ExampleScore {
  /** Counts the next examples, whose outputs these are, one example after the other. */
  void add(float[] outputs);

  /** The means over all examples so far. */
  Evaluation.Score score();
}
