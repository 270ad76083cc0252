package actbench.optim;

import java.util.List;

/**
 * The shape of a weight tensor as Keras lays it out, and its fans.
 *
 * <p>Initializers fill such a tensor row-major (last axis fastest); whoever stores weights in
 * another order permutes the axes afterwards.
 *
 * @param dimensions dense: in, out; convolution: height, width, in per group, out; depthwise:
 *     height, width, channels, multiplier
 * @param fanIn inputs that feed one unit, by Keras' rule; positive
 * @param fanOut units that one input feeds, by Keras' rule; positive
 */
public record WeightShape(List<Integer> dimensions, double fanIn, double fanOut) {
  public WeightShape {
    dimensions = List.copyOf(dimensions);
    if (dimensions.isEmpty() || dimensions.stream().anyMatch(each -> each < 1)) {
      throw new IllegalArgumentException("dimensions " + dimensions + " are not positive");
    }
    if (!(fanIn > 0) || !(fanOut > 0)) {
      throw new IllegalArgumentException("fans " + fanIn + ", " + fanOut + " are not positive");
    }
    Math.toIntExact(
        dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact));
  }

  /** The kernel of a dense layer. */
  public static WeightShape dense(int in, int out) {
    return new WeightShape(List.of(in, out), in, out);
  }

  /** The kernel of a convolution; {@code in} counts the channels of one group. */
  public static WeightShape convolution(int height, int width, int in, int out) {
    return kernel(height, width, in, out);
  }

  /**
   * The kernel of a depthwise convolution.
   *
   * <p>Keras 2.2 takes the channels for the fan in and the multiplier for the fan out, though each
   * output sees one channel only.
   */
  public static WeightShape depthwise(int height, int width, int channels, int multiplier) {
    return kernel(height, width, channels, multiplier);
  }

  /**
   * The kernel of a transposed convolution: height, width, out, in.
   *
   * <p>Keras 2.2 swaps the fans here: the fan in counts the output channels.
   */
  public static WeightShape transposedConvolution(int height, int width, int in, int out) {
    return kernel(height, width, out, in);
  }

  /** A vector of weights, such as a bias; Keras gives both fans as the root of its length. */
  public static WeightShape vector(int length) {
    return new WeightShape(List.of(length), Math.sqrt(length), Math.sqrt(length));
  }

  /** The same tensor with fans of one's own, for example one filter's of a depthwise kernel. */
  public WeightShape withFans(double in, double out) {
    return new WeightShape(dimensions, in, out);
  }

  private static WeightShape kernel(int height, int width, int third, int fourth) {
    double field = (double) height * width;
    return new WeightShape(List.of(height, width, third, fourth), field * third, field * fourth);
  }

  /** The number of weights. */
  public int size() {
    return dimensions.stream().reduce(1, (a, b) -> a * b);
  }

  /** The length of the last axis, which Keras calls the columns. */
  public int columns() {
    return dimensions.get(dimensions.size() - 1);
  }

  /** The product of all other axes. */
  public int rows() {
    return size() / columns();
  }
}
