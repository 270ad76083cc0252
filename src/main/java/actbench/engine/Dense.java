package actbench.engine;

import actbench.activation.ElementFunction;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Every output is a weighted sum of all inputs. Images must pass a {@link Flatten} layer first. */
public final class Dense extends EngineLayer {
  private static final long serialVersionUID = 1L;

  static final String WEIGHT = "W";
  static final String BIAS = "b";

  private record Settings(long units, boolean bias, long inputs) {}

  @JsonProperty private long units;
  @JsonProperty private boolean bias;
  @JsonProperty private long inputs;

  private Dense() {}

  /** A layer with so many outputs and a bias. */
  public Dense(long units) {
    if (units < 1) {
      throw new IllegalArgumentException("a dense layer of " + units + " units");
    }
    this.units = units;
    this.bias = true;
  }

  /** Leaves the bias out. */
  public Dense withoutBias() {
    bias = false;
    return this;
  }

  /** Applies a function to the output. */
  public Dense activation(ElementFunction function) {
    applyAfter(function);
    return this;
  }

  long units() {
    return units;
  }

  long inputs() {
    return inputs;
  }

  @Override
  public List<LayerParameter> parameters() {
    List<LayerParameter> parameters = new ArrayList<>();
    parameters.add(LayerParameter.weight(WEIGHT, List.of(inputs, units), inputs, units));
    if (bias) {
      parameters.add(LayerParameter.constant(BIAS, units, LayerParameter.Role.BIAS));
    }
    return parameters;
  }

  @Override
  Object settings() {
    return new Settings(units, bias, inputs);
  }

  @Override
  void acceptInput(InputType input) {
    if (!(input instanceof InputType.InputTypeFeedForward features)) {
      throw new IllegalArgumentException(
          "layer '%s' takes features, found %s; put a Flatten layer before it"
              .formatted(getLayerName(), input));
    }
    inputs = features.getSize();
  }

  @Override
  InputType outputType(InputType input) {
    return InputType.feedForward(units);
  }

  @Override
  Kernel kernel(Site site) {
    return site.onednn() ? new OnednnDense(this, site) : new PlainDense(this, site);
  }
}
