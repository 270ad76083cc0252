package actbench.engine;

import actbench.activation.ElementFunction;
import actbench.activation.NeuralActivation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * What Deeplearning4j saves of a layer of ours.
 *
 * <p>Images are batch, height, width, channels; other data batch, features. An activation, where a
 * layer has one, is applied to its output. Of the parameters only weights are regularised, and
 * biases if the network asks for it.
 */
public abstract sealed class EngineLayer extends BaseLayer
    permits ActivationLayer,
        BatchNormalization,
        CapsuleRouting,
        ChannelShuffle,
        ChannelSlice,
        Convolution,
        Dense,
        Dropout,
        Flatten,
        GlobalPooling,
        LearnedActivation,
        LossLayer,
        Multiplication,
        Pooling,
        TransposedConvolution {
  private static final long serialVersionUID = 1L;

  EngineLayer() {
    // Left null, Deeplearning4j would put the network's default here, which is the sigmoid.
    setActivationFn(new ActivationIdentity());
  }

  /** The parameters in the order they have in memory; known once the network is configured. */
  public abstract List<LayerParameter> parameters();

  /** All that makes two layers of one class differ, apart from what Deeplearning4j keeps. */
  abstract Object settings();

  abstract InputType outputType(InputType input);

  /** Takes the number of inputs from the layer below. */
  abstract void acceptInput(InputType input);

  abstract Kernel kernel(Site site);

  /** The function applied to the output, if any. */
  Optional<ElementFunction> function() {
    return getActivationFn() instanceof NeuralActivation neural
            && neural.function() instanceof ElementFunction element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** Whether {@link #kernel} applies the function; otherwise it is applied to what comes out. */
  boolean appliesFunctionItself() {
    return false;
  }

  final void applyAfter(ElementFunction function) {
    setActivationFn(new NeuralActivation(function));
  }

  static InputType.InputTypeConvolutional image(String layer, InputType input) {
    if (input instanceof InputType.InputTypeConvolutional image) {
      if (image.getFormat() != CNN2DFormat.NHWC) {
        throw new IllegalArgumentException(
            "layer '" + layer + "' takes channels-last images (NHWC), found " + image.getFormat());
      }
      return image;
    }
    throw new IllegalArgumentException("layer '" + layer + "' takes images, found " + input);
  }

  static InputType image(long height, long width, long channels) {
    return InputType.convolutional(height, width, channels, CNN2DFormat.NHWC);
  }

  @Override
  public final org.deeplearning4j.nn.api.Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    LayerRuntime runtime =
        this instanceof LossLayer
            ? new LossRuntime(conf, type, parameters, initialize)
            : new LayerRuntime(conf, type, parameters, initialize);
    runtime.setListeners(listeners);
    runtime.setIndex(index);
    return runtime;
  }

  @Override
  public final ParamInitializer initializer() {
    return EngineInitializer.INSTANCE;
  }

  @Override
  public final InputType getOutputType(int layerIndex, InputType inputType) {
    return outputType(inputType);
  }

  @Override
  public final void setNIn(InputType inputType, boolean override) {
    acceptInput(inputType);
  }

  @Override
  public final InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  @Override
  public final boolean isPretrainParam(String paramName) {
    return false;
  }

  @Override
  public final List<Regularization> getRegularizationByParam(String paramName) {
    return switch (parameter(paramName).role()) {
      case WEIGHT -> getRegularization();
      case BIAS -> getRegularizationBias();
      case GAMMA, BETA, MEAN, VARIANCE, ACTIVATION -> null;
    };
  }

  final LayerParameter parameter(String key) {
    return parameters().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "layer '" + getLayerName() + "' has no parameter '" + key + "'"));
  }

  @Override
  public final LayerMemoryReport getMemoryReport(InputType inputType) {
    InputType output = outputType(inputType);
    long parameters = parameters().stream().mapToLong(LayerParameter::length).sum();
    return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, output)
        .standardMemory(parameters, parameters)
        .workingMemory(0, 0, 0, 2 * output.arrayElementsPerExample())
        .cacheMemory(0, 0)
        .build();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof EngineLayer layer
        && layer.getClass() == getClass()
        && super.equals(other)
        && settings().equals(layer.settings());
  }

  @Override
  protected final boolean canEqual(Object other) {
    return other instanceof EngineLayer;
  }

  @Override
  public final int hashCode() {
    return Objects.hash(getLayerName(), settings());
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + settings();
  }
}
