package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.data.BatchTransform;
import actbench.data.Examples;
import actbench.model.Blueprint;
import actbench.model.BlueprintBuilder;
import actbench.model.EngineLayers;
import actbench.model.HiddenActivation;
import actbench.model.ModelCatalog;
import actbench.model.NetworkPlan;
import actbench.model.Objective;
import actbench.model.Patch;
import actbench.model.Shape;
import actbench.optim.Optimizer;
import actbench.optim.Schedule;
import actbench.spec.Choice;
import actbench.spec.Measure;
import actbench.spec.Task;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;

/** What is told of units does not depend on how many examples are looked at together. */
final class HiddenUnitsTest {
  private static final Examples DIGITS =
      Digits.store().load(Choice.of("digits")).train().select(IntStream.range(0, 100).toArray());

  private final Blueprint blueprint =
      new BlueprintBuilder(new Shape(8, 8, 1), Task.MULTICLASS, 10)
          .conv(4, Patch.of(3))
          .activate()
          .flatten()
          .dense(8)
          .activate()
          .output();
  private final EngineLayers layers = new EngineLayers();
  private final ComputationGraph net =
      layers.create(
          new NetworkPlan(
              blueprint,
              HiddenActivation.fixed(ActivationCatalog.createElement("tanh", Map.of())),
              Optimizer.of(Choice.of("sgd"), 0.1, new Schedule.Constant()).updater(),
              List.of(),
              List.of(),
              1));

  private SortedMap<String, Double> values(int together) {
    return new HiddenUnits(
            net,
            blueprint,
            layers,
            DIGITS,
            BatchTransform.NONE,
            together,
            EnumSet.allOf(Measure.class))
        .values();
  }

  @Test
  void areTheSameInBatchesOfAnySize() {
    net.getLayer("dense1").getParam("W").muli(20);
    SortedMap<String, Double> atOnce = values(100);
    SortedMap<String, Double> inParts = values(7);

    assertThat(inParts).containsOnlyKeys(atOnce.keySet());
    atOnce.forEach(
        (name, value) -> assertThat(inParts.get(name)).as(name).isCloseTo(value, within(1e-6)));
    assertThat(atOnce.get("saturated_units/activation2")).isBetween(0.05, 0.95);
    assertThat(values(7)).as("a second look").isEqualTo(inParts);
  }

  @Test
  void aUnitThatIsConstantIsDead() {
    net.getLayer("dense1").getParam("W").getColumn(3).assign(0);

    assertThat(values(9))
        .containsEntry("dead_units/activation1", 0.0)
        .containsEntry("dead_units/activation2", 1.0 / 8);
  }

  @Test
  void constantWithinEachBatchIsNotDead() {
    // One example a batch: a dense unit has one response there, but not the same in all.
    assertThat(values(1)).containsEntry("dead_units/activation2", 0.0);
  }

  @Test
  void largeNetworksAreScoredInBatchesOfTheirTraining() {
    assertThat(Evaluation.batch(blueprint, 32)).isEqualTo(256);
    assertThat(Evaluation.batch(blueprint, 1024)).isEqualTo(256);
    Blueprint large =
        ModelCatalog.draw(
            Digits.run("mish", Map.of("model", Choice.of("resnet-v2"), "depth", 20L, "width", 16L)),
            new Shape(32, 32, 3),
            Objective.standard(Task.MULTICLASS, 10, new Shape(32, 32, 3)));
    assertThat(Evaluation.batch(large, 32)).isEqualTo(32);
    assertThat(Evaluation.batch(large, 1)).isBetween(1, 16);
  }
}
