package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Optional;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution by oneDNN.
 *
 * <p>Images stay channels-last. The weights, which are small, are brought into the order that the
 * library likes best at each step, and their gradient back.
 */
final class OnednnConvolution implements ConvolutionProducts {
  /** Input channels up to which the older direct kernel of oneDNN 2.5.2 wins. */
  private static final long FEW_CHANNELS = 32;

  private final INDArray weight;
  private final INDArray bias;
  private final Optional<primitive_attr> takenIn;
  private final memory.desc source;
  private final memory.desc target;
  private final memory.desc biases;
  private final memory.desc anyWeights;
  private final memory.desc ourWeights;
  private final long[] strides;
  private final long[] dilations;
  private final long[] before;
  private final long[] after;
  private final convolution_forward.primitive_desc plan;
  private final WeightOrder forwardWeights;
  private final NativeOperation forward;
  private WeightOrder dataWeights;
  private NativeOperation data;
  private WeightOrder weightGradients;
  private NativeOperation weights;

  OnednnConvolution(ConvolutionShape shape, INDArray weight, INDArray bias, Elementwise function) {
    takenIn = Optional.ofNullable(function).flatMap(Elementwise::afterPrimitive);
    this.weight = weight;
    this.bias = bias;
    source = Onednn.channelsLast(shape.inputShape());
    target = Onednn.channelsLast(shape.outputShape());
    biases = bias == null ? new memory.desc() : Onednn.flat(shape.outputs());
    Window window = shape.window();
    Window.Frame frame = shape.frame();
    strides = new long[] {window.strideHeight(), window.strideWidth()};
    dilations = new long[] {window.dilationHeight() - 1, window.dilationWidth() - 1};
    before = new long[] {frame.top(), frame.left()};
    after = new long[] {frame.bottom(), frame.right()};
    long[] dimensions = weightDimensions(shape);
    anyWeights = Onednn.floats(memory.format_tag.any, dimensions);
    ourWeights = Onednn.strided(dimensions, weightStrides(shape));
    plan = plan(shape);
    forwardWeights = WeightOrder.to(ourWeights, plan.weights_desc());
    forward =
        new NativeOperation(new convolution_forward(plan))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_WEIGHTS, forwardWeights.memory())
            .with(DNNL_ARG_DST, target);
    if (bias != null) {
      forward.with(DNNL_ARG_BIAS, biases);
    }
  }

  /**
   * The library's first choice, but at few channels the second where that is the older direct
   * kernel: batches of small matrix products, the first choice, take up to 1.6 times as long there.
   */
  private convolution_forward.primitive_desc plan(ConvolutionShape shape) {
    convolution_forward.primitive_desc first = proposals();
    if (shape.inputsPerGroup() > FEW_CHANNELS || !name(first).startsWith("brgconv:")) {
      return first;
    }
    convolution_forward.primitive_desc second = proposals();
    return second.next_impl() && name(second).startsWith("jit:avx512") ? second : first;
  }

  private static String name(convolution_forward.primitive_desc plan) {
    return plan.impl_info_str().getString();
  }

  private convolution_forward.primitive_desc proposals() {
    return new convolution_forward.primitive_desc(
        new convolution_forward.desc(
            dnnl_forward_training,
            dnnl_convolution_direct,
            source,
            anyWeights,
            biases,
            target,
            strides,
            dilations,
            before,
            after),
        takenIn.orElseGet(primitive_attr::new),
        Onednn.engine());
  }

  /** oneDNN lists (groups,) outputs, inputs, height, width. */
  private static long[] weightDimensions(ConvolutionShape shape) {
    long outputs = shape.outputsPerGroup();
    long inputs = shape.inputsPerGroup();
    long height = shape.window().kernelHeight();
    long width = shape.window().kernelWidth();
    return shape.groups() == 1
        ? new long[] {outputs, inputs, height, width}
        : new long[] {shape.groups(), outputs, inputs, height, width};
  }

  /** Our order is height, width, inputs of a group, (groups,) outputs. */
  private static long[] weightStrides(ConvolutionShape shape) {
    long outputs = shape.outputs();
    long cell = shape.inputsPerGroup() * outputs;
    long row = shape.window().kernelWidth() * cell;
    return shape.groups() == 1
        ? new long[] {1, outputs, row, cell}
        : new long[] {shape.outputsPerGroup(), 1, outputs, row, cell};
  }

  @Override
  public boolean takesIn() {
    return takenIn.isPresent();
  }

  @Override
  public void forward(INDArray x, INDArray y) {
    forwardWeights.run(weight);
    forward.bind(DNNL_ARG_SRC, x).bind(DNNL_ARG_DST, y);
    if (bias != null) {
      forward.bind(DNNL_ARG_BIAS, bias);
    }
    forward.run();
  }

  @Override
  public void data(INDArray dy, INDArray dx) {
    if (data == null) {
      createData();
    }
    dataWeights.run(weight);
    data.bind(DNNL_ARG_DIFF_DST, dy).bind(DNNL_ARG_DIFF_SRC, dx).run();
  }

  private void createData() {
    convolution_backward_data.primitive_desc chosen =
        new convolution_backward_data.primitive_desc(
            new convolution_backward_data.desc(
                dnnl_convolution_direct,
                source,
                anyWeights,
                target,
                strides,
                dilations,
                before,
                after),
            Onednn.engine(),
            plan);
    dataWeights = WeightOrder.to(ourWeights, chosen.weights_desc());
    data =
        new NativeOperation(new convolution_backward_data(chosen))
            .with(DNNL_ARG_DIFF_SRC, source)
            .with(DNNL_ARG_WEIGHTS, dataWeights.memory())
            .with(DNNL_ARG_DIFF_DST, target);
  }

  @Override
  public void weights(INDArray x, INDArray dy, INDArray dw, INDArray db) {
    if (weights == null) {
      createWeights();
    }
    weights.bind(DNNL_ARG_SRC, x).bind(DNNL_ARG_DIFF_DST, dy);
    if (bias != null) {
      weights.bind(DNNL_ARG_DIFF_BIAS, db);
    }
    weights.run();
    weightGradients.run(dw);
  }

  private void createWeights() {
    convolution_backward_weights.primitive_desc chosen =
        new convolution_backward_weights.primitive_desc(
            new convolution_backward_weights.desc(
                dnnl_convolution_direct,
                source,
                anyWeights,
                biases,
                target,
                strides,
                dilations,
                before,
                after),
            Onednn.engine(),
            plan);
    weightGradients = WeightOrder.from(chosen.diff_weights_desc(), ourWeights);
    weights =
        new NativeOperation(new convolution_backward_weights(chosen))
            .with(DNNL_ARG_SRC, source)
            .with(DNNL_ARG_DIFF_DST, target)
            .with(DNNL_ARG_DIFF_WEIGHTS, weightGradients.memory());
    if (bias != null) {
      weights.with(DNNL_ARG_DIFF_BIAS, biases);
    }
  }
}
