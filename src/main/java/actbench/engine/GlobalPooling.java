package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The largest or mean value of each channel of an image: batch, channels. */
public final class GlobalPooling extends EngineLayer {
  private static final long serialVersionUID = 1L;

  private record Settings(Pooling.Kind kind) {}

  @JsonProperty private Pooling.Kind kind;

  private GlobalPooling() {}

  /** A pooling of this kind. */
  public GlobalPooling(Pooling.Kind kind) {
    this.kind = kind;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return new Settings(kind);
  }

  @Override
  void acceptInput(InputType input) {
    image(getLayerName(), input);
  }

  @Override
  InputType outputType(InputType input) {
    return InputType.feedForward(image(getLayerName(), input).getChannels());
  }

  private static Window whole(long[] shape) {
    return new Window((int) shape[1], (int) shape[2], 1, 1, 1, 1, Padding.VALID);
  }

  @Override
  Kernel kernel(Site site) {
    Kernel pooling =
        site.onednn()
            ? new OnednnPooling(GlobalPooling::whole, kind, site)
            : new PlainPooling(GlobalPooling::whole, kind, site);
    return new WithoutSides(pooling);
  }

  /** Drops the height and width of 1 that are left. */
  private record WithoutSides(Kernel pooling) implements Kernel {
    @Override
    public INDArray forward(INDArray input, boolean training) {
      INDArray result = pooling.forward(input, training);
      return result.reshape('c', result.size(0), result.size(3));
    }

    @Override
    public INDArray backward(INDArray gradient) {
      return pooling.backward(gradient.reshape('c', gradient.size(0), 1, 1, gradient.size(1)));
    }
  }
}
