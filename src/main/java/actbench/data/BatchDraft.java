package actbench.data;

import java.util.Arrays;

/**
 * A batch while it is prepared: plain arrays that transforms change in place.
 *
 * <p>The arrays may be longer than the batch; their rest is not used.
 */
public final class BatchDraft {
  private final int outputs;
  private final float[] features;
  private final float[] targets;
  private final float[] weights;
  private int epoch = 1;
  private int number;
  private int[] examples = {};
  private boolean weighted;

  /**
   * An empty draft.
   *
   * @param size the most examples
   * @param inputs values of an example
   * @param outputs targets of an example
   */
  public BatchDraft(int size, int inputs, int outputs) {
    this.outputs = outputs;
    features = new float[Math.multiplyExact(size, inputs)];
    targets = new float[Math.multiplyExact(size, outputs)];
    weights = new float[size];
  }

  /**
   * Begins another batch.
   *
   * @param newEpoch counted from 1
   * @param newNumber the batch's place in the epoch, counted from 0
   * @param newExamples the places of its examples in their set
   */
  public void begin(int newEpoch, int newNumber, int[] newExamples) {
    epoch = newEpoch;
    number = newNumber;
    examples = newExamples.clone();
    weighted = false;
    Arrays.fill(targets, 0f);
  }

  /** The epoch, counted from 1. */
  public int epoch() {
    return epoch;
  }

  /** The batch's place in the epoch, counted from 0. */
  public int number() {
    return number;
  }

  /** The number of examples. */
  public int size() {
    return examples.length;
  }

  /** The number of targets of an example. */
  public int outputs() {
    return outputs;
  }

  /** The place of an example in its set, whatever batch it has come into. */
  public int example(int i) {
    return examples[i];
  }

  /** Values in the layout of the batch's form, example after example. */
  public float[] features() {
    return features;
  }

  /** Targets in the form of the batch, example after example. */
  public float[] targets() {
    return targets;
  }

  /** How much each example counts in the loss; 1 unless a transform says otherwise. */
  public float[] weights() {
    if (!weighted) {
      Arrays.fill(weights, 1f);
      weighted = true;
    }
    return weights;
  }

  /** Whether a transform asked for the weights. */
  public boolean isWeighted() {
    return weighted;
  }
}
