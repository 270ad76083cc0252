package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** The largest or mean value under a window that slides over each channel of an image. */
public final class Pooling extends EngineLayer {
  private static final long serialVersionUID = 1L;

  /** What is taken of the values under the window. Padding never takes part in a maximum. */
  public enum Kind {
    MAXIMUM,
    /** The mean of the cells inside the image, as Keras has it. */
    MEAN,
    /** The sum divided by all cells of the window, padding too. */
    MEAN_WITH_PADDING
  }

  private record Settings(Kind kind, Window window) {}

  @JsonProperty private Kind kind;
  @JsonProperty private Window window;

  private Pooling() {}

  /** A pooling of this kind. */
  public Pooling(Kind kind, Window window) {
    this.kind = kind;
    this.window = window;
  }

  /** The maximum over squares that do not overlap. */
  public static Pooling maximum(int size) {
    return new Pooling(Kind.MAXIMUM, Window.square(size).stride(size));
  }

  /** The mean over squares that do not overlap. */
  public static Pooling mean(int size) {
    return new Pooling(Kind.MEAN, Window.square(size).stride(size));
  }

  Kind kind() {
    return kind;
  }

  Window window() {
    return window;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return new Settings(kind, window);
  }

  @Override
  void acceptInput(InputType input) {
    image(getLayerName(), input);
  }

  @Override
  InputType outputType(InputType input) {
    InputType.InputTypeConvolutional image = image(getLayerName(), input);
    Window.Frame frame = window.over(image.getHeight(), image.getWidth());
    return image(frame.height(), frame.width(), image.getChannels());
  }

  @Override
  Kernel kernel(Site site) {
    return site.onednn()
        ? new OnednnPooling(shape -> window, kind, site)
        : new PlainPooling(shape -> window, kind, site);
  }
}
