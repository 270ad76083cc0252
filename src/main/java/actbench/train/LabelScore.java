package actbench.train;

import actbench.data.Examples;
import actbench.data.Targets;
import actbench.engine.Loss;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Counts how well labels are found, each of which an example may have or not. A label is taken for
 * found when its probability is above one half.
 *
 * <ul>
 *   <li>{@code accuracy}: the share of all labels of all examples that are right;
 *   <li>{@code exact_match}: the share of examples all of whose labels are right;
 *   <li>{@code f1_micro}: 2 TP / (2 TP + FP + FN), counted over all labels of all examples; none
 *       where no label is there or found;
 *   <li>{@code auc_micro}: the area under the curve of all labels of all examples thrown together;
 *   <li>{@code auc_macro}: the mean of the areas of the single labels, those left out that all
 *       examples have or none; not there if that leaves none.
 * </ul>
 */
final class LabelScore implements ExampleScore {
  private final Examples examples;
  private final Targets targets;
  private final Loss loss;
  private final int width;
  private final float[] outputs;
  private final float[] wanted;
  private int example;

  /**
   * An empty count.
   *
   * @param width labels of an example
   */
  LabelScore(Examples examples, Targets targets, Loss loss, int width) {
    this.examples = examples;
    this.targets = targets;
    this.loss = loss;
    this.width = width;
    outputs = new float[Math.multiplyExact(examples.size(), width)];
    wanted = new float[outputs.length];
  }

  @Override
  public void add(float[] given) {
    System.arraycopy(given, 0, outputs, example * width, given.length);
    for (int i = 0; i < given.length / width; i++, example++) {
      targets.copy(examples, example, wanted, example * width);
    }
  }

  @Override
  public Evaluation.Score score() {
    int count = example * width;
    double losses = 0;
    int right = 0;
    int exact = 0;
    int both = 0;
    int either = 0;
    for (int from = 0; from < count; from += width) {
      int hits = 0;
      for (int i = from; i < from + width; i++) {
        boolean there = wanted[i] > 0.5f;
        boolean found = outputs[i] > 0.5f;
        losses += OutputLoss.of(loss, outputs[i], wanted[i]);
        hits += there == found ? 1 : 0;
        both += there && found ? 1 : 0;
        either += there || found ? 1 : 0;
      }
      right += hits;
      exact += hits == width ? 1 : 0;
    }
    SortedMap<String, Double> values = new TreeMap<>();
    values.put("accuracy", (double) right / count);
    values.put("exact_match", (double) exact / example);
    if (either > 0) {
      values.put("f1_micro", 2.0 * both / (both + either));
    }
    put("auc_micro", area(0, 1, count), values);
    double[] areas =
        IntStream.range(0, width)
            .mapToDouble(label -> area(label, width, count))
            .filter(area -> !Double.isNaN(area))
            .toArray();
    put("auc_macro", Arrays.stream(areas).average().orElse(Double.NaN), values);
    return new Evaluation.Score(losses / count, values);
  }

  private static void put(String name, double area, SortedMap<String, Double> values) {
    if (!Double.isNaN(area)) {
      values.put(name, area);
    }
  }

  /** The area of every {@code step}-th label from the first on. */
  private double area(int first, int step, int count) {
    float[] positives = new float[count / step];
    float[] negatives = new float[count / step];
    int positive = 0;
    int negative = 0;
    for (int i = first; i < count; i += step) {
      if (wanted[i] > 0.5f) {
        positives[positive++] = outputs[i];
      } else {
        negatives[negative++] = outputs[i];
      }
    }
    return AreaUnderCurve.of(
        Arrays.copyOf(positives, positive), Arrays.copyOf(negatives, negative));
  }
}
