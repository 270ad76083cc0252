package actbench.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Cuts a layer's stretch of the network's parameters into its parameters.
 *
 * <p>Constants get their start values. Weights get Glorot's uniform values from ND4J's generator,
 * only so that a network is of use by itself: a trainer overwrites them from a stream of its own.
 */
final class EngineInitializer implements ParamInitializer {
  static final EngineInitializer INSTANCE = new EngineInitializer();

  private EngineInitializer() {}

  private static List<LayerParameter> parameters(Layer layer) {
    return ((EngineLayer) layer).parameters();
  }

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return parameters(layer).stream().mapToLong(LayerParameter::length).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return parameters(layer).stream().map(LayerParameter::key).toList();
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return keys(layer, LayerParameter.Role.WEIGHT);
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return keys(layer, LayerParameter.Role.BIAS);
  }

  private static List<String> keys(Layer layer, LayerParameter.Role role) {
    return parameters(layer).stream()
        .filter(each -> each.role() == role)
        .map(LayerParameter::key)
        .toList();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return weightKeys(layer).contains(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return biasKeys(layer).contains(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray paramsView, boolean initializeParams) {
    Map<String, INDArray> views = views(conf.getLayer(), paramsView);
    views.keySet().forEach(conf::addVariable);
    if (initializeParams) {
      for (LayerParameter each : parameters(conf.getLayer())) {
        start(each, views.get(each.key()));
      }
    }
    return views;
  }

  private static void start(LayerParameter parameter, INDArray view) {
    if (parameter.role() == LayerParameter.Role.WEIGHT) {
      double bound = Math.sqrt(6.0 / (parameter.fanIn() + parameter.fanOut()));
      view.assign(Nd4j.rand(view.dataType(), view.shape()).subi(0.5).muli(2 * bound));
    } else {
      view.assign(parameter.start());
    }
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradientView) {
    return views(conf.getLayer(), gradientView);
  }

  private static Map<String, INDArray> views(Layer layer, INDArray flat) {
    Map<String, INDArray> views = new LinkedHashMap<>();
    long start = 0;
    for (LayerParameter each : parameters(layer)) {
      long end = start + each.length();
      INDArray view = flat.reshape(flat.length()).get(NDArrayIndex.interval(start, end));
      views.put(each.key(), view.reshape('c', each.dimensions()));
      start = end;
    }
    return views;
  }
}
