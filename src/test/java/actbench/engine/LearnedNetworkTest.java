package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.buffer.util.DataTypeUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Activations that learn, in a network: with all kinds of layers, from training to file and back.
 */
final class LearnedNetworkTest {
  private static ComputationGraph network(DataType type, IUpdater updater) {
    return EngineNetwork.create(
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .dataType(type)
            .updater(updater)
            .l2(0.1)
            .graphBuilder()
            .addInputs("in")
            .setInputTypes(InputType.convolutional(5, 5, 2, CNN2DFormat.NHWC))
            .addLayer("conv", new Convolution(4, Window.square(3)), "in")
            .addLayer("prelu", LearnedActivationTest.layer("prelu", true), "conv")
            .addLayer("norm", new BatchNormalization(), "prelu")
            .addLayer("srelu", LearnedActivationTest.layer("srelu", true), "norm")
            .addLayer("flat", new Flatten(), "srelu")
            .addLayer("one", new Dense(6), "flat")
            .addLayer("swish", LearnedActivationTest.layer("swish", false), "one")
            .addLayer("two", new Dense(5), "swish")
            .addLayer("mish", LearnedActivationTest.layer("beta-mish", true), "two")
            .addVertex("sum", new ResidualAdd(), "mish", "two")
            .addLayer("scaled", LearnedActivationTest.layer("e-swish", false), "sum")
            .addLayer("out", new Dense(3), "scaled")
            .addLayer("loss", new LossLayer(Loss.SOFTMAX_CROSS_ENTROPY), "out")
            .setOutputs("loss")
            .build());
  }

  private static INDArray images(DataType type) {
    double[] values = new Random(8).doubles(4 * 5 * 5 * 2, -1, 1).toArray();
    return Nd4j.createFromArray(values).reshape('c', 4, 5, 5, 2).castTo(type);
  }

  private static INDArray labels(DataType type) {
    INDArray labels = Nd4j.zeros(type, 4, 3);
    for (int i = 0; i < 4; i++) {
      labels.putScalar(i, i % 3, 1);
    }
    return labels;
  }

  private static void train(ComputationGraph net, DataType type, int steps) {
    for (int i = 0; i < steps; i++) {
      net.fit(new INDArray[] {images(type)}, new INDArray[] {labels(type)});
    }
  }

  @Test
  void gradientsInANetworkAreThoseOfDifferences() {
    ComputationGraph net = network(DataType.DOUBLE, new NoOp());
    DataTypeUtil.setDTypeForContext(DataType.DOUBLE);
    boolean right =
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.GraphConfig()
                .net(net)
                .epsilon(1e-6)
                .maxRelError(1e-5)
                .minAbsoluteError(1e-9)
                .inputs(new INDArray[] {images(DataType.DOUBLE)})
                .labels(new INDArray[] {labels(DataType.DOUBLE)}));
    DataTypeUtil.setDTypeForContext(DataType.FLOAT);
    assertThat(right).isTrue();
  }

  /** The gradient alone moves them: twice the rate, twice the way, whatever the penalty. */
  @Test
  void areUpdatedButNotRegularised() {
    double[] moved = new double[2];
    for (int twice = 0; twice < 2; twice++) {
      ComputationGraph net = network(DataType.DOUBLE, new Sgd(twice == 1 ? 2e-3 : 1e-3));
      INDArray beta = net.getLayer("swish").getParam("beta");
      assertThat(beta.getDouble(0)).isEqualTo(1);
      train(net, DataType.DOUBLE, 1);
      moved[twice] = beta.getDouble(0) - 1;
    }
    assertThat(moved[0]).isNotZero();
    assertThat(moved[1]).isCloseTo(2 * moved[0], within(1e-12));
    ComputationGraph net = network(DataType.DOUBLE, new Sgd(1));
    for (EngineNetwork.Placed each : EngineNetwork.parameters(net)) {
      if (each.parameter().role() == LayerParameter.Role.ACTIVATION) {
        assertThat(each.parameter().role().trained()).isTrue();
        EngineLayer layer = (EngineLayer) net.getLayer(each.layer()).conf().getLayer();
        assertThat(layer.getRegularizationByParam(each.parameter().key())).isNull();
      }
    }
  }

  @Test
  void isCountedAmongTheParameters() {
    ComputationGraph net = network(DataType.FLOAT, new Sgd(1));
    long learned =
        EngineNetwork.parameters(net).stream()
            .filter(each -> each.parameter().role() == LayerParameter.Role.ACTIVATION)
            .mapToLong(each -> each.parameter().length())
            .sum();
    assertThat(learned).isEqualTo(4 + 4 * 4 + 1 + 5 + 1);
  }

  @Test
  void bothPathsLearnTheSame() {
    INDArray first = null;
    for (EnginePath path : EnginePath.values()) {
      EnginePath before = EnginePath.current();
      if (path == EnginePath.ONEDNN && !Onednn.isAvailable()) {
        continue;
      }
      EnginePath.choose(path);
      ComputationGraph net = network(DataType.FLOAT, new Adam(0.01));
      EnginePath.choose(before);
      train(net, DataType.FLOAT, 5);
      if (first != null) {
        assertThat(net.params().equalsWithEps(first, 2e-4)).isTrue();
      }
      first = net.params().dup();
    }
  }

  @Test
  void goesOnInAnotherProcess(@TempDir Path folder) throws IOException, InterruptedException {
    ComputationGraph net = network(DataType.FLOAT, new Adam(0.01));
    train(net, DataType.FLOAT, 3);
    File file = folder.resolve("net.zip").toFile();
    ModelSerializer.writeModel(net, file, true);
    train(net, DataType.FLOAT, 2);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Resumption.class.getName(),
                file.toString())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains(Arrays.toString(net.params().toFloatVector()));
  }

  /** What the other process runs: two more steps, then all parameters. */
  static final class Resumption {
    private Resumption() {}

    public static void main(String[] args) throws IOException {
      ComputationGraph net = EngineNetwork.restore(new File(args[0]));
      train(net, DataType.FLOAT, 2);
      System.out.println(Arrays.toString(net.params().toFloatVector()));
    }
  }
}
