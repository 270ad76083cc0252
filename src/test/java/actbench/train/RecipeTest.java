package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.data.Layout;
import actbench.data.LoadedDataset;
import actbench.data.Targets;
import actbench.grid.RunConfig;
import actbench.optim.RandomStreams;
import actbench.result.KeptModel;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.spec.Choice;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes on real digits. */
final class RecipeTest {
  private static final Map<String, Object> ALL =
      Map.of(
          "augmentation",
          Digits.choice("keras", Map.of("rotation", 10.0, "cutout", 2L)),
          "mixup",
          0.2,
          "cutmix",
          1.0,
          "label-smoothing",
          0.1,
          "input-noise",
          0.1,
          "normalization",
          Choice.of("mean-std"));

  @Test
  void givesEveryActivationTheSameBatches() {
    BatchDraft mish = batch(Digits.run("mish", ALL));
    BatchDraft relu = batch(Digits.run("relu", ALL));
    assertThat(relu.features()).isEqualTo(mish.features());
    assertThat(relu.targets()).isEqualTo(mish.targets());
    assertThat(batch(Digits.run("mish", Map.of())).features()).isNotEqualTo(mish.features());
  }

  @Test
  void trainsWithAllOfItAndRepeatsItBitForBit() {
    Map<String, Object> settings = new HashMap<>(ALL);
    // Large enough that batches are prepared by the other thread.
    settings.put("batch-size", 256L);
    RunResult first = Digits.train(Digits.run("mish", settings));
    assertThat(first.status()).as(first.failure()).isEqualTo(Status.OK);
    RunResult second = Digits.train(Digits.run("mish", settings));
    assertThat(second.metrics().get("test_loss")).isEqualTo(first.metrics().get("test_loss"));
    assertThat(second.metrics().get("train_loss")).isEqualTo(first.metrics().get("train_loss"));
  }

  @Test
  void keepsHowValuesWereNormalized(@TempDir Path folder) {
    Digits.train(
        Digits.run("mish", Map.of("normalization", Choice.of("pixel-mean"))), Optional.of(folder));
    KeptModel kept = KeptModel.read(folder.resolve("digits-mish-last.zip"));
    assertThat(kept.mean()).hasSize(64);
    assertThat(kept.deviation()).hasSize(64).containsOnly(1f);
  }

  @Test
  void measuresUnderNoiseOnlyWhereAsked() {
    double clean = accuracy(Map.of());
    assertThat(accuracy(Map.of("test-noise", 5.0))).isLessThan(clean - 0.3);
    assertThat(accuracy(Map.of("input-noise", 0.1))).isGreaterThan(clean - 0.2);
  }

  @Test
  void weighsLossAndGradientByClass() {
    RunResult plain = Digits.train(Digits.run("mish", Map.of()));
    RunResult ones = Digits.train(weighted(Map.of("class-3", 1.0)));
    assertThat(ones.metrics().get("test_loss")).isEqualTo(plain.metrics().get("test_loss"));
    assertThat(ones.metrics().get("train_loss")).isEqualTo(plain.metrics().get("train_loss"));
    RunResult without = Digits.train(weighted(Map.of("class-3", 0.0)));
    assertThat(without.metrics().get("test_accuracy"))
        .as("nothing is learnt of threes")
        .isBetween(0.7, 0.92);
    assertThat(without.metrics().get("train_loss")).isLessThan(plain.metrics().get("train_loss"));
  }

  private static RunConfig weighted(Map<String, Object> weights) {
    return Digits.run("mish", Map.of("class-weights", Digits.choice("given", weights)));
  }

  @Test
  void refusesToAugmentWhatIsNoImage() {
    RunResult result =
        Digits.train(
            Digits.run(
                "mish", Map.of("dataset", Choice.of("xor"), "augmentation", Choice.of("keras"))));
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.failure()).isEqualTo("'augmentation' changes images, found examples of 2");
  }

  private static double accuracy(Map<String, Object> settings) {
    return Digits.train(Digits.run("mish", settings)).metrics().get("test_accuracy");
  }

  private static BatchDraft batch(RunConfig run) {
    LoadedDataset data =
        new DatasetStore(
                DatasetCatalog.standard(), new DataLocations(Path.of("none"), Path.of(""), ""))
            .load(Choice.of("digits"));
    BatchTransform recipe =
        new Recipe(run, data, Layout.NHWC, new RandomStreams(run.seed())::named)
            .training(Targets.ONE_HOT);
    BatchDraft batch = new BatchDraft(4, 64, 10);
    batch.begin(2, 1, new int[] {3, 1, 4, 15});
    for (int i = 0; i < 4; i++) {
      data.train().copy(batch.example(i), Layout.NHWC, batch.features(), i * 64);
      batch.targets()[i * 10 + data.train().label(batch.example(i))] = 1;
    }
    recipe.apply(batch);
    return batch;
  }
}
