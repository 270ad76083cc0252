package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.data.BatchForm;
import actbench.data.Batches;
import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.data.Examples;
import actbench.data.Layout;
import actbench.data.Targets;
import actbench.engine.EnginePath;
import actbench.grid.RunConfig;
import actbench.model.Blueprint;
import actbench.model.BlueprintBuilder;
import actbench.model.EngineLayers;
import actbench.model.HiddenActivation;
import actbench.model.Layers;
import actbench.model.NetworkPlan;
import actbench.model.Node;
import actbench.model.Patch;
import actbench.model.Shape;
import actbench.model.StockLayers;
import actbench.model.Weight;
import actbench.optim.LearningRates;
import actbench.optim.RandomStreams;
import actbench.spec.Choice;
import actbench.spec.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * One small network in three implementations: the engine on oneDNN, the engine on its plain path,
 * and the layers that Deeplearning4j ships. From the same weights and examples all three must give
 * the same outputs, the same gradients and the same course of training, up to rounding.
 */
final class LayerSetsTest {
  /** Outputs and gradients of one step: sums of some hundred single-precision products. */
  private static final float ONE_STEP = 2e-5f;

  /** Losses after several steps, each of which adds its rounding. */
  private static final double SEVERAL_STEPS = 2e-4;

  private static final int STEPS = 5;

  /** What an implementation did: the outputs and each gradient of the first step, all losses. */
  private record Course(Map<String, float[]> firstStep, List<Double> losses) {}

  @ParameterizedTest
  @ValueSource(strings = {"relu", "mish", "swish", "tanh"})
  void agree(String function) {
    Blueprint network = network(false);
    Course stock = course(new StockLayers(), network, function);
    assertThat(stock.firstStep()).hasSize(7);
    assertThat(stock.losses().get(STEPS - 1)).isLessThan(stock.losses().get(0));
    for (EnginePath path : EnginePath.values()) {
      compare(path + " and stock", on(path, network, function), stock);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu", "mish"})
  void agreeWithBatchNormalization(String function) {
    Blueprint network = network(true);
    Course stock = course(new StockLayers(), network, function);
    for (EnginePath path : EnginePath.values()) {
      compare(path + " and stock", on(path, network, function), stock);
    }
  }

  private static void compare(String what, Course got, Course expected) {
    assertThat(got.firstStep()).containsOnlyKeys(expected.firstStep().keySet());
    expected
        .firstStep()
        .forEach(
            (name, values) ->
                assertThat(got.firstStep().get(name))
                    .as("%s: %s", what, name)
                    .containsExactly(values, within(ONE_STEP)));
    for (int step = 0; step < STEPS; step++) {
      assertThat(got.losses().get(step))
          .as("%s: loss of step %d", what, step + 1)
          .isCloseTo(expected.losses().get(step), within(SEVERAL_STEPS));
    }
  }

  private static Course on(EnginePath path, Blueprint network, String function) {
    EnginePath before = EnginePath.current();
    EnginePath.choose(path);
    try {
      return course(new EngineLayers(), network, function);
    } finally {
      EnginePath.choose(before);
    }
  }

  /** Convolution, pooling and dense layers, with every kind of weight a run can draw. */
  private static Blueprint network(boolean norm) {
    BlueprintBuilder builder = new BlueprintBuilder(new Shape(8, 8, 1), Task.MULTICLASS, 10);
    Patch patch = new Patch(3, 3, 1, Patch.Padding.SAME);
    if (norm) {
      builder.convNorm(6, patch);
    } else {
      builder.conv(6, patch);
    }
    return builder.activate().maxPool(2).flatten().dense(24).activate().output();
  }

  private static Course course(Layers layers, Blueprint network, String function) {
    HiddenActivation activation =
        HiddenActivation.fixed(ActivationCatalog.createElement(function, Map.of()));
    // With a rate of 1 what a step takes off a weight is its gradient.
    NetworkPlan plan = new NetworkPlan(network, activation, new Sgd(1), List.of(), List.of(), 1);
    ComputationGraph graph = layers.create(plan);
    TreeMap<String, Object> settings = new TreeMap<>();
    settings.put("initializer", Choice.of("glorot-uniform"));
    new InitialWeights(new RunConfig("test", settings, 1), new RandomStreams(1))
        .assign(network, layers, graph);
    DataSet batch = digits(layers);
    Map<String, float[]> firstStep = new LinkedHashMap<>();
    firstStep.put("outputs", graph.outputSingle(batch.getFeatures()).dup('c').data().asFloat());
    Map<String, float[]> before = weights(layers, network, graph);
    List<Double> losses = new ArrayList<>();
    graph.fit(batch);
    losses.add(graph.score());
    weights(layers, network, graph)
        .forEach(
            (name, after) -> {
              for (int i = 0; i < after.length; i++) {
                after[i] = before.get(name)[i] - after[i];
              }
              firstStep.put("gradient of " + name, after);
            });
    LearningRates.set(graph, 0.1);
    for (int step = 1; step < STEPS; step++) {
      graph.fit(batch);
      losses.add(graph.score());
    }
    return new Course(firstStep, losses);
  }

  private static DataSet digits(Layers layers) {
    Examples digits =
        new DatasetStore(
                DatasetCatalog.standard(), new DataLocations(Path.of("none"), Path.of(""), ""))
            .load(Choice.of("digits"))
            .train();
    Layout layout = layers.channelsLast() ? Layout.NHWC : Layout.NCHW;
    return Batches.inOrder(digits, new BatchForm(32, layout, Targets.ONE_HOT)).next();
  }

  /** All weights that are trained, in Keras' shapes. */
  private static Map<String, float[]> weights(
      Layers layers, Blueprint network, ComputationGraph graph) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (Node node : network.nodes()) {
      for (Weight weight : node.weights()) {
        if (weight.trainable()) {
          INDArray values = graph.getLayer(node.name()).getParam(layers.key(weight));
          boolean kernel = weight.shape().size() == 4 && !layers.channelsLast();
          INDArray ordered = kernel ? values.permute(2, 3, 1, 0) : values;
          weights.put(node.name() + "/" + weight.key(), ordered.dup('c').data().asFloat());
        }
      }
    }
    return weights;
  }
}
