package actbench.engine;

import actbench.activation.ElementFunction;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An activation by itself. Where it follows a layer that can apply it, giving it to that layer
 * saves a copy of the data; the results are the same.
 */
public final class ActivationLayer extends EngineLayer {
  private static final long serialVersionUID = 1L;

  private ActivationLayer() {}

  /** A layer that applies this function. */
  public ActivationLayer(ElementFunction function) {
    applyAfter(function);
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return List.of();
  }

  @Override
  void acceptInput(InputType input) {}

  @Override
  InputType outputType(InputType input) {
    return input;
  }

  @Override
  Kernel kernel(Site site) {
    return new Alone(Elementwise.of(function().orElseThrow(), site), site.buffer(), site.buffer());
  }

  @Override
  boolean appliesFunctionItself() {
    return true;
  }

  /** The input may serve other layers, so nothing happens in place here. */
  private static final class Alone implements Kernel {
    private final Elementwise function;
    private final Buffer output;
    private final Buffer inputGradient;
    private INDArray seen;
    private ResponseWatch watch;

    Alone(Elementwise function, Buffer output, Buffer inputGradient) {
      this.function = function;
      this.output = output;
      this.inputGradient = inputGradient;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
      if (watch != null && !training) {
        watch.see(input, function::backward);
      }
      INDArray result = output.of(input.shape());
      function.forward(input, result, training);
      seen = input;
      return result;
    }

    @Override
    public void watch(ResponseWatch next) {
      watch = next;
    }

    @Override
    public void startStep(int step) {
      function.startStep(step);
    }

    @Override
    public INDArray backward(INDArray gradient) {
      INDArray result = inputGradient.of(gradient.shape());
      function.backward(seen, gradient, result);
      return result;
    }
  }
}
