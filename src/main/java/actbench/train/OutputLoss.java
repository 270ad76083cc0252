package actbench.train;

import actbench.engine.Loss;

/**
 * The loss of one example from its outputs, which an evaluation has, rather than from its logits.
 *
 * <p>A probability of 0 for the right answer counts as 0.0000001, as in Keras.
 */
final class OutputLoss {
  /** What a probability is at least. */
  private static final double LEAST_PROBABILITY = 1e-7;

  private OutputLoss() {}

  /** The logarithm of a probability. */
  static double logarithm(double probability) {
    // Not a number stays so: it must not pass for a good score.
    return Math.log(probability < LEAST_PROBABILITY ? LEAST_PROBABILITY : probability);
  }

  /** The loss of one output: the part of a mean over outputs that is its own. */
  static double of(Loss loss, double output, double target) {
    double error = output - target;
    return switch (loss) {
      case SIGMOID_BINARY_CROSS_ENTROPY ->
          -target * logarithm(output) - (1 - target) * logarithm(1 - output);
      case MEAN_SQUARED_ERROR, SIGMOID_MEAN_SQUARED_ERROR -> error * error;
      case MEAN_ABSOLUTE_ERROR -> Math.abs(error);
      case HUBER -> Math.abs(error) <= 1 ? error * error / 2 : Math.abs(error) - 0.5;
      case SOFTMAX_CROSS_ENTROPY, MARGIN, CROSS_ENTROPY_AND_DICE ->
          throw new IllegalArgumentException(loss + " is no mean over outputs");
    };
  }
}
