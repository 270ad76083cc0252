package actbench.engine;

import java.util.List;

/**
 * A parameter of a layer: its name there, its shape and what it is for.
 *
 * <p>The shape is that of the memory, last index fastest, on every path: convolution kernels are
 * height, width, input channels (of a group), output channels; transposed convolutions height,
 * width, output channels, input channels; dense weights inputs, outputs.
 *
 * @param fanIn inputs of one output by Keras' rule; 0 where there is no weight to draw
 * @param fanOut outputs of one input by Keras' rule; 0 where there is no weight to draw
 * @param start the value before the first step; NaN for weights, which are drawn
 */
public record LayerParameter(
    String key, List<Long> shape, Role role, long fanIn, long fanOut, double start) {
  /** What a parameter is for. */
  public enum Role {
    /** Drawn by an initializer, and the only one that is regularised. */
    WEIGHT,
    /** Starts at 0. */
    BIAS,
    /** Scale of batch normalisation; starts at 1. */
    GAMMA,
    /** Shift of batch normalisation; starts at 0. */
    BETA,
    /** Running mean of batch normalisation; starts at 0 and is never trained. */
    MEAN,
    /** Running variance of batch normalisation; starts at 1 and is never trained. */
    VARIANCE,
    /** Of an activation; starts where the user wants, and is not regularised. */
    ACTIVATION;

    private double start() {
      return switch (this) {
        case WEIGHT, ACTIVATION -> Double.NaN;
        case BIAS, BETA, MEAN -> 0;
        case GAMMA, VARIANCE -> 1;
      };
    }

    /** Whether gradient descent changes it. */
    public boolean trained() {
      return this != MEAN && this != VARIANCE;
    }
  }

  public LayerParameter {
    shape = List.copyOf(shape);
  }

  /** A parameter that is drawn. */
  static LayerParameter weight(String key, List<Long> shape, long fanIn, long fanOut) {
    return new LayerParameter(key, shape, Role.WEIGHT, fanIn, fanOut, Role.WEIGHT.start());
  }

  /** A parameter that is not drawn. */
  static LayerParameter constant(String key, long length, Role role) {
    return new LayerParameter(key, List.of(length), role, 0, 0, role.start());
  }

  /** A parameter of an activation. */
  static LayerParameter activation(String key, long length, double start) {
    return new LayerParameter(key, List.of(length), Role.ACTIVATION, 0, 0, start);
  }

  /** Number of values. */
  public long length() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
