package actbench.engine;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;

/** Lays the channels of several images, or the features of several rows, side by side. */
public final class Concatenation extends EngineVertex {
  private static final long serialVersionUID = 1L;

  /** A concatenation of whatever its inputs are. */
  public Concatenation() {}

  @Override
  public Concatenation clone() {
    return new Concatenation();
  }

  @Override
  VertexKernel kernel(Site site) {
    return new ConcatenationKernel(site);
  }

  @Override
  Object settings() {
    return List.of();
  }

  @Override
  int[] inputs() {
    return new int[] {1, Integer.MAX_VALUE};
  }

  @Override
  InputType outputType(InputType... inputs) {
    if (inputs[0] instanceof InputType.InputTypeFeedForward) {
      return InputType.feedForward(
          Arrays.stream(inputs).mapToLong(InputType::arrayElementsPerExample).sum());
    }
    InputType.InputTypeConvolutional first = EngineLayer.image("concatenation", inputs[0]);
    long channels = 0;
    for (InputType input : inputs) {
      InputType.InputTypeConvolutional image = EngineLayer.image("concatenation", input);
      if (image.getHeight() != first.getHeight() || image.getWidth() != first.getWidth()) {
        throw new IllegalArgumentException(
            "a concatenation takes images of one size, found " + Arrays.toString(inputs));
      }
      channels += image.getChannels();
    }
    return EngineLayer.image(first.getHeight(), first.getWidth(), channels);
  }
}
