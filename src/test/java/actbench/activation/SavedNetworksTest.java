package actbench.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks with every function, saved here and restored in a fresh JVM without registration. */
@Timeout(120)
final class SavedNetworksTest {
  @TempDir Path folder;

  private static Stream<NeuralActivation> activations() {
    Stream<ActivationFunction> own =
        Stream.of(
            ActivationCatalog.create("x * sigmoid(beta * x)", Map.of("beta", 1.25)),
            ActivationCatalog.create(OwnFunctionsTest.Cubed.class.getName(), Map.of("scale", 0.5)),
            RowFunction.SOFTMAX,
            RowFunction.LOG_SOFTMAX);
    return Stream.concat(ActivationCatalogTest.functions(), own).map(NeuralActivation::new);
  }

  private static MultiLayerNetwork network(NeuralActivation activation) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .seed(1)
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(new DenseLayer.Builder().nIn(3).nOut(5).activation(activation).build())
                .layer(
                    new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(5)
                        .nOut(2)
                        .activation(new NeuralActivation("identity", Map.of()))
                        .build())
                .build());
    network.init();
    return network;
  }

  /** The bits of what a network answers. */
  static int[] answer(MultiLayerNetwork network) {
    INDArray x = Nd4j.linspace(DataType.FLOAT, -4, 0.31, 24).reshape(8, 3);
    float[] y = network.output(x).dup('c').data().asFloat();
    int[] bits = new int[y.length];
    for (int i = 0; i < y.length; i++) {
      bits[i] = Float.floatToIntBits(y[i]);
    }
    return bits;
  }

  @Test
  void answerTheSameInAFreshJvm() throws IOException, InterruptedException {
    List<String> wanted = new ArrayList<>();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                RestoreMain.class.getName()));
    for (NeuralActivation activation : activations().toList()) {
      MultiLayerNetwork network = network(activation);
      Path file = folder.resolve(wanted.size() + ".zip");
      ModelSerializer.writeModel(network, file.toFile(), false);
      wanted.add("answer " + Arrays.hashCode(answer(network)));
      command.add(file.toString());
    }
    Process fresh = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(fresh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(fresh.waitFor()).as(output).isZero();
    assertThat(output.lines().filter(each -> each.startsWith("answer ")))
        .containsExactlyElementsOf(wanted);
    assertThat(wanted).hasSizeGreaterThan(55);
  }
}
