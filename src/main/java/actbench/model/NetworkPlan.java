package actbench.model;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Everything that a trainable network is built from.
 *
 * @param activation the hidden activation function, used for every {@link Op.Activate}
 * @param penalties applied to kernels alone, as in Keras
 * @param decay applied to kernels and biases
 * @param seed the run's root seed, for the streams of layers that draw
 */
public record NetworkPlan(
    Blueprint blueprint,
    HiddenActivation activation,
    IUpdater updater,
    List<Regularization> penalties,
    List<Regularization> decay,
    long seed) {
  public NetworkPlan {
    penalties = List.copyOf(penalties);
    decay = List.copyOf(decay);
  }

  /**
   * Tells a layer what it is to be penalised for.
   *
   * <p>Layer by layer, since Deeplearning4j applies a regularization of ours twice when the whole
   * network is given it.
   */
  <T extends BaseLayer> T regularize(T layer) {
    layer.setRegularization(Stream.concat(penalties.stream(), decay.stream()).toList());
    layer.setRegularizationBias(decay);
    return layer;
  }
}
