package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Deals the channels of each group out to all groups: channel {@code g * size + i} comes to {@code
 * i * groups + g}.
 */
public final class ChannelShuffle extends EngineLayer {
  private static final long serialVersionUID = 1L;

  private record Settings(int groups) {}

  @JsonProperty private int groups;

  private ChannelShuffle() {}

  /** A shuffle of so many groups. */
  public ChannelShuffle(int groups) {
    this.groups = groups;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return new Settings(groups);
  }

  @Override
  void acceptInput(InputType input) {
    long channels = image(getLayerName(), input).getChannels();
    if (channels % groups != 0) {
      throw new IllegalArgumentException(
          "layer '%s': %d channels do not split into %d groups"
              .formatted(getLayerName(), channels, groups));
    }
  }

  @Override
  InputType outputType(InputType input) {
    return input;
  }

  @Override
  Kernel kernel(Site site) {
    return new ShuffleKernel(groups, site);
  }

  private static final class ShuffleKernel implements Kernel {
    private record Copies(StridedCopy there, StridedCopy back) {}

    private final int groups;
    private final Site site;
    private final Buffer output;
    private final Buffer inputGradient;
    private final BatchSizes<Copies> copies = new BatchSizes<>();

    ShuffleKernel(int groups, Site site) {
      this.groups = groups;
      this.site = site;
      output = site.buffer();
      inputGradient = site.buffer();
    }

    private Copies copies(long[] input) {
      return copies.get(
          input,
          shape -> {
            long rows = shape[0] * shape[1] * shape[2];
            long size = shape[3] / groups;
            return new Copies(
                StridedCopy.transpose(site, rows, groups, size),
                StridedCopy.transpose(site, rows, size, groups));
          });
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
      INDArray result = output.of(input.shape());
      copies(input.shape()).there().run(input, 0, result, 0);
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient) {
      INDArray result = inputGradient.of(gradient.shape());
      copies(gradient.shape()).back().run(gradient, 0, result, 0);
      return result;
    }
  }
}
