package actbench.engine;

import actbench.activation.ElementFunction;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The transpose of a convolution: it spreads each input cell over a window of the output. With
 * stride s and without padding an image grows from n to {@code (n - 1) s + kernel} cells, with
 * {@link Padding#SAME} to {@code n s}.
 */
public final class TransposedConvolution extends EngineLayer {
  private static final long serialVersionUID = 1L;

  static final String WEIGHT = "W";
  static final String BIAS = "b";

  private record Settings(int filters, Window window, boolean bias, long inputs) {}

  @JsonProperty private int filters;
  @JsonProperty private Window window;
  @JsonProperty private boolean bias;
  @JsonProperty private long inputs;

  private TransposedConvolution() {}

  /** A layer with so many output channels and a bias. */
  public TransposedConvolution(int filters, Window window) {
    if (window.dilationHeight() != 1
        || window.dilationWidth() != 1
        || window.kernelHeight() < window.strideHeight()
        || window.kernelWidth() < window.strideWidth()) {
      throw new IllegalArgumentException(
          "a transposed convolution takes no dilation, and a kernel not smaller than its stride");
    }
    this.filters = filters;
    this.window = window;
    this.bias = true;
  }

  /** Leaves the bias out. */
  public TransposedConvolution withoutBias() {
    bias = false;
    return this;
  }

  /** Applies a function to the output. */
  public TransposedConvolution activation(ElementFunction function) {
    applyAfter(function);
    return this;
  }

  /** The convolution that this is the transpose of: from our output to our input. */
  ConvolutionShape transpose(long[] input) {
    Padding padding = window.padding();
    return new ConvolutionShape(
        input[0],
        grown(
            input[1],
            window.kernelHeight(),
            window.strideHeight(),
            padding.top(),
            padding.bottom()),
        grown(
            input[2], window.kernelWidth(), window.strideWidth(), padding.left(), padding.right()),
        filters,
        inputs,
        1,
        window);
  }

  private long grown(long size, int kernel, int stride, int before, int after) {
    return window.padding().same() ? size * stride : (size - 1) * stride + kernel - before - after;
  }

  @Override
  public List<LayerParameter> parameters() {
    long height = window.kernelHeight();
    long width = window.kernelWidth();
    List<LayerParameter> parameters = new ArrayList<>();
    // Keras takes the axis before last for the inputs, which here is that of the outputs.
    parameters.add(
        LayerParameter.weight(
            WEIGHT,
            List.of(height, width, (long) filters, inputs),
            height * width * filters,
            height * width * inputs));
    if (bias) {
      parameters.add(LayerParameter.constant(BIAS, filters, LayerParameter.Role.BIAS));
    }
    return parameters;
  }

  @Override
  Object settings() {
    return new Settings(filters, window, bias, inputs);
  }

  @Override
  void acceptInput(InputType input) {
    inputs = image(getLayerName(), input).getChannels();
  }

  @Override
  InputType outputType(InputType input) {
    InputType.InputTypeConvolutional image = image(getLayerName(), input);
    ConvolutionShape shape =
        transpose(new long[] {1, image.getHeight(), image.getWidth(), image.getChannels()});
    return image(shape.height(), shape.width(), filters);
  }

  @Override
  Kernel kernel(Site site) {
    return new TransposedConvolutionKernel(this, site);
  }
}
