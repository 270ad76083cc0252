package actbench.train;

import actbench.data.Examples;
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
  private final float[] positives;
  private final float[] negatives;
  private int positive;
  private int negative;
  private double loss;
  private int right;

  BinaryScore(Examples examples) {
    this.examples = examples;
    positives = new float[examples.size()];
    negatives = new float[examples.size()];
  }

  @Override
  public void add(float[] outputs) {
    for (float given : outputs) {
      boolean second = examples.label(positive + negative) == 1;
      loss -= Evaluation.logarithm(second ? given : 1 - given);
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
    SortedMap<String, Double> others = new TreeMap<>();
    double area =
        AreaUnderCurve.of(Arrays.copyOf(positives, positive), Arrays.copyOf(negatives, negative));
    if (!Double.isNaN(area)) {
      others.put("auc", area);
    }
    return new Evaluation.Score(loss / count, (double) right / count, others);
  }
}
