package actbench.engine;

import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Sets a random share of the values to 0 in training and divides the others by the share that is
 * kept.
 *
 * <p>Which values go depends on the network's seed, the layer's name and the number of the training
 * step, and on nothing else: two networks that differ in their activation drop the same ones.
 */
public final class Dropout extends EngineLayer {
  private static final long serialVersionUID = 1L;

  private record Settings(double rate, boolean wholeChannels) {}

  @JsonProperty private double rate;
  @JsonProperty private boolean wholeChannels;

  private Dropout() {}

  /** Drops this share of the values, 0 to below 1. */
  public Dropout(double rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout rate is " + rate + "; expected 0 to below 1");
    }
    this.rate = rate;
  }

  /** Drops whole channels of an image instead of single values. */
  public Dropout wholeChannels() {
    wholeChannels = true;
    return this;
  }

  @Override
  public List<LayerParameter> parameters() {
    return List.of();
  }

  @Override
  Object settings() {
    return new Settings(rate, wholeChannels);
  }

  @Override
  void acceptInput(InputType input) {}

  @Override
  InputType outputType(InputType input) {
    return input;
  }

  @Override
  Kernel kernel(Site site) {
    return new DropoutKernel(rate, wholeChannels, site);
  }
}
