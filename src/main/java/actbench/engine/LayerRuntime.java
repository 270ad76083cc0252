package actbench.engine;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * A layer of ours at work in a network: it keeps the views of the parameters and gradients, and
 * leaves the arithmetic to a {@link Kernel}.
 */
class LayerRuntime extends AbstractLayer<EngineLayer> {
  private static final long serialVersionUID = 1L;

  private final INDArray flatParameters;
  private final Map<String, INDArray> parameters;
  private final transient Kernel kernel;
  private final String kind;
  private final transient Buffer orderedInput;
  private final transient Buffer orderedGradient;
  private transient INDArray flatGradients;
  private transient Map<String, INDArray> gradients = Map.of();

  LayerRuntime(
      NeuralNetConfiguration conf, DataType type, INDArray parametersView, boolean initialize) {
    super(conf, type);
    flatParameters = parametersView;
    parameters =
        parametersView == null
            ? Map.of()
            : EngineInitializer.INSTANCE.init(conf, parametersView, initialize);
    EngineLayer layer = layerConf();
    kind = LayerTimes.kind(layer.getClass());
    EnginePath path = type == DataType.FLOAT ? EnginePath.current() : EnginePath.PLAIN;
    Site site = new Site(layer.getLayerName(), path, type, parameters, conf.getSeed());
    kernel =
        layer
            .function()
            .filter(each -> !layer.appliesFunctionItself())
            .<Kernel>map(each -> ActivatedKernel.of(layer, site, each))
            .orElseGet(() -> layer.kernel(site));
    orderedInput = site.buffer();
    orderedGradient = site.buffer();
  }

  final Kernel kernel() {
    return kernel;
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(false);
    if (training) {
      kernel.startStep(getIterationCount());
    }
    String before = LayerTimes.shared().enter(kind);
    INDArray output = kernel.forward(input, training);
    LayerTimes.shared().enter(before);
    return output;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(
      INDArray epsilon, LayerWorkspaceMgr workspaceMgr) {
    assertInputSet(true);
    String before = LayerTimes.shared().enter(kind);
    INDArray gradient = kernel.backward(orderedGradient.inOrder(epsilon));
    LayerTimes.shared().enter(before);
    return new Pair<>(gradient(), gradient);
  }

  @Override
  public final void setInput(INDArray array, LayerWorkspaceMgr workspaceMgr) {
    input = array == null ? null : orderedInput.inOrder(array);
  }

  @Override
  public final Gradient gradient() {
    Gradient gradient = new DefaultGradient(flatGradients);
    gradients.forEach(gradient::setGradientFor);
    return gradient;
  }

  @Override
  public final INDArray params() {
    return flatParameters;
  }

  @Override
  public final long numParams() {
    return flatParameters == null ? 0 : flatParameters.length();
  }

  @Override
  public final Map<String, INDArray> paramTable(boolean backpropParamsOnly) {
    return parameters;
  }

  @Override
  public final INDArray getParam(String param) {
    return parameters.get(param);
  }

  @Override
  public final void setParam(String key, INDArray val) {
    parameters.get(key).assign(val);
  }

  @Override
  public final void setParams(INDArray params) {
    if (params != null && params != flatParameters) {
      flatParameters.assign(params.reshape(flatParameters.shape()));
    }
  }

  @Override
  public final void setParamTable(Map<String, INDArray> paramTable) {
    paramTable.forEach(this::setParam);
  }

  @Override
  public final INDArray getGradientsViewArray() {
    return flatGradients;
  }

  @Override
  public final void setBackpropGradientsViewArray(INDArray view) {
    flatGradients = view;
    gradients = EngineInitializer.INSTANCE.getGradientsFromFlattened(conf, view);
    kernel.bindGradients(gradients);
  }

  @Override
  public final double calcRegularizationScore(boolean backpropParamsOnly) {
    double score = 0;
    for (Map.Entry<String, INDArray> each : parameters.entrySet()) {
      List<Regularization> rules = layerConf().getRegularizationByParam(each.getKey());
      if (rules != null) {
        for (Regularization rule : rules) {
          score += rule.score(each.getValue(), getIterationCount(), getEpochCount());
        }
      }
    }
    return score;
  }

  @Override
  public void update(Gradient change) {
    change.gradientForVariable().forEach((key, value) -> update(value, key));
  }

  @Override
  public void update(INDArray change, String paramType) {
    parameters.get(paramType).addi(change);
  }

  @Override
  public final boolean isPretrainLayer() {
    return false;
  }

  @Override
  public final void clearNoiseWeightParams() {}

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  protected final boolean canEqual(Object other) {
    return this == other;
  }

  @Override
  public final String toString() {
    return layerConf().toString();
  }
}
