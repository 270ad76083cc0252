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
import tools.jackson.databind.JsonNode;

/**
 * Capsules against reference outputs and gradients.
 *
 * <p>The references are of the capsules' vectors, where the layer goes on to their lengths: so the
 * vectors and their gradients are those of {@link Routing}, and the lengths those of the layer.
 */
final class CapsuleFixtureTest {
  static final Set<String> KINDS = Set.of("squash", "dynamic_routing", "capsule", "margin_loss");

  static Stream<Arguments> cases() {
    return Fixtures.layerCases(KINDS);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void agreesWithReference(String name, Mode mode, JsonNode node) {
    switch (node.get("layer").asString()) {
      case "squash" -> checkSquash(mode, node);
      case "dynamic_routing" -> {
        INDArray votes = Fixtures.tensor(node.get("inputs").get("u_hat"), mode.type());
        INDArray want = Fixtures.tensor(node.get("grad_inputs").get("u_hat"), mode.type());
        mode.check("gradient", route(mode, node, votes), want);
      }
      case "capsule" -> checkCapsule(mode, node);
      default -> checkMargin(mode, node);
    }
  }

  private static INDArray array(double[] values, Mode mode, long... shape) {
    return Nd4j.createFromArray(values).reshape('c', shape).castTo(mode.type());
  }

  private static void checkSquash(Mode mode, JsonNode node) {
    JsonNode config = node.get("config");
    Squash squash = new Squash(config.get("offset").asDouble(), config.get("epsilon").asDouble());
    INDArray sums = Fixtures.tensor(node.get("inputs").get("s"), mode.type());
    double[] vectors = Memory.read(sums);
    double[] squashed = new double[vectors.length];
    double[] gradient = Memory.read(Fixtures.tensor(node.get("upstream"), mode.type()));
    int dimension = (int) sums.size(2);
    for (int from = 0; from < vectors.length; from += dimension) {
      squash.forward(vectors, squashed, from, from + dimension);
      squash.backward(vectors, gradient, from, from + dimension);
    }
    mode.check(
        "output",
        array(squashed, mode, sums.shape()),
        Fixtures.tensor(node.get("output"), mode.type()));
    mode.check(
        "gradient",
        array(gradient, mode, sums.shape()),
        Fixtures.tensor(node.get("grad_inputs").get("s"), mode.type()));
  }

  private static CapsuleRouting routing(JsonNode config, int capsules, int dimension) {
    CapsuleRouting routing =
        new CapsuleRouting(capsules, dimension, config.get("routings").asInt())
            .squash(
                config.get("squash_offset").asDouble(), config.get("squash_epsilon").asDouble());
    if (config.get("logit_update").asString().equals("accumulate")) {
      routing.accumulating();
    }
    return config.get("routing_gradient").asString().equals("detached")
        ? routing.detached()
        : routing;
  }

  /**
   * Checks where votes (batch, voters, capsules, dimension) lead to, and returns their gradient.
   */
  private static INDArray route(Mode mode, JsonNode node, INDArray votes) {
    int examples = (int) votes.size(0);
    int voters = (int) votes.size(1);
    int capsules = (int) votes.size(2);
    int dimension = (int) votes.size(3);
    CapsuleRouting conf = routing(node.get("config"), capsules, dimension);
    INDArray pixels = votes.reshape('c', examples, voters, 1, capsules * dimension);
    mode.check(
        "lengths",
        new LoneLayer(conf, mode.type(), mode.path(), pixels).forward(pixels, true),
        Fixtures.tensor(node.get("lengths"), mode.type()));

    double[] numbers = Memory.read(votes);
    double[] upstream = Memory.read(Fixtures.tensor(node.get("upstream"), mode.type()));
    double[] gradient = new double[numbers.length];
    int size = capsules * dimension;
    double[] vectors = new double[examples * size];
    for (int example = 0; example < examples; example++) {
      Routing routing = new Routing(conf.settings(), voters, numbers, example * voters * size);
      System.arraycopy(routing.forward(), 0, vectors, example * size, size);
      routing.backward(
          Arrays.copyOfRange(upstream, example * size, (example + 1) * size), gradient);
    }
    mode.check(
        "output",
        array(vectors, mode, examples, capsules, dimension),
        Fixtures.tensor(node.get("output"), mode.type()));
    return array(gradient, mode, votes.shape());
  }

  /**
   * The votes are a convolution of 1 x 1: over a pixel for each input capsule where these share
   * their weights, else over a single pixel with a group of channels for each.
   */
  private static void checkCapsule(Mode mode, JsonNode node) {
    JsonNode config = node.get("config");
    boolean shared = config.get("weights_shared_over_input_capsules").asBoolean();
    INDArray u = Fixtures.tensor(node.get("inputs").get("u"), mode.type());
    INDArray output = Fixtures.tensor(node.get("output"), mode.type());
    long batch = u.size(0);
    long voters = u.size(1);
    long channels = u.size(2);
    long size = output.size(1) * output.size(2);
    INDArray input =
        shared
            ? u.reshape('c', batch, voters, 1, channels)
            : u.reshape('c', batch, 1, 1, voters * channels);
    Convolution convolution =
        new Convolution((int) (shared ? size : voters * size), Window.square(1))
            .groups(shared ? 1 : (int) voters)
            .withoutBias();
    LoneLayer layer = new LoneLayer(convolution, mode.type(), mode.path(), input);
    layer.parameter("W").assign(kernel(node.get("params"), mode, shared));
    INDArray votes = layer.forward(input, true).dup('c');
    INDArray gradient =
        route(mode, node, votes.reshape('c', batch, voters, output.size(1), output.size(2)));
    INDArray inputGradient = layer.backward(gradient.reshape('c', votes.shape()));
    mode.check(
        "input gradient",
        inputGradient.reshape('c', u.shape()),
        Fixtures.tensor(node.get("grad_inputs").get("u"), mode.type()));
    mode.check("weight", layer.gradient("W"), kernel(node.get("grad_params"), mode, shared));
  }

  /** J,Din,Dout or I,J,Din,Dout becomes 1,1,Din,J Dout or 1,1,Din,I J Dout. */
  private static INDArray kernel(JsonNode of, Mode mode, boolean shared) {
    INDArray weight = Fixtures.tensor(of.get("weight"), mode.type());
    INDArray inputsFirst = (shared ? weight.permute(1, 0, 2) : weight.permute(2, 0, 1, 3)).dup('c');
    long inputs = inputsFirst.size(0);
    return inputsFirst.reshape('c', 1, 1, inputs, inputsFirst.length() / inputs);
  }

  private static void checkMargin(Mode mode, JsonNode node) {
    boolean vectors = node.get("inputs").has("v");
    String key = vectors ? "v" : "lengths";
    INDArray input = Fixtures.tensor(node.get("inputs").get(key), mode.type());
    INDArray target = Fixtures.tensor(node.get("constants").get("target"), mode.type());
    double[] numbers = Memory.read(input);
    int dimension = vectors ? (int) input.size(2) : 1;
    INDArray lengths = input;
    if (vectors) {
      lengths = array(RoutingKernel.lengths(numbers, dimension), mode, target.shape());
      mode.check("lengths", lengths, Fixtures.tensor(node.get("lengths"), mode.type()));
    }
    LossKernel kernel =
        new LossKernel(Loss.MARGIN, new Site("loss", mode.path(), mode.type(), Map.of(), 0));
    double[] losses = kernel.losses(lengths, target);
    mode.check(
        "losses",
        array(losses, mode, losses.length),
        Fixtures.tensor(node.get("per_sample"), mode.type()));
    mode.check("loss", Arrays.stream(losses).average().orElseThrow(), node.get("loss").asDouble());
    // Deeplearning4j divides by the size of the batch later.
    INDArray gradient = kernel.gradient(lengths.shape()).div(lengths.size(0));
    if (vectors) {
      double[] upstream = Memory.read(gradient);
      gradient = array(RoutingKernel.stretch(numbers, dimension, upstream, 0), mode, input.shape());
    }
    mode.check(
        "gradient", gradient, Fixtures.tensor(node.get("grad_inputs").get(key), mode.type()));
  }
}
