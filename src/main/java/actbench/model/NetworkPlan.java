package actbench.model;

import java.util.List;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Everything that a trainable network is built from.
 *
 * @param activation the hidden activation function, used for every {@link Op.Activate}
 * @param penalties applied to kernels alone, as in Keras
 * @param decay applied to every trainable weight
 * @param seed the run's root seed, for the streams of layers that draw
 */
public record NetworkPlan(
    Blueprint blueprint,
    IActivation activation,
    IUpdater updater,
    List<Regularization> penalties,
    List<Regularization> decay,
    long seed) {
  public NetworkPlan {
    penalties = List.copyOf(penalties);
    decay = List.copyOf(decay);
  }
}
