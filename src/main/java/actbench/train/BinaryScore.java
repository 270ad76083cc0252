package actbench.train;

import actbench.data.Examples;
import actbench.engine.Loss;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts how well two classes are told apart by the probability of the second.
 *
 * <p>Besides loss and accuracy it tells {@code auc}, the area under the receiver operating
 * characteristic, where both classes have examples.
 */
final class BinaryScore implements ExampleScore {
  private final Examples examples;
  private final Loss kind;
  private final float[] positives;
  private final float[] negatives;
  private int positive;
  private int negative;
  private double loss;
  private int right;

  /** An empty count, by a loss over one sigmoid. */
  BinaryScore(Examples examples, Loss kind) {
    this.examples = examples;
    this.kind = kind;
    positives = new float[examples.size()];
    negatives = new float[examples.size()];
  }

  @Override
  public void add(float[] outputs) {
    for (float given : outputs) {
      boolean second = examples.label(positive + negative) == 1;
      loss += OutputLoss.of(kind, given, second ? 1 : 0);
      right += (given > 0.5f) == second ? 1 : 0;
      if (second) {
        positives[positive++] = given;
      } else {
        negatives[negative++] = given;
      }
    }
  }

  @Override
  public Evaluation.Score score() {
    int count = positive + negative;
    SortedMap<String, Double> values = new TreeMap<>();
    values.put("accuracy", (double) right / count);
    double area =
        AreaUnderCurve.of(Arrays.copyOf(positives, positive), Arrays.copyOf(negatives, negative));
    if (!Double.isNaN(area)) {
      values.put("auc", area);
    }
    return new Evaluation.Score(loss / count, values);
  }
}
