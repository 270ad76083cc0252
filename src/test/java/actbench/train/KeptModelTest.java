package actbench.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.engine.EngineNetwork;
import actbench.grid.RunConfig;
import actbench.result.KeptModel;
import actbench.result.ResultException;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.spec.Choice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** Early stopping, and the networks that runs leave behind. */
final class KeptModelTest {
  private static final Choice HELD_OUT =
      Digits.choice("digits", Map.of("train", 200L, "validation", 200L));

  @TempDir private Path folder;

  @Test
  void keepsTheLastNetworkAndTheBestOne() throws IOException {
    Choice rule = Digits.choice("validation-accuracy", Map.of("patience", 2L));
    RunConfig run = overfitting(Map.of("early-stopping", rule));
    RunResult result = Digits.train(run, Optional.of(folder.resolve("models")));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    Path last = folder.resolve("models/digits-mish-last.zip");
    Path best = folder.resolve("models/digits-mish-best.zip");
    try (Stream<Path> files = Files.list(folder.resolve("models"))) {
      assertThat(files).containsExactlyInAnyOrder(last, best);
    }
    KeptModel about = KeptModel.read(best);
    assertThat(about.run()).isEqualTo(run);
    assertThat((double) about.epoch()).isEqualTo(result.metrics().get("best_epoch"));
    assertThat(about.input()).containsExactly(8, 8, 1);
    assertThat(about.classes()).hasSize(10).contains("7");
    assertThat(KeptModel.read(last).epoch()).isEqualTo(about.epoch() + 2);
    float[] bestOutput = output(best.toString());
    assertThat(output(last.toString())).isNotEqualTo(bestOutput);
  }

  @Test
  void restoresANetworkInAProcessOfItsOwn() throws IOException, InterruptedException {
    RunResult result = Digits.train(Digits.run("beta-mish", Map.of()), Optional.of(folder));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    String file = folder.resolve("digits-beta-mish-last.zip").toString();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Stranger.class.getName(),
                file)
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    assertThat(printed).contains(Arrays.toString(output(file)));
  }

  @Test
  void keepsNoBestNetworkWhereNothingIsHeldOut() {
    Digits.train(Digits.run("relu", Map.of()), Optional.of(folder));
    assertThat(folder.resolve("digits-relu-last.zip")).exists();
    assertThat(folder.resolve("digits-relu-best.zip")).doesNotExist();
  }

  @Test
  void keepsTheScoresOfARunWhoseNetworkCannotBeKept() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("file"));
    RunResult result = Digits.train(Digits.run("relu", Map.of()), Optional.of(inTheWay));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    assertThat(result.metrics()).containsKey("test_accuracy");
    assertThat(result.facts().get(KeptModel.UNKEPT))
        .startsWith("no: ")
        .contains("digits-relu-last.zip: error: cannot be written");
  }

  @Test
  void stopsEarlyAndTestsTheBestWeights() {
    Choice rule = Digits.choice("validation-accuracy", Map.of("patience", 2L));
    RunResult whole = Digits.train(overfitting(Map.of()));
    RunResult stopped = Digits.train(overfitting(Map.of("early-stopping", rule)));
    assertThat(stopped.status()).as(stopped.failure()).isEqualTo(Status.OK);
    int epochs = stopped.epochs().size();
    assertThat(epochs).isLessThan(30);
    double best = stopped.metrics().get("test_epoch");
    assertThat(best).isEqualTo(epochs - 2);
    assertThat(stopped.metrics().get("best_epoch")).isEqualTo(best);
    for (int i = 0; i < epochs; i++) {
      assertThat(stopped.epochs().get(i).values().get("validation_loss"))
          .isEqualTo(whole.epochs().get(i).values().get("validation_loss"));
    }
    RunResult upToThere = Digits.train(overfitting(Map.of("epochs", Math.round(best))));
    assertThat(stopped.metrics().get("test_loss")).isEqualTo(upToThere.metrics().get("test_loss"));
  }

  @Test
  void refusesToPeekAtTheTestSet() {
    RunResult result =
        Digits.train(Digits.run("mish", Map.of("early-stopping", Choice.of("validation-loss"))));
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.failure())
        .isEqualTo("early stopping needs examples that are held out; found none");
    assertThat(result.epochs()).isEmpty();
  }

  @Test
  void namesWhatIsNoNetwork() throws IOException {
    Path text = Files.writeString(folder.resolve("a.zip"), "no zip");
    assertThatThrownBy(() -> KeptModel.read(text))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> KeptModel.read(zip("other.json", "{}")))
        .hasMessageContaining("no network of actbench's");
    assertThatThrownBy(() -> KeptModel.read(zip(KeptModel.ENTRY, "{\"input\": [0, 1, 1]}")))
        .hasMessageContaining("'input' has a side of 0");
    assertThatThrownBy(() -> KeptModel.read(zip(KeptModel.ENTRY, "{")))
        .hasMessageContaining("is damaged: not JSON");
  }

  private Path zip(String entry, String content) throws IOException {
    Path file = folder.resolve("made.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(UTF_8));
    }
    return file;
  }

  private static RunConfig overfitting(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("dataset", HELD_OUT);
    settings.putIfAbsent("epochs", 30L);
    settings.put("learning-rate", 0.8);
    return Digits.run("mish", settings);
  }

  private static float[] output(String file) throws IOException {
    ComputationGraph network = EngineNetwork.restore(Path.of(file).toFile());
    return network.outputSingle(Nd4j.linspace(0, 1, 64).reshape(1, 8, 8, 1)).toFloatVector();
  }

  /** What the other process runs: Deeplearning4j's own reader, and the outputs for one input. */
  static final class Stranger {
    private Stranger() {}

    public static void main(String[] args) throws IOException {
      ModelSerializer.restoreComputationGraph(args[0]);
      System.out.println(Arrays.toString(output(args[0])));
    }
  }
}
