package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.model.Blueprint;
import actbench.model.BlueprintBuilder;
import actbench.model.EngineLayers;
import actbench.model.HiddenActivation;
import actbench.model.NetworkPlan;
import actbench.model.Shape;
import actbench.optim.Optimizer;
import actbench.optim.Schedule;
import actbench.spec.Choice;
import actbench.spec.Task;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * By plain gradient descent a step is the rate times the gradient, so the weights tell its norm.
 */
final class GradientNormsTest {
  private static final double RATE = 0.5;

  private static ComputationGraph network() {
    Blueprint blueprint =
        new BlueprintBuilder(new Shape(2, 2, 3), Task.MULTICLASS, 4)
            .flatten()
            .dense(5)
            .batchNorm()
            .activate()
            .output();
    return new EngineLayers()
        .create(
            new NetworkPlan(
                blueprint,
                HiddenActivation.fixed(ActivationCatalog.createElement("mish", Map.of())),
                Optimizer.of(Choice.of("sgd"), RATE, new Schedule.Constant()).updater(),
                List.of(),
                List.of(),
                1));
  }

  private static INDArray weights(ComputationGraph net, String layer) {
    return Nd4j.concat(
        0,
        net.getLayer(layer).getParam("W").ravel().dup(),
        net.getLayer(layer).getParam("b").dup());
  }

  @Test
  void areThoseOfTheStepsTaken() {
    ComputationGraph net = network();
    GradientNorms norms = new GradientNorms(net);
    net.setListeners(norms);
    INDArray x = Nd4j.rand(DataType.FLOAT, 6, 2, 2, 3);
    INDArray y = Nd4j.zeros(DataType.FLOAT, 6, 4);
    for (int i = 0; i < 6; i++) {
      y.putScalar(i, i % 4, 1);
    }
    norms.startEpoch();
    double dense = 0;
    double output = 0;
    for (int batch = 1; batch <= 3; batch++) {
      INDArray before = weights(net, "dense1");
      INDArray outputBefore = weights(net, "output1");
      norms.next(batch, 3);
      net.fit(new INDArray[] {x}, new INDArray[] {y});
      dense += weights(net, "dense1").sub(before).norm2Number().doubleValue() / RATE / 3;
      output += weights(net, "output1").sub(outputBefore).norm2Number().doubleValue() / RATE / 3;
    }
    SortedMap<String, Double> values = norms.values();
    assertThat(values.keySet())
        .containsExactly("gradient_norm", "gradient_norm/dense1", "gradient_norm/output1");
    assertThat(values.get("gradient_norm/dense1")).isCloseTo(dense, within(1e-4 * dense));
    assertThat(values.get("gradient_norm/output1")).isCloseTo(output, within(1e-4 * output));
    assertThat(values.get("gradient_norm")).isGreaterThan(Math.max(dense, output));
  }

  @Test
  void areTakenFromEightBatchesAtMost() {
    GradientNorms norms = new GradientNorms(network());
    assertThat(IntStream.rangeClosed(1, 5).filter(batch -> norms.next(batch, 5))).hasSize(5);
    assertThat(IntStream.rangeClosed(1, 1000).filter(batch -> norms.next(batch, 1000)))
        .containsExactly(125, 250, 375, 500, 625, 750, 875, 1000);
  }
}
