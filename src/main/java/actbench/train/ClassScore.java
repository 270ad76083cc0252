package actbench.train;

import actbench.data.Examples;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts how well several classes are told apart by an output for each.
 *
 * <p>Besides loss and accuracy it tells {@code top3_accuracy} and {@code top5_accuracy}, the share
 * of examples whose class is among the three or five with the largest outputs, where there are more
 * classes than that. Of equal outputs the earlier class comes first.
 */
final class ClassScore implements ExampleScore {
  private static final int[] TOPS = {3, 5};

  private final Examples examples;
  private final boolean margin;
  private final int width;
  private final int[] amongTop = new int[TOPS.length];
  private int example;
  private double loss;
  private int right;

  /**
   * An empty count.
   *
   * @param margin whether outputs are the lengths of capsules, not probabilities
   */
  ClassScore(Examples examples, boolean margin) {
    this.examples = examples;
    this.margin = margin;
    width = examples.classes();
  }

  @Override
  public void add(float[] outputs) {
    for (int from = 0; from < outputs.length; from += width) {
      int label = examples.label(example++);
      loss +=
          margin ? marginLoss(outputs, from, label) : -OutputLoss.logarithm(outputs[from + label]);
      int before = before(outputs, from, label);
      right += before == 0 ? 1 : 0;
      for (int i = 0; i < TOPS.length; i++) {
        amongTop[i] += before < TOPS[i] ? 1 : 0;
      }
    }
  }

  /** How many classes come before the right one; all of them where its output is not a number. */
  private int before(float[] given, int from, int label) {
    float own = given[from + label];
    int before = 0;
    for (int i = 0; i < width; i++) {
      float other = given[from + i];
      boolean earlier = i < label ? other >= own : other > own;
      before += earlier || Float.isNaN(own) ? 1 : 0;
    }
    return before;
  }

  private double marginLoss(float[] lengths, int from, int label) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      float length = lengths[from + i];
      double miss = i == label ? Math.max(0, 0.9 - length) : Math.max(0, length - 0.1);
      sum += (i == label ? 1 : 0.5) * miss * miss;
    }
    return sum;
  }

  @Override
  public Evaluation.Score score() {
    SortedMap<String, Double> values = new TreeMap<>();
    values.put("accuracy", (double) right / example);
    for (int i = 0; i < TOPS.length; i++) {
      if (width > TOPS[i]) {
        values.put("top" + TOPS[i] + "_accuracy", (double) amongTop[i] / example);
      }
    }
    return new Evaluation.Score(loss / example, values);
  }
}
