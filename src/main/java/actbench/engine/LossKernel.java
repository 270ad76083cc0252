package actbench.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of a {@link LossLayer}. */
final class LossKernel implements Kernel {
  private final Loss loss;
  private final Buffer gradient;

  LossKernel(Loss loss, Site site) {
    this.loss = loss;
    gradient = site.buffer();
  }

  /** The outputs, in an array that is the caller's: users of a network keep what it answers. */
  @Override
  public INDArray forward(INDArray logits, boolean training) {
    double[] values = Memory.read(logits);
    int columns = columns(logits);
    for (int from = 0; from < values.length; from += columns) {
      loss.output(values, from, from + columns);
    }
    INDArray outputs = logits.ulike();
    Memory.write(values, outputs);
    return outputs;
  }

  @Override
  public INDArray backward(INDArray upstream) {
    throw new UnsupportedOperationException("a loss is where the backward pass begins");
  }

  /** The loss of each example, and the gradients with respect to the logits. */
  double[] losses(INDArray logits, INDArray labels) {
    if (labels.length() != logits.length()) {
      throw new IllegalArgumentException(
          "labels of shape %s for outputs of shape %s"
              .formatted(labels.shapeInfoToString(), logits.shapeInfoToString()));
    }
    double[] values = Memory.read(logits);
    double[] targets = Memory.read(labels);
    int examples = (int) logits.size(0);
    if (loss.wholeBatch()) {
      double[] losses = new double[examples];
      Arrays.fill(losses, loss.lossAndGradient(values, targets, 0, values.length));
      for (int i = 0; i < values.length; i++) {
        // Deeplearning4j divides by the number of examples.
        values[i] *= examples;
      }
      Memory.write(values, gradient.of(logits.shape()));
      return losses;
    }
    int columns = columns(logits);
    int rows = values.length / columns;
    int pixels = rows / examples;
    double[] losses = new double[examples];
    for (int row = 0; row < rows; row++) {
      int from = row * columns;
      losses[row / pixels] += loss.lossAndGradient(values, targets, from, from + columns) / pixels;
    }
    if (pixels > 1) {
      for (int i = 0; i < values.length; i++) {
        values[i] /= pixels;
      }
    }
    Memory.write(values, gradient.of(logits.shape()));
    return losses;
  }

  /** The gradients that {@link #losses} left for logits of this shape. */
  INDArray gradient(long... shape) {
    return gradient.of(shape);
  }

  /**
   * Counts each example's loss, and the share of it that is right: of its pixels where it has such.
   */
  void count(INDArray logits, INDArray labels, double[] losses, Tally tally) {
    double[] values = Memory.read(logits);
    double[] targets = Memory.read(labels);
    int columns = columns(logits);
    int size = values.length / losses.length;
    for (int example = 0; example < losses.length; example++) {
      double right = 0;
      for (int from = example * size; from < (example + 1) * size; from += columns) {
        right += loss.right(values, targets, from, from + columns);
      }
      int rows = size / columns;
      tally.add(losses[example], right / rows);
    }
  }

  private static int columns(INDArray logits) {
    return (int) logits.size(logits.rank() - 1);
  }
}
