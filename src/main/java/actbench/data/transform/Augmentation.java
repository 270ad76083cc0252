package actbench.data.transform;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import actbench.data.InputShape;
import actbench.data.Layout;
import java.util.random.RandomGenerator;

/**
 * Random changes of an image that leave it what it is. Each step that is on has a stream of its own
 * for every example and epoch; the steps come in the order of the components.
 *
 * @param flip chance to mirror left and right
 * @param verticalFlip chance to mirror top and bottom
 * @param crop pixels added on each side before a window of the old size is cut out, all equally
 *     likely (torchvision's {@code RandomCrop})
 * @param shift greatest shift along each side as a share of it, not in whole pixels (Keras' {@code
 *     height_shift_range} and {@code width_shift_range})
 * @param rotation greatest angle about the centre either way, in degrees (both libraries)
 * @param cutout side of a square around a random pixel that is set to zero after normalisation
 *     (DeVries and Taylor 2017); it may stick out
 * @param linear whether shift and rotation interpolate; else they take the nearest pixel
 */
public record Augmentation(
    double flip,
    double verticalFlip,
    int crop,
    double shift,
    double rotation,
    int cutout,
    Picture.Beyond beyond,
    boolean linear) {
  private static final String STREAM = "augmentation/";

  /** All steps but the cutout. */
  public BatchTransform geometry(InputShape shape, Layout layout, Draws draws) {
    Picture picture = new Picture(shape, layout);
    return batch -> {
      for (int i = 0; i < batch.size(); i++) {
        picture.moveTo(batch, i);
        change(picture, batch, batch.example(i), draws);
      }
    };
  }

  private void change(Picture picture, BatchDraft batch, int example, Draws draws) {
    int epoch = batch.epoch();
    if (flip > 0 && draws.of(STREAM + "flip", epoch, example).nextDouble() < flip) {
      picture.flipColumns();
    }
    if (verticalFlip > 0
        && draws.of(STREAM + "vertical-flip", epoch, example).nextDouble() < verticalFlip) {
      picture.flipRows();
    }
    if (crop > 0) {
      RandomGenerator random = draws.of(STREAM + "crop", epoch, example);
      int rows = random.nextInt(2 * crop + 1) - crop;
      picture.shift(rows, random.nextInt(2 * crop + 1) - crop, beyond);
    }
    if (shift > 0) {
      RandomGenerator random = draws.of(STREAM + "shift", epoch, example);
      double rows = (2 * random.nextDouble() - 1) * shift * picture.height();
      double columns = (2 * random.nextDouble() - 1) * shift * picture.width();
      picture.resample(
          (row, column, from) -> {
            from[0] = row + rows;
            from[1] = column + columns;
          },
          linear,
          beyond);
    }
    if (rotation > 0) {
      double share = 2 * draws.of(STREAM + "rotation", epoch, example).nextDouble() - 1;
      rotate(picture, StrictMath.toRadians(share * rotation));
    }
  }

  private void rotate(Picture picture, double angle) {
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    double middleRow = (picture.height() - 1) / 2.0;
    double middleColumn = (picture.width() - 1) / 2.0;
    picture.resample(
        (row, column, from) -> {
          double down = row - middleRow;
          double right = column - middleColumn;
          from[0] = cosine * down - sine * right + middleRow;
          from[1] = sine * down + cosine * right + middleColumn;
        },
        linear,
        beyond);
  }

  /** The cutout, or nothing. */
  public BatchTransform erasure(InputShape shape, Layout layout, Draws draws) {
    if (cutout == 0) {
      return BatchTransform.NONE;
    }
    Picture picture = new Picture(shape, layout);
    return batch -> {
      for (int i = 0; i < batch.size(); i++) {
        picture.moveTo(batch, i);
        RandomGenerator random = draws.of(STREAM + "cutout", batch.epoch(), batch.example(i));
        int top = random.nextInt(shape.height()) - cutout / 2;
        int left = random.nextInt(shape.width()) - cutout / 2;
        for (int row = Math.max(0, top); row < Math.min(shape.height(), top + cutout); row++) {
          for (int column = Math.max(0, left);
              column < Math.min(shape.width(), left + cutout);
              column++) {
            picture.fill(row, column, 0);
          }
        }
      }
    };
  }
}
