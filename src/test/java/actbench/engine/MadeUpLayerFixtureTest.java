package actbench.engine;

import actbench.engine.Fixtures.Mode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import tools.jackson.databind.JsonNode;

/** What is made up of several of our layers, or is a use of one, against references. */
final class MadeUpLayerFixtureTest {
  static final Set<String> KINDS = Set.of("squeeze_excite", "bce_dice", "upsample_nearest2d");

  static Stream<Arguments> cases() {
    return Fixtures.layerCases(KINDS);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void agreesWithReference(String name, Mode mode, JsonNode node) {
    switch (node.get("layer").asString()) {
      case "squeeze_excite" -> checkGate(mode, node);
      case "bce_dice" -> checkDice(mode, node);
      default -> checkUpsampling(mode, node);
    }
  }

  private static LoneLayer dense(
      Mode mode, JsonNode node, String number, String function, INDArray input) {
    JsonNode params = node.get("params");
    Dense conf =
        new Dense(params.get("w" + number).get("shape").get(0).asInt())
            .activation(SampleNetworks.function(function));
    boolean bias = node.get("config").get("bias").asBoolean();
    LoneLayer layer =
        new LoneLayer(bias ? conf : conf.withoutBias(), mode.type(), mode.path(), input);
    layer.parameter("W").assign(Fixtures.weight(params.get("w" + number), mode.type()));
    if (bias) {
      layer.parameter("b").assign(Fixtures.weight(params.get("b" + number), mode.type()));
    }
    return layer;
  }

  private static void checkDense(Mode mode, JsonNode node, String number, LoneLayer layer) {
    JsonNode want = node.get("grad_params");
    mode.check(
        "w" + number, layer.gradient("W"), Fixtures.weight(want.get("w" + number), mode.type()));
    if (node.get("config").get("bias").asBoolean()) {
      mode.check(
          "b" + number, layer.gradient("b"), Fixtures.weight(want.get("b" + number), mode.type()));
    }
  }

  /** Means, two dense layers and a scale. */
  private static void checkGate(Mode mode, JsonNode node) {
    JsonNode config = node.get("config");
    INDArray x = Fixtures.data(node.get("inputs").get("x"), mode.type());
    LoneLayer means =
        new LoneLayer(new GlobalPooling(Pooling.Kind.MEAN), mode.type(), mode.path(), x);
    INDArray squeezed = means.forward(x, true);
    String activation = config.get("hidden_activation").asString();
    LoneLayer hidden = dense(mode, node, "1", activation, squeezed);
    INDArray between = hidden.forward(squeezed, true);
    LoneLayer excite = dense(mode, node, "2", config.get("gate").asString(), between);
    INDArray gate = excite.forward(between, true);
    mode.check("gate", gate, Fixtures.tensor(node.get("excitation"), mode.type()));
    VertexKernel scale =
        new ChannelScaleKernel(new Site("vertex", mode.path(), mode.type(), Map.of(), 0));
    mode.check(
        "output",
        scale.forward(new INDArray[] {x, gate}, true),
        Fixtures.data(node.get("output"), mode.type()));

    INDArray[] gradients = scale.backward(Fixtures.data(node.get("upstream"), mode.type()));
    INDArray throughGate = means.backward(hidden.backward(excite.backward(gradients[1])));
    mode.check(
        "input gradient",
        gradients[0].add(throughGate),
        Fixtures.data(node.get("grad_inputs").get("x"), mode.type()));
    checkDense(mode, node, "1", hidden);
    checkDense(mode, node, "2", excite);
  }

  /**
   * Our loss takes logits and the whole batch: the loss of each sample is that of a batch of one,
   * and probabilities are those of their logits.
   */
  private static void checkDice(Mode mode, JsonNode node) {
    boolean logits = node.get("inputs").has("logits");
    String key = logits ? "logits" : "p";
    INDArray input = Fixtures.data(node.get("inputs").get(key), mode.type());
    INDArray slope = input.mul(input.rsub(1));
    INDArray z = logits ? input : Transforms.log(input.div(input.rsub(1)));
    INDArray target = Fixtures.data(node.get("constants").get("target"), mode.type());
    long samples = input.size(0);
    boolean whole = node.get("config").get("dice_over").asString().startsWith("all");
    long rows = whole ? samples : 1;
    Site site = new Site("loss", mode.path(), mode.type(), Map.of(), 0);
    double loss = 0;
    double entropy = 0;
    INDArray gradient = Nd4j.zerosLike(input);
    for (long from = 0; from < samples; from += rows) {
      INDArray part = rows(z, from, rows);
      INDArray labels = rows(target, from, rows);
      LossKernel kernel = new LossKernel(Loss.CROSS_ENTROPY_AND_DICE, site);
      loss += Arrays.stream(kernel.losses(part, labels)).sum() / samples;
      gradient
          .get(NDArrayIndex.interval(from, from + rows))
          .assign(kernel.gradient(part.shape()).div(samples));
      LossKernel entropies = new LossKernel(Loss.SIGMOID_BINARY_CROSS_ENTROPY, site);
      entropy += Arrays.stream(entropies.losses(part, labels)).sum() / samples;
    }
    mode.check("loss", loss, node.get("loss").asDouble());
    mode.check("bce", entropy, node.get("bce").asDouble());
    mode.check("dice", 1 - (loss - entropy), node.get("dice_coefficient").asDouble());
    mode.check(
        "gradient",
        logits ? gradient : gradient.div(slope),
        Fixtures.data(node.get("grad_inputs").get(key), mode.type()));
  }

  private static INDArray rows(INDArray of, long from, long count) {
    return of.get(NDArrayIndex.interval(from, from + count)).dup('c');
  }

  /** Nothing of ours repeats pixels, but a transposed convolution with weights of 0 and 1 does. */
  private static void checkUpsampling(Mode mode, JsonNode node) {
    INDArray x = Fixtures.data(node.get("inputs").get("x"), mode.type());
    int factor = node.get("config").get("factor").asInt();
    long channels = x.size(3);
    LoneLayer layer =
        new LoneLayer(
            new TransposedConvolution((int) channels, Window.square(factor).stride(factor))
                .withoutBias(),
            mode.type(),
            mode.path(),
            x);
    INDArray unit = Nd4j.eye(channels).castTo(mode.type()).reshape('c', 1, 1, channels, channels);
    layer.parameter("W").assign(Nd4j.tile(unit, factor, factor, 1, 1));
    mode.check("output", layer.forward(x, true), Fixtures.data(node.get("output"), mode.type()));
    mode.check(
        "input gradient",
        layer.backward(Fixtures.data(node.get("upstream"), mode.type())),
        Fixtures.data(node.get("grad_inputs").get("x"), mode.type()));
  }
}
