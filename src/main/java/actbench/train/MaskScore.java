package actbench.train;

import actbench.data.Examples;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts how well masks are found. A pixel is in the mask when its probability is above one half.
 *
 * <p>Each image counts alike: its loss is the mean binary cross-entropy and, where that is learnt,
 * 1 - (2 I + 1) / (S + 1), as in training but of the image alone, I the sum of t p and S that of t
 * + p; {@code dice} is 2 |A and B| / (|A| + |B|) of the masks, {@code iou} |A and B| / |A or B|,
 * both 1 where both masks are empty.
 */
final class MaskScore implements ExampleScore {
  private final Examples examples;
  private final boolean withDice;
  private final float[] wanted;
  private int example;
  private double loss;
  private double right;
  private double dice;
  private double iou;

  /**
   * An empty count.
   *
   * @param withDice whether the loss has its second part
   */
  MaskScore(Examples examples, boolean withDice) {
    this.examples = examples;
    this.withDice = withDice;
    wanted = new float[examples.shape().height() * examples.shape().width()];
  }

  @Override
  public void add(float[] probabilities) {
    for (int from = 0; from < probabilities.length; from += wanted.length) {
      examples.copyMask(example++, wanted, 0);
      image(probabilities, from);
    }
  }

  private void image(float[] given, int from) {
    double crossEntropy = 0;
    double overlap = 0;
    double sum = 0;
    int hits = 0;
    int both = 0;
    int either = 0;
    for (int i = 0; i < wanted.length; i++) {
      double p = given[from + i];
      boolean inside = wanted[i] > 0.5f;
      boolean found = p > 0.5;
      crossEntropy -= OutputLoss.logarithm(inside ? p : 1 - p);
      overlap += inside ? p : 0;
      sum += p + (inside ? 1 : 0);
      hits += inside == found ? 1 : 0;
      both += inside && found ? 1 : 0;
      either += inside || found ? 1 : 0;
    }
    loss += crossEntropy / wanted.length + (withDice ? 1 - (2 * overlap + 1) / (sum + 1) : 0);
    right += (double) hits / wanted.length;
    dice += either == 0 ? 1 : 2.0 * both / (both + either);
    iou += either == 0 ? 1 : (double) both / either;
  }

  @Override
  public Evaluation.Score score() {
    SortedMap<String, Double> masks = new TreeMap<>();
    masks.put("accuracy", right / example);
    masks.put("dice", dice / example);
    masks.put("iou", iou / example);
    return new Evaluation.Score(loss / example, masks);
  }
}
