package actbench.engine;

import actbench.activation.ElementFunction;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Batch normalisation over the channels of images or the features of rows: {@code y = gamma (x -
 * mean) / sqrt(variance + epsilon) + beta}.
 *
 * <p>Training uses the mean and the biased variance of the batch, inference the running ones:
 * {@code running = momentum running + (1 - momentum) batch}, as Keras counts momentum. Running
 * statistics are stored as parameters whose gradient is always 0, so that every updater that does
 * nothing on a zero gradient leaves them alone. A backward pass after inference takes them for
 * constants.
 */
public final class BatchNormalization extends EngineLayer {
  private static final long serialVersionUID = 1L;

  static final String GAMMA = "gamma";
  static final String BETA = "beta";
  static final String MEAN = "mean";
  static final String VARIANCE = "var";

  /** Which variance of a batch of n values enters the running variance. */
  public enum RunningVariance {
    /** Divisor n. */
    BIASED,
    /** Divisor n - 1: PyTorch, and TensorFlow's fused operation. */
    UNBIASED,
    /** Divisor n - 1 - epsilon: Keras 2.2. */
    KERAS22;

    /** The factor on the biased variance; 1 for a single value, where there is no other. */
    double factor(long n, double epsilon) {
      if (n == 1) {
        return 1;
      }
      return switch (this) {
        case BIASED -> 1;
        case UNBIASED -> n / (n - 1.0);
        case KERAS22 -> n / (n - (1.0 + epsilon));
      };
    }
  }

  private record Settings(
      double momentum, double epsilon, boolean affine, RunningVariance running, long channels) {}

  @JsonProperty private double momentum = 0.99;
  @JsonProperty private double epsilon = 1e-3;
  @JsonProperty private boolean affine = true;
  @JsonProperty private RunningVariance runningVariance = RunningVariance.KERAS22;
  @JsonProperty private long channels;

  /** Keras' defaults: momentum 0.99, epsilon 0.001, its running variance, with gamma and beta. */
  public BatchNormalization() {}

  /** The share of the old running statistics that stays at each step. */
  public BatchNormalization momentum(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("momentum is " + share + "; expected 0 to 1");
    }
    momentum = share;
    return this;
  }

  /** What is added to the variance. */
  public BatchNormalization epsilon(double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("epsilon is " + value + "; expected a positive number");
    }
    epsilon = value;
    return this;
  }

  /** Leaves gamma and beta out. */
  public BatchNormalization withoutScaleAndShift() {
    affine = false;
    return this;
  }

  /** Which variance enters the running variance. */
  public BatchNormalization runningVariance(RunningVariance convention) {
    runningVariance = convention;
    return this;
  }

  /** Applies a function to the output. */
  public BatchNormalization activation(ElementFunction function) {
    applyAfter(function);
    return this;
  }

  double momentum() {
    return momentum;
  }

  double epsilon() {
    return epsilon;
  }

  boolean affine() {
    return affine;
  }

  long channels() {
    return channels;
  }

  /** The running variance after a batch in which n values of a channel had a biased variance. */
  double updatedVariance(double running, double biased, long n) {
    return momentum * running + (1 - momentum) * biased * runningVariance.factor(n, epsilon);
  }

  double updatedMean(double running, double mean) {
    return momentum * running + (1 - momentum) * mean;
  }

  @Override
  public List<LayerParameter> parameters() {
    List<LayerParameter> parameters = new ArrayList<>();
    if (affine) {
      parameters.add(LayerParameter.constant(GAMMA, channels, LayerParameter.Role.GAMMA));
      parameters.add(LayerParameter.constant(BETA, channels, LayerParameter.Role.BETA));
    }
    parameters.add(LayerParameter.constant(MEAN, channels, LayerParameter.Role.MEAN));
    parameters.add(LayerParameter.constant(VARIANCE, channels, LayerParameter.Role.VARIANCE));
    return parameters;
  }

  @Override
  Object settings() {
    return new Settings(momentum, epsilon, affine, runningVariance, channels);
  }

  @Override
  void acceptInput(InputType input) {
    channels =
        input instanceof InputType.InputTypeFeedForward features
            ? features.getSize()
            : image(getLayerName(), input).getChannels();
  }

  @Override
  InputType outputType(InputType input) {
    return input;
  }

  @Override
  Kernel kernel(Site site) {
    return site.onednn()
        ? new OnednnBatchNormalization(this, site)
        : new PlainBatchNormalization(this, site);
  }
}
