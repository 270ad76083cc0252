package actbench.engine;

import static org.bytedeco.dnnl.global.dnnl.*;

import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense layer by oneDNN, straight on the network's weights. */
final class OnednnDense implements Kernel {
  private final Dense layer;
  private final INDArray weight;
  private final INDArray bias;
  private final Buffer output;
  private final Buffer inputGradient;
  private final BatchSizes<Pass> passes = new BatchSizes<>();
  private INDArray weightGradient;
  private INDArray biasGradient;
  private Optional<primitive_attr> takenIn = Optional.empty();
  private boolean skipInputGradient;
  private INDArray seen;

  OnednnDense(Dense layer, Site site) {
    this.layer = layer;
    weight = site.parameter(Dense.WEIGHT);
    bias = site.parameter(Dense.BIAS);
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public void bindGradients(Map<String, INDArray> gradients) {
    weightGradient = gradients.get(Dense.WEIGHT);
    biasGradient = gradients.get(Dense.BIAS);
  }

  @Override
  public Share takeIn(Elementwise function) {
    takenIn = function.afterPrimitive();
    return takenIn.isPresent() ? Share.FORWARD : Share.NONE;
  }

  @Override
  public void skipInputGradient() {
    skipInputGradient = true;
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    seen = input;
    INDArray result = output.of(input.size(0), layer.units());
    NativeOperation forward =
        pass(input)
            .forward
            .bind(DNNL_ARG_SRC, input)
            .bind(DNNL_ARG_WEIGHTS, weight)
            .bind(DNNL_ARG_DST, result);
    if (bias != null) {
      forward.bind(DNNL_ARG_BIAS, bias);
    }
    forward.run();
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    Pass pass = pass(seen);
    NativeOperation weights =
        pass.weights
            .bind(DNNL_ARG_SRC, seen)
            .bind(DNNL_ARG_DIFF_DST, gradient)
            .bind(DNNL_ARG_DIFF_WEIGHTS, weightGradient);
    if (bias != null) {
      weights.bind(DNNL_ARG_DIFF_BIAS, biasGradient);
    }
    weights.run();
    if (skipInputGradient) {
      return null;
    }
    INDArray result = inputGradient.of(seen.shape());
    pass.data
        .bind(DNNL_ARG_DIFF_DST, gradient)
        .bind(DNNL_ARG_WEIGHTS, weight)
        .bind(DNNL_ARG_DIFF_SRC, result)
        .run();
    return result;
  }

  private Pass pass(INDArray input) {
    return passes.get(input.shape(), shape -> new Pass(shape[0]));
  }

  /** The primitives for one size of batch. */
  private final class Pass {
    private final NativeOperation forward;
    private final NativeOperation data;
    private final NativeOperation weights;

    Pass(long batch) {
      memory.desc source = Onednn.floats(memory.format_tag.ab, batch, layer.inputs());
      memory.desc target = Onednn.floats(memory.format_tag.ab, batch, layer.units());
      // oneDNN lists outputs first; in memory the inputs come first.
      memory.desc matrix = Onednn.floats(memory.format_tag.ba, layer.units(), layer.inputs());
      memory.desc biases = bias == null ? new memory.desc() : Onednn.flat(layer.units());
      inner_product_forward.primitive_desc plan =
          new inner_product_forward.primitive_desc(
              new inner_product_forward.desc(dnnl_forward_training, source, matrix, biases, target),
              takenIn.orElseGet(primitive_attr::new),
              Onednn.engine());
      forward =
          new NativeOperation(new inner_product_forward(plan))
              .with(DNNL_ARG_SRC, source)
              .with(DNNL_ARG_WEIGHTS, matrix)
              .with(DNNL_ARG_DST, target);
      data =
          new NativeOperation(
                  new inner_product_backward_data(
                      new inner_product_backward_data.primitive_desc(
                          new inner_product_backward_data.desc(source, matrix, target),
                          Onednn.engine(),
                          plan)))
              .with(DNNL_ARG_DIFF_SRC, source)
              .with(DNNL_ARG_WEIGHTS, matrix)
              .with(DNNL_ARG_DIFF_DST, target);
      weights =
          new NativeOperation(
                  new inner_product_backward_weights(
                      new inner_product_backward_weights.primitive_desc(
                          new inner_product_backward_weights.desc(source, matrix, biases, target),
                          Onednn.engine(),
                          plan)))
              .with(DNNL_ARG_SRC, source)
              .with(DNNL_ARG_DIFF_WEIGHTS, matrix)
              .with(DNNL_ARG_DIFF_DST, target);
      if (bias != null) {
        forward.with(DNNL_ARG_BIAS, biases);
        weights.with(DNNL_ARG_DIFF_BIAS, biases);
      }
    }
  }
}
