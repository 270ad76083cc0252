package actbench.optim;

import static actbench.optim.TinyNetwork.choice;
import static org.assertj.core.api.Assertions.assertThat;

import actbench.spec.Choice;
import actbench.spec.Term;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.regularization.Regularization;

/** Training that is saved and restored half-way ends with the same bits. */
final class SavedTrainingTest {
  private static final Schedule CYCLE =
      ScheduleCatalog.schedule(choice("one-cycle", "share", 0.4), 2, 4);

  @TempDir private Path folder;

  static Stream<Choice> optimizers() {
    return Stream.concat(
        OptimizerCatalog.TERMS.stream().map(Term::name).map(Choice::of),
        Stream.of(
            choice("rmsprop", "momentum", 0.9, "decay", 0.1),
            choice("adagrad", "initial-accumulator", 0.1),
            choice("adam", "definition", "torch")));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void goesOnAfterRestoring(Choice choice) throws IOException {
    List<Regularization> kernel = RegularizerCatalog.regularization(Choice.of("l1-l2"));
    ComputationGraph straight =
        TinyNetwork.build(DataType.FLOAT, Optimizer.of(choice, 0.05, CYCLE), kernel);
    TinyNetwork.train(straight, DataType.FLOAT, 0, 3);
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(straight, file, true);
    ComputationGraph restored = ModelSerializer.restoreComputationGraph(file, true);
    assertThat(restored.getConfiguration()).isEqualTo(straight.getConfiguration());
    assertThat(restored.getUpdater().getUpdaterBlocks()).hasSize(1);
    TinyNetwork.train(straight, DataType.FLOAT, 3, 6);
    assertThat(restored.params()).isNotEqualTo(straight.params());
    TinyNetwork.train(restored, DataType.FLOAT, 3, 6);
    assertThat(restored.params().toFloatVector()).isEqualTo(straight.params().toFloatVector());
    boolean stateless = OptimizerCatalog.rule(choice).state().isEmpty();
    assertThat(straight.getUpdater().getStateViewArray() == null).isEqualTo(stateless);
    if (!stateless) {
      assertThat(restored.getUpdater().getStateViewArray().toFloatVector())
          .isEqualTo(straight.getUpdater().getStateViewArray().toFloatVector());
    }
  }

  @Test
  void goesOnInAnotherProcess() throws IOException, InterruptedException {
    Optimizer optimizer = Optimizer.of(Choice.of("adamw"), 0.05, CYCLE);
    List<Regularization> kernel = RegularizerCatalog.regularization(Choice.of("l2"));
    ComputationGraph network = TinyNetwork.build(DataType.DOUBLE, optimizer, kernel);
    TinyNetwork.train(network, DataType.DOUBLE, 0, 3);
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    TinyNetwork.train(network, DataType.DOUBLE, 3, 5);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Resumption.class.getName(),
                file.toString())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains(Arrays.toString(network.params().toDoubleVector()));
  }

  /** What the other process runs: two more steps, then the weights. */
  static final class Resumption {
    private Resumption() {}

    public static void main(String[] args) throws IOException {
      ComputationGraph network = ModelSerializer.restoreComputationGraph(new File(args[0]), true);
      TinyNetwork.train(network, DataType.DOUBLE, 3, 5);
      System.out.println(Arrays.toString(network.params().toDoubleVector()));
    }
  }
}
