package actbench.engine;

import actbench.activation.ActivationException;
import actbench.activation.ElementFunction;
import actbench.activation.NeuralActivation;
import actbench.activation.learned.LearnedFunction;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * An activation whose parameters are learned with the network's weights.
 *
 * <p>There is a value of each parameter for the layer, or for each channel of images or feature of
 * rows. They are updated by the network's optimizer and never regularised: a penalty would pull a
 * slope towards 0, and the function with it towards ReLU (He et al. 2015, section 2).
 */
public final class LearnedActivation extends EngineLayer {
  private static final long serialVersionUID = 1L;

  private record Settings(NeuralActivation start, boolean perChannel, long channels) {}

  @JsonProperty private NeuralActivation start;
  @JsonProperty private boolean perChannel;
  @JsonProperty private long channels;

  private LearnedActivation() {}

  /**
   * A layer that learns all trainable parameters of a function.
   *
   * @param function with the values that the parameters start at
   * @param perChannel whether each channel or feature has values of its own
   * @throws ActivationException if the function has nothing to learn
   */
  public LearnedActivation(ElementFunction function, boolean perChannel) {
    start = new NeuralActivation(LearnedFunction.of(function).start());
    this.perChannel = perChannel;
  }

  LearnedFunction learned() {
    return LearnedFunction.of((ElementFunction) start.function());
  }

  @Override
  public List<LayerParameter> parameters() {
    List<LayerParameter> parameters = new ArrayList<>();
    for (String name : learned().names()) {
      parameters.add(
          LayerParameter.activation(name, perChannel ? channels : 1, start.parameters().get(name)));
    }
    return parameters;
  }

  @Override
  Object settings() {
    return new Settings(start, perChannel, channels);
  }

  @Override
  void acceptInput(InputType input) {
    channels =
        input instanceof InputType.InputTypeFeedForward features
            ? features.getSize()
            : image(getLayerName(), input).getChannels();
  }

  @Override
  InputType outputType(InputType input) {
    return input;
  }

  @Override
  Kernel kernel(Site site) {
    return new LearnedActivationKernel(learned(), Math.toIntExact(channels), site);
  }
}
