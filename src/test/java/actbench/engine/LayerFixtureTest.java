package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.engine.Fixtures.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import tools.jackson.databind.JsonNode;

/** Every layer against reference outputs and gradients, on both paths. */
final class LayerFixtureTest {
  private static final Set<String> KINDS =
      Set.of(
          "avg_pool2d",
          "batchnorm",
          "channel_shuffle",
          "concat",
          "conv2d",
          "depthwise_conv2d",
          "global_avg_pool2d",
          "global_max_pool2d",
          "linear",
          "max_pool2d",
          "mean_squared_error",
          "prelu",
          "residual_add",
          "separable_conv2d",
          "sigmoid_binary_cross_entropy",
          "softmax_cross_entropy",
          "transposed_conv2d");

  private static final Map<String, String> OUR_KEYS =
      Map.of("weight", "W", "bias", "b", "gamma", "gamma", "beta", "beta", "alpha", "alpha");

  static Stream<Arguments> cases() {
    return Fixtures.layerCases(KINDS);
  }

  @Test
  void everyCaseHasItsTest() {
    List<String> kinds =
        Fixtures.layerCases().stream().map(each -> each.get("layer").asString()).toList();
    assertThat(kinds).hasSize(97);
    assertThat(kinds.stream().distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(KINDS, CapsuleFixtureTest.KINDS, MadeUpLayerFixtureTest.KINDS)
                .flatMap(Set::stream)
                .toList());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void agreesWithReference(String name, Mode mode, JsonNode node) {
    switch (node.get("layer").asString()) {
      case "concat", "residual_add" -> checkVertex(mode, node);
      case "softmax_cross_entropy", "sigmoid_binary_cross_entropy", "mean_squared_error" ->
          checkLoss(mode, node);
      case "separable_conv2d" -> checkSeparable(mode, node);
      default -> checkLayer(mode, node);
    }
  }

  private static Window window(JsonNode config) {
    JsonNode kernel = config.get("kernel");
    JsonNode stride = config.get("stride");
    JsonNode pad = config.get("pad_top_bottom_left_right");
    boolean same =
        config.has("padding_mode") && config.get("padding_mode").asString().equals("same");
    Padding explicit =
        new Padding(
            false, pad.get(0).asInt(), pad.get(1).asInt(), pad.get(2).asInt(), pad.get(3).asInt());
    Window window =
        new Window(
            kernel.get(0).asInt(),
            kernel.get(1).asInt(),
            stride.get(0).asInt(),
            stride.get(1).asInt(),
            1,
            1,
            same ? Padding.SAME : explicit);
    return config.has("dilation") ? window.dilation(config.get("dilation").get(0).asInt()) : window;
  }

  private static EngineLayer layer(JsonNode node) {
    JsonNode config = node.get("config");
    boolean bias = config.has("bias") && config.get("bias").asBoolean();
    JsonNode weight = node.get("params").get("weight");
    return switch (node.get("layer").asString()) {
      case "conv2d" -> {
        Convolution layer =
            new Convolution(weight.get("shape").get(0).asInt(), window(config))
                .groups(config.get("groups").asInt());
        yield bias ? layer : layer.withoutBias();
      }
      case "depthwise_conv2d" -> {
        int outputs = weight.get("shape").get(0).asInt();
        Convolution layer =
            Convolution.depthwise(outputs / config.get("groups").asInt(), window(config));
        yield bias ? layer : layer.withoutBias();
      }
      case "transposed_conv2d" -> {
        TransposedConvolution layer =
            new TransposedConvolution(weight.get("shape").get(1).asInt(), window(config));
        yield bias ? layer : layer.withoutBias();
      }
      case "linear" -> {
        Dense layer = new Dense(weight.get("shape").get(0).asInt());
        yield bias ? layer : layer.withoutBias();
      }
      case "batchnorm" -> batchNormalization(config);
      case "max_pool2d" -> new Pooling(Pooling.Kind.MAXIMUM, window(config));
      case "avg_pool2d" ->
          new Pooling(
              config.get("divisor_counts_padding").asBoolean()
                  ? Pooling.Kind.MEAN_WITH_PADDING
                  : Pooling.Kind.MEAN,
              window(config));
      case "prelu" -> LearnedActivationTest.layer("prelu", true);
      case "channel_shuffle" -> new ChannelShuffle(config.get("groups").asInt());
      case "global_avg_pool2d" -> new GlobalPooling(Pooling.Kind.MEAN);
      case "global_max_pool2d" -> new GlobalPooling(Pooling.Kind.MAXIMUM);
      default -> throw new IllegalArgumentException(node.get("layer").asString());
    };
  }

  private static BatchNormalization batchNormalization(JsonNode config) {
    BatchNormalization layer =
        new BatchNormalization()
            .epsilon(config.get("eps").asDouble())
            .momentum(config.get("decay").asDouble());
    return config.get("affine").asBoolean() ? layer : layer.withoutScaleAndShift();
  }

  private static void checkLayer(Mode mode, JsonNode node) {
    INDArray input = Fixtures.data(node.get("inputs").get("x"), mode.type());
    LoneLayer layer = new LoneLayer(layer(node), mode.type(), mode.path(), input);
    for (Map.Entry<String, JsonNode> each : node.get("params").properties()) {
      layer
          .parameter(OUR_KEYS.get(each.getKey()))
          .assign(Fixtures.weight(each.getValue(), mode.type()));
    }
    boolean training = true;
    if (node.get("layer").asString().equals("batchnorm")) {
      training = node.get("config").get("training").asBoolean();
      JsonNode constants = node.get("constants");
      layer.parameter("mean").assign(Fixtures.tensor(constants.get("running_mean"), mode.type()));
      layer.parameter("var").assign(Fixtures.tensor(constants.get("running_var"), mode.type()));
    }
    INDArray output = layer.forward(input, training);
    mode.check("output", output, Fixtures.data(node.get("output"), mode.type()));
    INDArray gradient = layer.backward(Fixtures.data(node.get("upstream"), mode.type()));
    mode.check(
        "input gradient", gradient, Fixtures.data(node.get("grad_inputs").get("x"), mode.type()));
    for (Map.Entry<String, JsonNode> each : node.get("grad_params").properties()) {
      mode.check(
          each.getKey(),
          layer.gradient(OUR_KEYS.get(each.getKey())),
          Fixtures.weight(each.getValue(), mode.type()));
    }
    if (node.has("running_mean_after")) {
      checkRunning(mode, node, input);
    }
  }

  private static void checkRunning(Mode mode, JsonNode node, INDArray input) {
    for (BatchNormalization.RunningVariance convention :
        BatchNormalization.RunningVariance.values()) {
      BatchNormalization conf = batchNormalization(node.get("config")).runningVariance(convention);
      LoneLayer layer = new LoneLayer(conf, mode.type(), mode.path(), input);
      JsonNode constants = node.get("constants");
      layer.parameter("mean").assign(Fixtures.tensor(constants.get("running_mean"), mode.type()));
      layer.parameter("var").assign(Fixtures.tensor(constants.get("running_var"), mode.type()));
      layer.forward(input, true);
      String key = "running_var_after_" + convention.name().toLowerCase(Locale.ROOT);
      mode.check(
          "mean",
          layer.parameter("mean"),
          Fixtures.tensor(node.get("running_mean_after"), mode.type()));
      mode.check(key, layer.parameter("var"), Fixtures.tensor(node.get(key), mode.type()));
    }
  }

  private static void checkSeparable(Mode mode, JsonNode node) {
    INDArray input = Fixtures.data(node.get("inputs").get("x"), mode.type());
    JsonNode params = node.get("params");
    JsonNode gradients = node.get("grad_params");
    LoneLayer depthwise =
        new LoneLayer(
            Convolution.depthwise(1, window(node.get("config"))).withoutBias(),
            mode.type(),
            mode.path(),
            input);
    depthwise.parameter("W").assign(Fixtures.weight(params.get("depthwise_weight"), mode.type()));
    INDArray between = depthwise.forward(input, true);
    LoneLayer pointwise =
        new LoneLayer(
            new Convolution(params.get("bias").get("data").size(), Window.square(1)),
            mode.type(),
            mode.path(),
            between);
    pointwise.parameter("W").assign(Fixtures.weight(params.get("pointwise_weight"), mode.type()));
    pointwise.parameter("b").assign(Fixtures.weight(params.get("bias"), mode.type()));
    mode.check(
        "output", pointwise.forward(between, true), Fixtures.data(node.get("output"), mode.type()));
    INDArray gradient =
        depthwise.backward(pointwise.backward(Fixtures.data(node.get("upstream"), mode.type())));
    mode.check(
        "input gradient", gradient, Fixtures.data(node.get("grad_inputs").get("x"), mode.type()));
    mode.check(
        "depthwise",
        depthwise.gradient("W"),
        Fixtures.weight(gradients.get("depthwise_weight"), mode.type()));
    mode.check(
        "pointwise",
        pointwise.gradient("W"),
        Fixtures.weight(gradients.get("pointwise_weight"), mode.type()));
  }

  private static void checkVertex(Mode mode, JsonNode node) {
    JsonNode inputs = node.get("inputs");
    Site site = new Site("vertex", mode.path(), mode.type(), Map.of(), 0);
    String function =
        node.get("config").has("activation")
            ? node.get("config").get("activation").asString()
            : "identity";
    INDArray upstream = Fixtures.data(node.get("upstream"), mode.type());
    INDArray want = Fixtures.data(node.get("output"), mode.type());
    if (inputs.has("x")) {
      checkSharedInput(mode, node, site, upstream, want);
      return;
    }
    INDArray a = Fixtures.data(inputs.get("a"), mode.type());
    INDArray b = Fixtures.data(inputs.get("b"), mode.type());
    VertexKernel kernel =
        node.get("layer").asString().equals("concat")
            ? new ConcatenationKernel(site)
            : new AddKernel(
                site,
                function.equals("identity")
                    ? null
                    : Elementwise.of(SampleNetworks.function(function), site));
    mode.check("output", kernel.forward(new INDArray[] {a, b}, true), want);
    INDArray[] gradients = kernel.backward(upstream);
    JsonNode expected = node.get("grad_inputs");
    mode.check("a", gradients[0], Fixtures.data(expected.get("a"), mode.type()));
    mode.check("b", gradients[1], Fixtures.data(expected.get("b"), mode.type()));
  }

  /** y = swish(x) + x. */
  private static void checkSharedInput(
      Mode mode, JsonNode node, Site site, INDArray upstream, INDArray want) {
    INDArray x = Fixtures.data(node.get("inputs").get("x"), mode.type());
    LoneLayer swish =
        new LoneLayer(
            new ActivationLayer(SampleNetworks.function("swish")), mode.type(), mode.path(), x);
    AddKernel add = new AddKernel(site, null);
    mode.check("output", add.forward(new INDArray[] {swish.forward(x, true), x}, true), want);
    INDArray[] gradients = add.backward(upstream);
    mode.check(
        "x",
        gradients[1].add(swish.backward(gradients[0])),
        Fixtures.data(node.get("grad_inputs").get("x"), mode.type()));
  }

  private static void checkLoss(Mode mode, JsonNode node) {
    Map.Entry<String, JsonNode> input = node.get("inputs").properties().iterator().next();
    INDArray logits = Fixtures.data(input.getValue(), mode.type());
    INDArray target = Fixtures.data(node.get("constants").get("target"), mode.type());
    Loss loss = Loss.valueOf(node.get("layer").asString().toUpperCase(Locale.ROOT));
    Site site = new Site("loss", mode.path(), mode.type(), Map.of(), 0);
    LossKernel kernel = new LossKernel(loss, site);
    double[] losses = kernel.losses(logits, target);
    mode.check("loss", Arrays.stream(losses).average().orElseThrow(), node.get("loss").asDouble());
    // Deeplearning4j divides by the size of the batch later.
    mode.check(
        "gradient",
        kernel.gradient(logits.shape()).div(logits.size(0)),
        Fixtures.data(node.get("grad_inputs").get(input.getKey()), mode.type()));
    if (node.has("probabilities")) {
      mode.check(
          "output",
          kernel.forward(logits, false),
          Fixtures.data(node.get("probabilities"), mode.type()));
    }
  }
}
