package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays the pixels of an image side by side: height, width, channels, the last running fastest. */
public final class Flatten extends EngineLayer {
  private static final long serialVersionUID = 1L;

  /** A layer that flattens whatever comes. */
  public Flatten() {}

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
    return InputType.feedForward(input.arrayElementsPerExample());
  }

  @Override
  Kernel kernel(Site site) {
    return new Reshape();
  }

  private static final class Reshape implements Kernel {
    private long[] seen;

    @Override
    public INDArray forward(INDArray input, boolean training) {
      seen = input.shape();
      return input.reshape('c', input.size(0), input.length() / input.size(0));
    }

    @Override
    public INDArray backward(INDArray gradient) {
      return gradient.reshape('c', seen);
    }
  }
}
