package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;

/**
 * Multiplies each channel of an image, the first input, by a number of its own out of a row, the
 * second input: the gate of squeeze-and-excitation.
 */
public final class ChannelScale extends EngineVertex {
  private static final long serialVersionUID = 1L;

  /** A scale of whatever its inputs are. */
  public ChannelScale() {}

  @Override
  public ChannelScale clone() {
    return new ChannelScale();
  }

  @Override
  VertexKernel kernel(Site site) {
    return new ChannelScaleKernel(site);
  }

  @Override
  Object settings() {
    return List.of();
  }

  @Override
  int[] inputs() {
    return new int[] {2, 2};
  }

  @Override
  InputType outputType(InputType... inputs) {
    long channels = EngineLayer.image("channel scale", inputs[0]).getChannels();
    if (inputs[1].arrayElementsPerExample() != channels) {
      throw new IllegalArgumentException(
          "a scale of %d channels takes as many numbers, found %s".formatted(channels, inputs[1]));
    }
    return inputs[0];
  }
}
