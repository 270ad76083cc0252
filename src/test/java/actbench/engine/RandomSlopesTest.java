package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Sgd;

/** Randomized leaky ReLU in training and out of it. */
final class RandomSlopesTest {
  private static final ElementFunction RRELU =
      ActivationCatalog.createElement("rrelu", Map.of("lower", 0.1, "upper", 0.5));

  private static LoneLayer layer(DataType type, EnginePath path, INDArray input) {
    return new LoneLayer(new ActivationLayer(RRELU), type, path, input);
  }

  @ParameterizedTest
  @EnumSource
  void drawsASlopeForEachNegativeNumber(EnginePath path) {
    INDArray x = Nd4j.valueArrayOf(new long[] {100, 1000}, -2f);
    INDArray y = layer(DataType.FLOAT, path, x).forward(x, true);
    INDArray slopes = y.div(-2);
    assertThat(slopes.minNumber().doubleValue()).isBetween(0.1, 0.101);
    assertThat(slopes.maxNumber().doubleValue()).isBetween(0.499, 0.5);
    double deviation = 0.4 / Math.sqrt(12);
    assertThat(slopes.meanNumber().doubleValue())
        .isCloseTo(0.3, within(5 * deviation / Math.sqrt(1e5)));
    assertThat(slopes.stdNumber().doubleValue()).isCloseTo(deviation, within(2e-3));
  }

  @Test
  void usesTheMeanOutsideOfTraining() {
    INDArray x = Nd4j.createFromArray(new float[][] {{-2, 3, -0.5f}});
    INDArray y = layer(DataType.FLOAT, EnginePath.current(), x).forward(x, false);
    assertThat(y.equalsWithEps(Nd4j.createFromArray(new float[][] {{-0.6f, 3, -0.15f}}), 1e-6))
        .isTrue();
  }

  /** The function is linear in each number, so the slope of the way back is that of the way on. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void multipliesTheGradientByTheSameSlopes(DataType type) {
    INDArray most = Nd4j.linspace(type, -3, 1e-3, 9000).reshape(30, 300);
    LoneLayer layer = layer(type, EnginePath.current(), most);
    // More than one tile, then fewer.
    for (INDArray x : new INDArray[] {most, most.get(NDArrayIndex.interval(0, 7)).dup('c'), most}) {
      INDArray y = layer.forward(x, true).dup();
      INDArray dx = layer.backward(Nd4j.onesLike(x));
      assertThat(dx.mul(x).equalsWithEps(y, 1e-6)).isTrue();
      assertThat(dx.minNumber().doubleValue()).isBetween(0.1, 0.11);
    }
  }

  @Test
  void drawsTheSameInFloatAndDouble() {
    INDArray x = Nd4j.linspace(DataType.DOUBLE, -3, 0.11, 60).reshape(6, 10);
    INDArray exact = layer(DataType.DOUBLE, EnginePath.current(), x).forward(x, true);
    INDArray single = x.castTo(DataType.FLOAT);
    INDArray y = layer(DataType.FLOAT, EnginePath.current(), single).forward(single, true);
    assertThat(y.castTo(DataType.DOUBLE).equalsWithEps(exact, 1e-6)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void takesSubnormalNumbersForWhatTheyAreAndKeepsNan(DataType type) {
    INDArray x =
        Nd4j.createFromArray(new float[][] {{Float.MIN_VALUE, Float.NaN, 0, 1e30f}}).castTo(type);
    LoneLayer layer = layer(type, EnginePath.current(), x);
    INDArray y = layer.forward(x, true).dup();
    INDArray dx = layer.backward(Nd4j.onesLike(x));
    assertThat(y.getDouble(1)).isNaN();
    assertThat(dx.getDouble(0)).isEqualTo(1);
    assertThat(dx.getDouble(1)).isNaN();
    assertThat(dx.getDouble(2)).isBetween(0.1, 0.5);
    assertThat(dx.getDouble(3)).isEqualTo(1);
  }

  @Test
  void drawsOthersInTheNextStepAndTheSameInTheNextRun() {
    INDArray x = Nd4j.valueArrayOf(new long[] {7, 33}, -1f);
    LoneLayer layer = layer(DataType.FLOAT, EnginePath.current(), x);
    INDArray first = layer.forward(x, true).dup();
    layer.startStep(1);
    assertThat(layer.forward(x, true)).isNotEqualTo(first);
    assertThat(layer(DataType.FLOAT, EnginePath.PLAIN, x).forward(x, true)).isEqualTo(first);
  }

  /** Alone, after a layer, and after a sum. */
  private static ComputationGraph network() {
    return EngineNetwork.create(
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .updater(new Sgd(0.1))
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.feedForward(4))
            .addLayer("alone", new ActivationLayer(RRELU), "in")
            .addLayer("after", new Dense(4).activation(RRELU), "alone")
            .addVertex("sum", new ResidualAdd(RRELU), "in", "after")
            .addLayer("out", new Dense(2), "sum")
            .addLayer("loss", new LossLayer(Loss.MEAN_SQUARED_ERROR), "out")
            .setOutputs("loss")
            .build());
  }

  private static INDArray[] examples(int count) {
    return new INDArray[] {Nd4j.linspace(DataType.FLOAT, -4, 0.01, 4L * count).reshape(count, 4)};
  }

  @Test
  void goesOnFromAFileWithTheSlopesOfTheNextStep(@TempDir Path folder) throws IOException {
    ComputationGraph net = network();
    INDArray[] x = examples(8);
    INDArray[] y = {Nd4j.ones(DataType.FLOAT, 8, 2)};
    net.fit(x, y);
    File file = folder.resolve("net.zip").toFile();
    ModelSerializer.writeModel(net, file, true);
    ComputationGraph restored = EngineNetwork.restore(file);
    net.fit(x, y);
    restored.fit(x, y);
    assertThat(restored.params()).isEqualTo(net.params());
  }

  /** The slopes of the last step belong to its examples only. */
  @Test
  void showsTheMeanToThoseWhoWatchAfterTraining() {
    ComputationGraph net = network();
    net.fit(examples(8), new INDArray[] {Nd4j.ones(DataType.FLOAT, 8, 2)});
    Saturation saturation = new Saturation(net);
    saturation.start();
    net.output(examples(300));
    assertThat(saturation.stop())
        .containsOnlyKeys("alone", "after", "sum")
        .allSatisfy((name, share) -> assertThat(share).isZero());
  }
}
