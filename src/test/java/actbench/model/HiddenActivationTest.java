package actbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.activation.ActivationCatalog;
import actbench.spec.Choice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Sgd;

/** What a run's activation says of learning, and that it reaches all hidden units. */
final class HiddenActivationTest {
  private static Choice choice(String name, Map<String, Object> parameters) {
    return new Choice(name, new TreeMap<>(parameters));
  }

  private static HiddenActivation of(String name, Map<String, Object> parameters) {
    return HiddenActivation.of(choice(name, parameters));
  }

  @Test
  void learnsWhatIsLearnedByNature() {
    assertThat(of("prelu", Map.of()).learned()).containsExactly("alpha");
    assertThat(of("prelu", Map.of()).perChannel()).isTrue();
    assertThat(of("prelu", Map.of("per", "layer")).perChannel()).isFalse();
    assertThat(of("prelu", Map.of("learnable", false)).isFixed()).isTrue();
    assertThat(of("srelu", Map.of()).learned()).hasSize(4);
  }

  @Test
  void refusesAClassThatHasChangedSinceItWasPlanned() {
    String own = "actbench.activation.check.WrongSlope";
    String sum = ActivationCatalog.classSha256(own);
    assertThat(sum).matches("[0-9a-f]{64}");
    assertThat(of(own, Map.of("sha256", sum)).isFixed()).isTrue();
    assertThatThrownBy(() -> of(own, Map.of("sha256", "0" + sum.substring(1) + "0")))
        .hasMessage(
            "class '"
                + own
                + "' has changed since the spec was read. Run the spec again: a changed class is"
                + " another function");
  }

  @Test
  void learnsOthersOnRequest() {
    assertThat(of("swish", Map.of("beta", 1.5)).isFixed()).isTrue();
    HiddenActivation learned = of("beta-mish", Map.of("beta", 0.5, "learnable", true));
    assertThat(learned.learned()).containsExactly("beta");
    assertThat(learned.perChannel()).isFalse();
    assertThat(learned.function().parameters()).containsEntry("beta", 0.5);
    assertThat(of("swish", Map.of("learnable", true, "per", "channel")).perChannel()).isTrue();
    assertThat(of("mish", Map.of()).isFixed()).isTrue();
  }

  @Test
  void refusesWhatHasNoEffect() {
    assertThatThrownBy(() -> of("swish", Map.of("per", "channel")))
        .isInstanceOf(NetworkException.class)
        .hasMessage(
            "'per: channel' says where values are learned, but 'swish' learns none; write"
                + " 'learnable: true' too");
  }

  static Stream<String> models() {
    return ModelCatalog.all().stream().map(Model::name);
  }

  @ParameterizedTest
  @MethodSource("models")
  void learnsInEveryHiddenUnit(String model) {
    Blueprint fixed = Drawings.draw(model, Drawings.CIFAR, 10, Map.of());
    Blueprint learned =
        Drawings.draw(model, Drawings.CIFAR, 10, Map.of("activation", Choice.of("prelu")));
    long slopes = 0;
    for (int i = 0; i < fixed.nodes().size(); i++) {
      Node node = learned.nodes().get(i);
      assertThat(node.name()).isEqualTo(fixed.nodes().get(i).name());
      if (node.op() instanceof Op.Activate) {
        assertThat(node.weights())
            .containsExactly(new Weight("alpha", List.of(node.output().channels()), 0, 0, true));
        slopes += node.output().channels();
      } else {
        assertThat(node).isEqualTo(fixed.nodes().get(i));
      }
    }
    assertThat(slopes).isPositive();
    assertThat(learned.parameters()).isEqualTo(fixed.parameters() + slopes);
    assertThat(learned.trainableParameters()).isEqualTo(fixed.trainableParameters() + slopes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lenet-4", "mlp", "resnet-v1", "se-resnet-18", "squeezenet", "u-net"})
  void isBuiltAsDrawn(String model) {
    Choice srelu = choice("srelu", Map.of("t-right", 2.0));
    Blueprint drawn = Drawings.draw(model, Drawings.CIFAR, 10, Map.of("activation", srelu));
    ComputationGraph graph = new EngineLayers().create(plan(drawn, HiddenActivation.of(srelu)));
    assertThat(graph.numParams()).isEqualTo(drawn.parameters());
    for (Node node : drawn.nodes()) {
      if (node.op() instanceof Op.Activate) {
        assertThat(new EngineLayers().vertex(drawn, node)).isEqualTo(node.name());
        assertThat(graph.getLayer(node.name()).getParam("t-right").minNumber().doubleValue())
            .isEqualTo(2);
      }
    }
  }

  private static NetworkPlan plan(Blueprint drawn, HiddenActivation activation) {
    return new NetworkPlan(drawn, activation, new Sgd(0.1), List.of(), List.of(), 1);
  }

  @Test
  void isRefusedByLayersThatCannotLearn() {
    Blueprint drawn =
        Drawings.draw("lenet-4", Drawings.MNIST, 10, Map.of("activation", Choice.of("prelu")));
    NetworkPlan plan = plan(drawn, of("prelu", Map.of()));
    assertThatThrownBy(() -> new StockLayers().create(plan))
        .isInstanceOf(NetworkException.class)
        .hasMessageContaining("do not serve step 'activation1'");
  }

  @Test
  void hasSettingsForAllThatCanLearn() {
    ActivationCatalog.entries()
        .forEach(
            entry ->
                assertThat(HiddenActivation.settings(entry))
                    .hasSize(entry.learnable().isEmpty() ? 0 : 2));
  }
}
