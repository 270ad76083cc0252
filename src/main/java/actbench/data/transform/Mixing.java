package actbench.data.transform;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import actbench.data.InputShape;
import actbench.data.Layout;
import java.util.random.RandomGenerator;

/**
 * Mixes each example of a batch with another one of it, targets alike.
 *
 * <p>Mixup (Zhang et al. 2018) takes the weighted mean of both; cutmix (Yun et al. 2019) puts a
 * rectangle of the other into the image. As in their authors' code the share is drawn once a batch,
 * from Beta(alpha, alpha), and the others are the batch in random order. Where both are on, each
 * batch gets one of them by the toss of a coin.
 */
public final class Mixing implements BatchTransform {
  private final double mixup;
  private final double cutmix;
  private final InputShape shape;
  private final Layout layout;
  private final Draws draws;
  private float[] copy = {};

  /**
   * A mixing for batches of this shape and layout.
   *
   * @param mixup alpha of mixup; 0 for none
   * @param cutmix alpha of cutmix; 0 for none
   */
  public Mixing(double mixup, double cutmix, InputShape shape, Layout layout, Draws draws) {
    this.mixup = mixup;
    this.cutmix = cutmix;
    this.shape = shape;
    this.layout = layout;
    this.draws = draws;
  }

  @Override
  public void apply(BatchDraft batch) {
    String place = "/epoch " + batch.epoch() + "/batch " + batch.number();
    boolean cut = cutmix > 0 && (mixup == 0 || draws.of("mixing" + place).nextDouble() < 0.5);
    RandomGenerator random = draws.of((cut ? "cutmix" : "mixup") + place);
    double share = Beta.draw(cut ? cutmix : mixup, random);
    int[] others = permutation(batch.size(), random);
    if (cut) {
      share = exchange(batch, share, others, random);
    } else {
      mix(batch.features(), shape.size(), share, others);
    }
    mix(batch.targets(), batch.outputs(), share, others);
    if (batch.isWeighted()) {
      mix(batch.weights(), 1, share, others);
    }
  }

  private static int[] permutation(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private float[] copyOf(float[] values) {
    if (copy.length < values.length) {
      copy = new float[values.length];
    }
    System.arraycopy(values, 0, copy, 0, values.length);
    return copy;
  }

  private void mix(float[] into, int width, double share, int[] others) {
    float[] from = copyOf(into);
    float own = (float) share;
    float other = (float) (1 - share);
    for (int i = 0; i < others.length; i++) {
      for (int k = 0; k < width; k++) {
        into[i * width + k] = own * from[i * width + k] + other * from[others[i] * width + k];
      }
    }
  }

  /** Returns the share of the image that is its own. */
  private double exchange(BatchDraft batch, double share, int[] others, RandomGenerator random) {
    double side = Math.sqrt(1 - share);
    int halfHeight = (int) (shape.height() * side) / 2;
    int halfWidth = (int) (shape.width() * side) / 2;
    int row = random.nextInt(shape.height());
    int column = random.nextInt(shape.width());
    int top = Math.max(0, row - halfHeight);
    int bottom = Math.min(shape.height(), row + halfHeight);
    int left = Math.max(0, column - halfWidth);
    int right = Math.min(shape.width(), column + halfWidth);
    float[] from = copyOf(batch.features());
    for (int i = 0; i < others.length; i++) {
      for (int r = top; r < bottom; r++) {
        for (int c = left; c < right; c++) {
          for (int channel = 0; channel < shape.channels(); channel++) {
            int at = layout.offset(shape, r, c, channel);
            batch.features()[i * shape.size() + at] = from[others[i] * shape.size() + at];
          }
        }
      }
    }
    double pixels = (double) shape.height() * shape.width();
    return 1 - (bottom - top) * (right - left) / pixels;
  }
}
