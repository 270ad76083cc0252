package actbench.engine;

import actbench.activation.ElementFunction;
import actbench.activation.NeuralActivation;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The sum of two branches of one shape, and an activation of it if wanted. */
public final class ResidualAdd extends EngineVertex {
  private static final long serialVersionUID = 1L;

  @JsonProperty private NeuralActivation activation;

  /** The sum alone. */
  public ResidualAdd() {}

  /** The sum with a function applied. */
  public ResidualAdd(ElementFunction function) {
    activation = new NeuralActivation(function);
  }

  @Override
  public ResidualAdd clone() {
    ResidualAdd copy = new ResidualAdd();
    copy.activation = activation;
    return copy;
  }

  @Override
  VertexKernel kernel(Site site) {
    return new AddKernel(
        site,
        activation == null ? null : Elementwise.of((ElementFunction) activation.function(), site));
  }

  @Override
  Object settings() {
    return activation == null ? List.of() : List.of(activation);
  }

  @Override
  int[] inputs() {
    return new int[] {2, 2};
  }

  @Override
  InputType outputType(InputType... inputs) {
    if (inputs.length != 2 || !inputs[0].equals(inputs[1])) {
      throw new IllegalArgumentException(
          "a residual sum takes two inputs of one shape, found " + List.of(inputs));
    }
    return inputs[0];
  }
}
