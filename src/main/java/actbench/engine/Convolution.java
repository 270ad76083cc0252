package actbench.engine;

import actbench.activation.ElementFunction;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Two-dimensional convolution of channels-last images.
 *
 * <p>With groups, output channel o sees the input channels of group {@code o / (outputs / groups)}.
 * A depthwise convolution has a group for each input channel: output channel {@code c * multiplier
 * + j} belongs to input channel c.
 */
public final class Convolution extends EngineLayer {
  private static final long serialVersionUID = 1L;

  static final String WEIGHT = "W";
  static final String BIAS = "b";

  private record Settings(
      int filters, int multiplier, Window window, int groups, boolean bias, long inputs) {}

  @JsonProperty private int filters;
  @JsonProperty private int multiplier;
  @JsonProperty private Window window;
  @JsonProperty private int groups;
  @JsonProperty private boolean bias;
  @JsonProperty private long inputs;

  private Convolution() {}

  /** A convolution with so many output channels and a bias. */
  public Convolution(int filters, Window window) {
    this.filters = filters;
    this.window = window;
    this.groups = 1;
    this.bias = true;
  }

  /** A depthwise convolution: each input channel gives {@code multiplier} output channels. */
  public static Convolution depthwise(int multiplier, Window window) {
    Convolution layer = new Convolution(0, window);
    layer.multiplier = multiplier;
    layer.groups = 0;
    return layer;
  }

  /** Splits input and output channels into groups that do not see each other. */
  public Convolution groups(int number) {
    groups = number;
    return this;
  }

  /** Leaves the bias out. */
  public Convolution withoutBias() {
    bias = false;
    return this;
  }

  /** Applies a function to the output. */
  public Convolution activation(ElementFunction function) {
    applyAfter(function);
    return this;
  }

  /** What happens to a batch of images of this shape. */
  ConvolutionShape shape(long[] input) {
    return new ConvolutionShape(input[0], input[1], input[2], inputs, outputs(), groups(), window);
  }

  private boolean isDepthwise() {
    return multiplier > 0;
  }

  private long outputs() {
    return isDepthwise() ? inputs * multiplier : filters;
  }

  private long groups() {
    return isDepthwise() ? inputs : groups;
  }

  @Override
  public List<LayerParameter> parameters() {
    long perGroup = inputs / Math.max(groups(), 1);
    List<Long> shape =
        List.of((long) window.kernelHeight(), (long) window.kernelWidth(), perGroup, outputs());
    // Keras computes a depthwise kernel's fans from its shape (height, width, inputs, multiplier).
    long fanIn = window.cells() * (isDepthwise() ? inputs : perGroup);
    long fanOut = window.cells() * (isDepthwise() ? multiplier : outputs());
    List<LayerParameter> parameters = new ArrayList<>();
    parameters.add(LayerParameter.weight(WEIGHT, shape, fanIn, fanOut));
    if (bias) {
      parameters.add(LayerParameter.constant(BIAS, outputs(), LayerParameter.Role.BIAS));
    }
    return parameters;
  }

  @Override
  Object settings() {
    return new Settings(filters, multiplier, window, groups, bias, inputs);
  }

  @Override
  void acceptInput(InputType input) {
    inputs = image(getLayerName(), input).getChannels();
    if (inputs % groups() != 0 || outputs() % groups() != 0) {
      throw new IllegalArgumentException(
          "layer '%s': %d inputs and %d outputs do not split into %d groups"
              .formatted(getLayerName(), inputs, outputs(), groups()));
    }
  }

  @Override
  InputType outputType(InputType input) {
    InputType.InputTypeConvolutional image = image(getLayerName(), input);
    Window.Frame frame = window.over(image.getHeight(), image.getWidth());
    return image(frame.height(), frame.width(), outputs());
  }

  @Override
  Kernel kernel(Site site) {
    return new ConvolutionKernel(this, site);
  }
}
