package actbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.grid.RunConfig;
import actbench.spec.Task;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ModelCatalogTest {
  private static final Shape MNIST = new Shape(28, 28, 1);
  private static final Shape CIFAR = new Shape(32, 32, 3);

  @Test
  void drawsLeNet4AsTheStudyHasIt() {
    Blueprint network =
        draw("lenet-4", MNIST, Task.MULTICLASS, 10, Map.of("width", 500L, "dropout", 0.0));
    // conv 5*5*1*20 + 20, conv 5*5*20*50 + 50, dense 7*7*50*500 + 500, output 500*10 + 10
    assertThat(network.parameters()).isEqualTo(520 + 25_050 + 1_225_500 + 5_010);
    assertThat(kinds(network))
        .containsExactly(
            "Convolution",
            "Activate",
            "MaxPool",
            "Convolution",
            "Activate",
            "MaxPool",
            "Flatten",
            "Dense",
            "Activate",
            "Output");
  }

  @Test
  void takesThePublishedLabelForTheDepthOfDepthNet() {
    Blueprint network =
        draw(
            "depth-net",
            MNIST,
            Task.MULTICLASS,
            10,
            Map.of("depth", 15L, "width", 500L, "dropout", 0.25));
    // Two valid convolutions and the pooling leave 10x10x50; label 15 means 12 hidden dense layers.
    long dense = 5000L * 500 + 500 + 11L * (500 * 500 + 500);
    assertThat(network.trainableParameters()).isEqualTo(520 + 25_050 + dense + 12 * 1000 + 5_010);
    assertThat(network.parameters()).isEqualTo(network.trainableParameters() + 12 * 1000L);
    assertThat(kinds(network).stream().filter("Dense"::equals)).hasSize(12);
    assertThat(kinds(network).subList(7, 11))
        .containsExactly("Dense", "BatchNorm", "Activate", "Dropout");
  }

  @Test
  void drawsTheSmallestNetworkOfTheArticle() {
    Blueprint network = draw("xor-net", new Shape(1, 2, 1), Task.BINARY, 2, Map.of("width", 2L));
    assertThat(network.parameters()).isEqualTo(2 * 2 + 2 + 2 + 1);
    assertThat(network.nodes().get(network.nodes().size() - 1).output()).isEqualTo(Shape.flat(1));
  }

  @Test
  void refusesImagesThatAreTooSmall() {
    assertThatThrownBy(
            () ->
                draw(
                    "depth-net",
                    new Shape(8, 8, 1),
                    Task.MULTICLASS,
                    10,
                    Map.of("depth", 15L, "width", 5L, "dropout", 0.0)))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "the input is too small: a layer with a 5x5 window gets 4x4 and would leave nothing");
  }

  @Test
  void takesAMomentumOfBatchNormalisationForTheNetworksOwn() {
    Map<String, Object> own = Map.of("depth", 20L, "width", 16L);
    Map<String, Object> given = Map.of("depth", 20L, "width", 16L, "batch-norm-momentum", 0.9);
    assertThat(norms(draw("resnet-v2", CIFAR, Task.MULTICLASS, 10, own)))
        .isNotEmpty()
        .containsOnly(Op.BatchNorm.KERAS);
    assertThat(norms(draw("resnet-v2", CIFAR, Task.MULTICLASS, 10, given)))
        .isNotEmpty()
        .containsOnly(new Op.BatchNorm(0.9, Op.BatchNorm.KERAS.epsilon()));
    Map<String, Object> simple = Map.of("dropout", 0.1, "batch-norm-momentum", 0.5);
    assertThat(norms(draw("simplenet", CIFAR, Task.MULTICLASS, 10, simple)))
        .isNotEmpty()
        .containsOnly(new Op.BatchNorm(0.5, 1e-5));
  }

  @Test
  void refusesAMomentumForANetworkWithoutBatchNormalisation() {
    Map<String, Object> settings =
        Map.of("width", 500L, "dropout", 0.0, "batch-norm-momentum", 0.9);
    assertThatThrownBy(() -> draw("lenet-4", MNIST, Task.MULTICLASS, 10, settings))
        .isInstanceOf(NetworkException.class)
        .hasMessage("batch-norm-momentum is given, but lenet-4 has no batch normalisation here");
  }

  private static List<Op> norms(Blueprint network) {
    return network.nodes().stream().map(Node::op).filter(Op.BatchNorm.class::isInstance).toList();
  }

  private static Blueprint draw(
      String model, Shape input, Task task, int classes, Map<String, Object> settings) {
    RunConfig run = new RunConfig("test", new TreeMap<>(settings), 1);
    return ModelCatalog.get(model).draw(new BlueprintBuilder(input, task, classes), run);
  }

  private static List<String> kinds(Blueprint network) {
    return network.nodes().stream().map(node -> node.op().getClass().getSimpleName()).toList();
  }
}
