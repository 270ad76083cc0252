package actbench.model;

import java.util.List;

/**
 * One array of numbers that a layer holds.
 *
 * @param key {@code kernel}, {@code bias}, {@code gamma}, {@code beta}, {@code mean}, {@code
 *     variance}
 * @param shape in Keras' layout: (in, out) for dense kernels, (height, width, in, out) for
 *     convolutions, (n) for the rest
 * @param fanIn inputs of a unit by Keras' rule; 0 where no initializer asks
 * @param fanOut outputs of a unit by Keras' rule; 0 where no initializer asks
 * @param trainable false for running statistics
 */
public record Weight(String key, List<Integer> shape, int fanIn, int fanOut, boolean trainable) {
  public Weight {
    shape = List.copyOf(shape);
  }

  static Weight kernel(List<Integer> shape, int fanIn, int fanOut) {
    return new Weight("kernel", shape, fanIn, fanOut, true);
  }

  static Weight vector(String key, int length, boolean trainable) {
    return new Weight(key, List.of(length), 0, 0, trainable);
  }

  /** Count of numbers. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
