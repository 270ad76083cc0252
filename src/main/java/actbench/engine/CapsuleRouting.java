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
 * v = squash(s), and then b = v . u; b is 0 at first. Squash is {@code s sqrt(q) / (0.5 + q)} with
 * {@code q = |s|^2 + 1e-7}, the form of Keras' cifar10_cnn_capsule example, which also replaces b
 * where the paper adds to it. The gradient flows through all iterations.
 */
public final class CapsuleRouting extends EngineLayer {
  private static final long serialVersionUID = 1L;

  /** The sizes of a routing. */
  record Settings(int capsules, int dimension, int iterations) {}

  @JsonProperty private int capsules;
  @JsonProperty private int dimension;
  @JsonProperty private int iterations;

  private CapsuleRouting() {}

  /** A routing to so many capsules of so many numbers. */
  public CapsuleRouting(int capsules, int dimension, int iterations) {
    this.capsules = capsules;
    this.dimension = dimension;
    this.iterations = iterations;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Settings settings() {
    return new Settings(capsules, dimension, iterations);
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
