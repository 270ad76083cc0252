package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Multiplies everything by a fixed number. */
public final class Multiplication extends EngineLayer {
  private static final long serialVersionUID = 1L;

  private record Settings(double factor) {}

  @JsonProperty private double factor;

  private Multiplication() {}

  /** A multiplication by this number. */
  public Multiplication(double factor) {
    this.factor = factor;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return new Settings(factor);
  }

  @Override
  void acceptInput(InputType input) {}

  @Override
  InputType outputType(InputType input) {
    return input;
  }

  @Override
  Kernel kernel(Site site) {
    return new Product(factor, site.buffer(), site.buffer());
  }

  private record Product(double factor, Buffer output, Buffer inputGradient) implements Kernel {
    @Override
    public INDArray forward(INDArray input, boolean training) {
      return input.muli(factor, output.of(input.shape()));
    }

    @Override
    public INDArray backward(INDArray gradient) {
      return gradient.muli(factor, inputGradient.of(gradient.shape()));
    }
  }
}
