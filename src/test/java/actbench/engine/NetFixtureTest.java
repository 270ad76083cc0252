package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import actbench.engine.BatchNormalization.RunningVariance;
import actbench.engine.Fixtures.Mode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Sgd;
import tools.jackson.databind.JsonNode;

/** Whole networks against five reference steps of gradient descent, on both paths. */
final class NetFixtureTest {
  private static final List<JsonNode> NETS =
      Fixtures.list(Fixtures.read("nets.json.gz").get("nets"));

  private static final Map<String, String> OUR_KEYS =
      Map.of("weight", "W", "bias", "b", "gamma", "gamma", "beta", "beta");

  static Stream<Arguments> nets() {
    return Mode.all()
        .flatMap(
            mode ->
                Stream.of(RunningVariance.BIASED, RunningVariance.UNBIASED)
                    .flatMap(
                        running ->
                            NETS.stream()
                                .map(
                                    each ->
                                        Arguments.of(
                                            each.get("name").asString(), mode, running, each))));
  }

  @Test
  void seesAllNets() {
    assertThat(NETS).hasSize(4);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("nets")
  void trainsAsReference(String name, Mode mode, RunningVariance running, JsonNode node) {
    ComputationGraph net = create(mode, running, node);
    load(mode, net, node);
    List<JsonNode> batches = Fixtures.list(node.get("batches"));
    INDArray x = null;
    for (int step = 0; step < batches.size(); step++) {
      x = Fixtures.data(batches.get(step).get("x"), mode.type());
      INDArray y = Fixtures.data(batches.get(step).get("y"), mode.type());
      net.fit(new INDArray[] {x}, new INDArray[] {y});
      mode.check(
          "loss of step " + (step + 1),
          net.score(),
          node.get("loss_per_step").get(step).asDouble());
      if (step == 0) {
        checkWeights(mode, net, node, node.get("weights_after_step_1"));
      }
    }
    checkWeights(mode, net, node, node.get("weights_after_step_5"));
    String convention = running == RunningVariance.BIASED ? "biased" : "unbiased";
    if (node.has("running_stats_after_step_5_" + convention)) {
      for (Map.Entry<String, JsonNode> each :
          node.get("running_stats_after_step_5_" + convention).properties()) {
        for (String key : List.of("mean", "var")) {
          mode.check(
              each.getKey() + " " + key,
              net.getLayer(each.getKey()).getParam(key),
              Fixtures.tensor(each.getValue().get(key), mode.type()));
        }
      }
      mode.check(
          "inference",
          net.outputSingle(x),
          Fixtures.data(node.get("inference_output_after_step_5_" + convention), mode.type()));
    }
  }

  private static ComputationGraph create(Mode mode, RunningVariance running, JsonNode node) {
    JsonNode x = node.get("batches").get(0).get("x").get("shape");
    InputType input =
        x.size() == 2
            ? InputType.feedForward(x.get(1).asLong())
            : InputType.convolutional(
                x.get(2).asLong(), x.get(3).asLong(), x.get(1).asLong(), CNN2DFormat.NHWC);
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .dataType(mode.type())
            .updater(new Sgd(0.1))
            .graphBuilder()
            .addInputs("input")
            .setInputTypes(input);
    for (JsonNode each : node.get("layers")) {
      add(graph, running, node, each);
    }
    Loss loss =
        node.get("loss").asString().startsWith("softmax")
            ? Loss.SOFTMAX_CROSS_ENTROPY
            : Loss.SIGMOID_BINARY_CROSS_ENTROPY;
    graph.addLayer("loss", new LossLayer(loss), "out").setOutputs("loss");
    EnginePath before = EnginePath.current();
    EnginePath.choose(mode.path());
    ComputationGraph net = EngineNetwork.create(graph.build());
    EnginePath.choose(before);
    return net;
  }

  private static void add(
      GraphBuilder graph, RunningVariance running, JsonNode node, JsonNode each) {
    String name = each.get("name").asString();
    JsonNode in = each.get("in");
    String type = each.get("type").asString();
    if (type.equals("add")) {
      graph.addVertex(name, new ResidualAdd(), in.get(0).asString(), in.get(1).asString());
      return;
    }
    JsonNode weight = node.get("initial_weights").get(name + ".weight");
    int outputs = weight == null ? 0 : weight.get("shape").get(0).asInt();
    EngineLayer layer =
        switch (type) {
          case "dense" -> new Dense(outputs);
          case "conv2d" -> new Convolution(outputs, window(each));
          case "batchnorm" ->
              new BatchNormalization()
                  .epsilon(each.get("eps").asDouble())
                  .momentum(each.get("decay").asDouble())
                  .runningVariance(running);
          case "activation" -> new ActivationLayer(function(each.get("function").asString()));
          case "max_pool2d" -> new Pooling(Pooling.Kind.MAXIMUM, window(each));
          case "global_avg_pool2d" -> new GlobalPooling(Pooling.Kind.MEAN);
          case "flatten" -> new Flatten();
          default -> throw new IllegalArgumentException(type);
        };
    graph.addLayer(name, layer, in.asString());
  }

  private static ElementFunction function(String text) {
    String[] parts = text.split(":", -1);
    Map<String, Double> parameters =
        parts.length == 1 ? Map.of() : Map.of("beta", Double.valueOf(parts[1]));
    return ActivationCatalog.createElement(parts[0], parameters);
  }

  private static Window window(JsonNode config) {
    return Window.square(config.get("kernel").get(0).asInt())
        .stride(config.get("stride").get(0).asInt())
        .padding(config.get("padding").asString().equals("same") ? Padding.SAME : Padding.VALID);
  }

  private static void load(Mode mode, ComputationGraph net, JsonNode node) {
    for (Map.Entry<String, JsonNode> each : node.get("initial_weights").properties()) {
      String[] parts = each.getKey().split("\\.", -1);
      net.getLayer(parts[0])
          .getParam(OUR_KEYS.get(parts[1]))
          .assign(weight(mode, node, each.getKey(), each.getValue()));
    }
  }

  private static void checkWeights(
      Mode mode, ComputationGraph net, JsonNode node, JsonNode weights) {
    for (Map.Entry<String, JsonNode> each : weights.properties()) {
      String[] parts = each.getKey().split("\\.", -1);
      mode.check(
          each.getKey(),
          net.getLayer(parts[0]).getParam(OUR_KEYS.get(parts[1])),
          weight(mode, node, each.getKey(), each.getValue()));
    }
  }

  /** The reference flattens channels first, we last: the rows of a dense layer behind change. */
  private static INDArray weight(Mode mode, JsonNode node, String key, JsonNode value) {
    INDArray weight = Fixtures.weight(value, mode.type());
    boolean behindFlatten =
        key.equals("out.weight")
            && Fixtures.list(node.get("layers")).stream()
                .anyMatch(each -> each.get("type").asString().equals("flatten"));
    if (!behindFlatten) {
      return weight;
    }
    long channels = 3;
    long side = Math.round(Math.sqrt(weight.size(0) / (double) channels));
    return weight
        .reshape('c', channels, side, side, weight.size(1))
        .permute(1, 2, 0, 3)
        .dup('c')
        .reshape('c', weight.shape());
  }
}
