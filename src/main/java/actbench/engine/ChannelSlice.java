package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** Some channels of an image that lie side by side. */
public final class ChannelSlice extends EngineLayer {
  private static final long serialVersionUID = 1L;

  private record Settings(long from, long to) {}

  @JsonProperty private long from;
  @JsonProperty private long to;

  private ChannelSlice() {}

  /** The channels {@code from <= c < to}. */
  public ChannelSlice(long from, long to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return new Settings(from, to);
  }

  @Override
  void acceptInput(InputType input) {
    long channels = image(getLayerName(), input).getChannels();
    if (from < 0 || to > channels || from >= to) {
      throw new IllegalArgumentException(
          "layer '%s': channels %d to %d of %d".formatted(getLayerName(), from, to, channels));
    }
  }

  @Override
  InputType outputType(InputType input) {
    InputType.InputTypeConvolutional image = image(getLayerName(), input);
    return image(image.getHeight(), image.getWidth(), to - from);
  }

  @Override
  Kernel kernel(Site site) {
    return new SliceKernel(site);
  }

  private final class SliceKernel implements Kernel {
    private record Copies(StridedCopy there, StridedCopy back) {}

    private final Site site;
    private final Buffer output;
    private final Buffer inputGradient;
    private final BatchSizes<Copies> copies = new BatchSizes<>();
    private long[] seen;

    SliceKernel(Site site) {
      this.site = site;
      output = site.buffer();
      inputGradient = site.buffer();
    }

    private Copies copies() {
      return copies.get(
          seen,
          shape -> {
            long rows = shape[0] * shape[1] * shape[2];
            long columns = to - from;
            return new Copies(
                StridedCopy.columns(site, rows, columns, shape[3], columns),
                StridedCopy.columns(site, rows, columns, columns, shape[3]));
          });
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
      seen = input.shape();
      INDArray result = output.of(seen[0], seen[1], seen[2], to - from);
      copies().there().run(input, from, result, 0);
      return result;
    }

    @Override
    public INDArray backward(INDArray gradient) {
      INDArray result = inputGradient.of(seen).assign(0);
      copies().back().run(gradient, 0, result, from);
      return result;
    }
  }
}
