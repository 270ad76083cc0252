package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Dynamic routing by agreement (Sabour et al. 2017, arXiv 1710.09829): from the votes of all pixels
 * for each capsule to the length of each capsule.
 *
 * <p>An image's channels are the votes: {@code dimension} numbers for each of {@code capsules}. Of
 * n votes u each iteration takes c = softmax of b over the capsules, s = sum of c u over the votes,
 * v = squash(s), and then b = v . u; b is 0 at first. So does Keras' cifar10_cnn_capsule example,
 * with {@link Squash} of 0.5 and 1e-7; the paper squashes with 1 and 0, and {@link #accumulating
 * adds} to b. The gradient flows through all iterations unless it is {@link #detached}.
 */
public final class CapsuleRouting extends EngineLayer {
  private static final long serialVersionUID = 1L;

  /** The sizes of a routing, and its rule. */
  record Settings(
      int capsules,
      int dimension,
      int iterations,
      Squash squash,
      boolean accumulates,
      boolean detached) {}

  @JsonProperty private int capsules;
  @JsonProperty private int dimension;
  @JsonProperty private int iterations;
  @JsonProperty private double offset = 0.5;
  @JsonProperty private double epsilon = 1e-7;
  @JsonProperty private boolean accumulates;
  @JsonProperty private boolean detached;

  private CapsuleRouting() {}

  /** A routing to so many capsules of so many numbers. */
  public CapsuleRouting(int capsules, int dimension, int iterations) {
    this.capsules = capsules;
    this.dimension = dimension;
    this.iterations = iterations;
  }

  /** Squashes {@code s sqrt(q) / (offset + q)} with {@code q = |s|^2 + epsilon}. */
  public CapsuleRouting squash(double offset, double epsilon) {
    Squash squash = new Squash(offset, epsilon);
    this.offset = squash.offset();
    this.epsilon = squash.epsilon();
    return this;
  }

  /** Adds v . u to b after each iteration, as the paper does. */
  public CapsuleRouting accumulating() {
    accumulates = true;
    return this;
  }

  /** Takes the last c for constants in the backward pass. */
  public CapsuleRouting detached() {
    detached = true;
    return this;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Settings settings() {
    return new Settings(
        capsules, dimension, iterations, new Squash(offset, epsilon), accumulates, detached);
  }

  @Override
  void acceptInput(InputType input) {
    long channels = image(getLayerName(), input).getChannels();
    if (channels != (long) capsules * dimension) {
      throw new IllegalArgumentException(
          "layer '%s': %d channels for %d capsules of %d"
              .formatted(getLayerName(), channels, capsules, dimension));
    }
  }

  @Override
  InputType outputType(InputType input) {
    return InputType.feedForward(capsules);
  }

  @Override
  Kernel kernel(Site site) {
    return new RoutingKernel(settings(), site);
  }
}
