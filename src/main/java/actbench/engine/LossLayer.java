package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The end of a network: takes logits, gives outputs, and in training the loss and its gradient. It
 * has no weights; a {@link Dense} layer without activation usually comes before it.
 *
 * <p>The score of a batch is the mean over its examples. For images, softmax acts over the channels
 * of each pixel, and each pixel counts as an example of its own divided by the number of pixels.
 */
public final class LossLayer extends EngineLayer {
  private static final long serialVersionUID = 1L;

  @JsonProperty private Loss loss;

  private LossLayer() {}

  /** A layer with this loss. */
  public LossLayer(Loss loss) {
    this.loss = loss;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return loss;
  }

  @Override
  void acceptInput(InputType input) {}

  @Override
  InputType outputType(InputType input) {
    return input;
  }

  @Override
  LossKernel kernel(Site site) {
    return new LossKernel(loss, site);
  }
}
