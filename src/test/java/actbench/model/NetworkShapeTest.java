package actbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes of the catalogue's networks, and where the activation is. */
final class NetworkShapeTest {
  /** Heights and channels before the output, by the papers' tables at 32x32. */
  @ParameterizedTest
  @CsvSource({
    "resnet-v1, 8, 64",
    "resnet-v2, 8, 256",
    "wide-resnet, 8, 256",
    "resnext-50, 4, 2048",
    "squeezenet, 4, 512",
    "se-resnet-18, 4, 516",
    "se-resnet-50, 4, 2064",
    "densenet-121, 4, 1024",
    "densenet-161, 4, 2208",
    "densenet-169, 4, 1664",
    "densenet-201, 4, 1920",
    "mobilenet-v1, 2, 1024",
    "mobilenet-v2, 5, 1280",
    "shufflenet-v1, 4, 960",
    "shufflenet-v2, 4, 1024",
    "inception-v3, 6, 2048",
    "inception-resnet-v2, 6, 2048",
    "xception, 4, 2048",
    "efficientnet-b0, 1, 1280",
  })
  void endInTheImagesOfThePapers(String model, int height, int channels) {
    Blueprint network = Drawings.draw(model, Drawings.CIFAR, 10, Map.of());
    Node pooling =
        network.nodes().stream()
            .filter(node -> node.op() instanceof Op.GlobalAveragePool)
            .reduce((first, last) -> last)
            .orElseThrow();
    assertThat(pooling.input()).isEqualTo(new Shape(height, height, channels));
  }

  static Stream<String> imageModels() {
    return ModelCatalog.all().stream()
        .map(Model::name)
        .filter(name -> !List.of("mlp", "xor-net", "iris-net").contains(name));
  }

  /**
   * The study's DenseNets kept a ReLU nearly everywhere. Here only gates have a function of their
   * own.
   */
  @ParameterizedTest
  @MethodSource("imageModels")
  void haveNoFunctionButTheRunsAndGates(String model) {
    Blueprint network = Drawings.draw(model, Drawings.CIFAR, 10, Map.of());
    for (Node node : network.nodes()) {
      if (node.op() instanceof Op.Fixed fixed) {
        assertThat(fixed.function()).isEqualTo("sigmoid");
        assertThat(network.nodes())
            .anyMatch(
                reader ->
                    reader.op() instanceof ChannelOp.Scale
                        && reader.inputs().get(1).equals(node.name()));
      }
    }
    assertThat(network.nodes()).anyMatch(node -> node.op() instanceof Op.Activate);
  }

  /** By the papers' tables: two in a dense layer, four in a block with a gate, and so on. */
  @ParameterizedTest
  @CsvSource({
    "densenet-121, 117",
    "densenet-201, 197",
    "resnet-v1, 19",
    "resnet-v2, 19",
    "wide-resnet, 13",
    "mobilenet-v1, 27",
    "se-resnet-18, 33",
  })
  void haveAsManyActivationsAsTheirDesign(String model, int activations) {
    Blueprint network = Drawings.draw(model, Drawings.CIFAR, 10, Map.of());
    assertThat(network.nodes().stream().filter(node -> node.op() instanceof Op.Activate))
        .hasSize(activations);
  }

  @ParameterizedTest
  @MethodSource("imageModels")
  void takeOtherImagesAndClasses(String model) {
    if (ModelCatalog.get(model).task().isPresent()) {
      return;
    }
    Shape shape = new Shape(48, 48, 1);
    Blueprint network = Drawings.draw(model, shape, 7, Map.of());
    assertThat(network.nodes().get(network.nodes().size() - 1).output()).isEqualTo(Shape.flat(7));
  }

  @Test
  void sayWhenAnImageIsTooSmall() {
    assertThatThrownBy(() -> Drawings.draw("inception-v3", new Shape(8, 8, 3), 10, Map.of()))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "the input is too small: a layer with a 3x3 window gets 2x2 and would leave nothing");
    assertThatThrownBy(() -> Drawings.draw("vgg-16", new Shape(1, 4, 1), 3, Map.of()))
        .isInstanceOf(NetworkException.class)
        .hasMessageContaining("the input is too small");
  }
}
