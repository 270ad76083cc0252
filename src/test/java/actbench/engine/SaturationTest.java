package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.DoubleUnaryOperator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

/** Which responses count as flat. */
final class SaturationTest {
  private static final String[] NAMES = {"relu", "tanh", "mish", "prelu", "rrelu", "sum"};

  /** Every kind of activation, on what comes in. */
  private static ComputationGraph network(EnginePath path, DataType type) {
    EnginePath before = EnginePath.current();
    EnginePath.choose(path);
    var graph =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .updater(new Sgd(1))
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.feedForward(4))
            .addLayer("relu", new ActivationLayer(SampleNetworks.function("relu")), "in")
            .addLayer("tanh", new ActivationLayer(SampleNetworks.function("tanh")), "in")
            .addLayer("mish", new Dense(4).activation(SampleNetworks.function("mish")), "in")
            .addLayer("prelu", LearnedActivationTest.layer("prelu", true), "in")
            .addLayer("rrelu", new ActivationLayer(SampleNetworks.function("rrelu")), "in")
            .addVertex("sum", new ResidualAdd(SampleNetworks.function("sigmoid")), "in", "tanh")
            .addVertex("all", new Concatenation(), NAMES)
            .addLayer("out", new Dense(2), "all")
            .addLayer("loss", new LossLayer(Loss.MEAN_SQUARED_ERROR), "out")
            .setOutputs("loss")
            .build();
    ComputationGraph net = EngineNetwork.create(graph);
    EnginePath.choose(before);
    net.getLayer("mish").getParam("W").assign(Nd4j.eye(4).castTo(type));
    net.getLayer("prelu").getParam("alpha").assign(Nd4j.createFromArray(0.5, 0.005, -0.005, 0.02));
    return net;
  }

  private static INDArray examples(DataType type, int count) {
    double[] values = new Random(4).doubles(4L * count, -8, 8).toArray();
    return Nd4j.createFromArray(values).reshape('c', count, 4).castTo(type);
  }

  private static double share(INDArray x, DoubleUnaryOperator slope) {
    double[] values = x.dup('c').castTo(DataType.DOUBLE).data().asDouble();
    long flat = 0;
    for (double each : values) {
      flat += Math.abs(slope.applyAsDouble(each)) < Saturation.FLAT ? 1 : 0;
    }
    return (double) flat / values.length;
  }

  @ParameterizedTest
  @EnumSource
  void countsSlopesNearZero(EnginePath path) {
    assumeTrue(path == EnginePath.PLAIN || Onednn.isAvailable());
    for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
      ComputationGraph net = network(path, type);
      INDArray x = examples(type, 300);
      INDArray plain = net.outputSingle(x).dup();
      Saturation saturation = new Saturation(net);
      saturation.start();
      INDArray watched = net.outputSingle(x).dup();
      SortedMap<String, Double> shares = saturation.stop();
      assertThat(watched).isEqualTo(plain);
      assertThat(shares.keySet()).containsExactlyInAnyOrder(NAMES);
      for (String name : new String[] {"relu", "tanh", "mish"}) {
        assertThat(shares.get(name))
            .as(name)
            .isCloseTo(share(x, SampleNetworks.function(name)::derivative), within(1e-3));
      }
      // Two of four slopes are below a hundredth.
      double negative = share(x.get(columns(1, 3)), v -> v < 0 ? 0 : 1);
      assertThat(shares.get("prelu")).isCloseTo(negative / 2, within(1e-9));
      assertThat(shares.get("rrelu")).isZero();
      double sums = share(x, v -> SampleNetworks.function("sigmoid").derivative(v + Math.tanh(v)));
      assertThat(shares.get("sum")).isCloseTo(sums, within(1e-3));
    }
  }

  private static INDArrayIndex[] columns(int from, int to) {
    return new INDArrayIndex[] {NDArrayIndex.all(), NDArrayIndex.interval(from, to)};
  }

  @Test
  void looksOnNoLongerThanAsked() {
    ComputationGraph net = network(EnginePath.current(), DataType.FLOAT);
    Saturation saturation = new Saturation(net);
    saturation.start();
    Map<String, Double> nothing = saturation.stop();
    net.outputSingle(examples(DataType.FLOAT, 5));
    assertThat(nothing).isEmpty();
    assertThat(saturation.stop()).isEmpty();
  }

  /** More numbers than are looked at together. */
  @Test
  void countsLargeArraysInStretches() {
    ComputationGraph net = network(EnginePath.current(), DataType.FLOAT);
    INDArray x = examples(DataType.FLOAT, 300_000);
    Saturation saturation = new Saturation(net);
    saturation.start();
    net.outputSingle(x);
    assertThat(saturation.stop().get("relu")).isCloseTo(share(x, v -> v > 0 ? 1 : 0), within(1e-9));
  }
}
