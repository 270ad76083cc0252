package actbench.model;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Flattens images that are channels first into rows, columns, channels.
 *
 * <p>Deeplearning4j's own flattening puts channels first, so that the weights behind it would mean
 * something else than Keras' and the engine's.
 */
final class ChannelsLastFlatten implements InputPreProcessor {
  private static final long serialVersionUID = 1L;

  private final Shape shape;

  ChannelsLastFlatten(Shape shape) {
    this.shape = shape;
  }

  @Override
  public INDArray preProcess(INDArray input, int examples, LayerWorkspaceMgr memory) {
    INDArray flat = input.permute(0, 2, 3, 1).dup('c').reshape('c', input.size(0), shape.size());
    return memory.leverageTo(ArrayType.ACTIVATIONS, flat);
  }

  @Override
  public INDArray backprop(INDArray gradient, int examples, LayerWorkspaceMgr memory) {
    INDArray images =
        gradient
            .dup('c')
            .reshape('c', gradient.size(0), shape.height(), shape.width(), shape.channels())
            .permute(0, 3, 1, 2)
            .dup('c');
    return memory.leverageTo(ArrayType.ACTIVATION_GRAD, images);
  }

  @Override
  public InputType getOutputType(InputType input) {
    return InputType.feedForward(shape.size());
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArray(
      INDArray mask, MaskState state, int examples) {
    return new Pair<>(mask, state);
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Immutable.
  public InputPreProcessor clone() {
    return this;
  }
}
