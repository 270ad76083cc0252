package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunProgress;
import actbench.spec.Choice;
import actbench.spec.Measure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RunTrainerTest {
  @Test
  void learnsTheDigits() {
    RunResult result = train(digits("mish", 0.1));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    assertThat(result.metrics().get("test_accuracy")).isGreaterThan(0.85);
    assertThat(result.metrics().get("parameters")).isEqualTo(64 * 32 + 32 + 32 * 10 + 10);
    assertThat(result.epochs()).hasSize(3);
    EpochRecord last = result.epochs().get(2);
    for (String part : new String[] {"validation_", "test_"}) {
      double top3 = result.metrics().get(part + "top3_accuracy");
      double top5 = result.metrics().get(part + "top5_accuracy");
      assertThat(top3).isBetween(result.metrics().get(part + "accuracy"), top5);
      assertThat(top3).isEqualTo(last.values().get("validation_top3_accuracy"));
      assertThat(top5).isEqualTo(last.values().get("validation_top5_accuracy"));
    }
  }

  @Test
  void learnsExclusiveOr() {
    TreeMap<String, Object> settings = new TreeMap<>(digits("tanh", 0.5).settings());
    settings.keySet().removeAll(List.of("depth", "batch-norm", "dropout"));
    settings.put("dataset", Choice.of("xor"));
    settings.put("model", Choice.of("xor-net"));
    settings.put("width", 8L);
    settings.put("batch-size", 4L);
    settings.put("epochs", 300L);
    RunResult result = train(new RunConfig("xor-tanh", settings, 1));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    assertThat(result.metrics().get("test_accuracy")).isEqualTo(1);
    assertThat(result.metrics().get("test_auc")).isEqualTo(1);
    assertThat(result.metrics()).doesNotContainKey("test_top3_accuracy");
    assertThat(result.epochs())
        .allSatisfy(e -> assertThat(e.values().get("validation_auc")).isBetween(0.0, 1.0));
  }

  @Test
  void repeatsARunBitForBit() {
    RunResult first = train(digits("mish", 0.1));
    RunResult second = train(digits("mish", 0.1));
    for (String metric : new String[] {"train_loss", "validation_loss", "validation_accuracy"}) {
      assertThat(second.metrics().get(metric)).isEqualTo(first.metrics().get(metric));
    }
  }

  @Test
  void pairsActivationsByInitialWeightsAndOrder() {
    RunResult mish = train(digits("mish", 0.1));
    RunResult relu = train(digits("relu", 0.1));
    assertThat(relu.facts().get("init_hash")).isEqualTo(mish.facts().get("init_hash"));
    assertThat(relu.facts().get("order_hash")).isEqualTo(mish.facts().get("order_hash"));
    assertThat(relu.metrics().get("test_loss")).isNotEqualTo(mish.metrics().get("test_loss"));
  }

  @Test
  void learnsActivationsFromTheSameWeights() {
    RunResult prelu = train(digits("prelu", 0.1));
    RunResult relu = train(digits("relu", 0.1));
    assertThat(prelu.status()).as(prelu.failure()).isEqualTo(Status.OK);
    assertThat(prelu.facts().get("init_hash")).isEqualTo(relu.facts().get("init_hash"));
    assertThat(prelu.metrics().get("parameters")).isEqualTo(relu.metrics().get("parameters") + 32);
    for (EpochRecord epoch : prelu.epochs()) {
      assertThat(epoch.values().get("learned_alpha_mean/activation1"))
          .isNotEqualTo(0.25)
          .isBetween(
              epoch.values().get("learned_alpha_min/activation1"),
              epoch.values().get("learned_alpha_max/activation1"));
    }
    assertThat(relu.epochs().get(0).values().keySet())
        .noneMatch(metric -> metric.startsWith("learned"));
  }

  @Test
  void learnsOneValueForALayer() {
    TreeMap<String, Object> learnable = new TreeMap<>(Map.of("learnable", true));
    RunResult result = train(digits(new Choice("swish", learnable), 0.1));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    assertThat(result.epochs().get(2).values().get("learned_beta/activation1"))
        .isNotNull()
        .isNotEqualTo(result.epochs().get(0).values().get("learned_beta/activation1"));
    assertThat(result.metrics().get("test_accuracy")).isGreaterThan(0.7);
  }

  @Test
  void watchesWithoutAChange() {
    for (String activation : new String[] {"relu", "tanh", "prelu"}) {
      RunConfig run = digits(activation, 0.1);
      RunResult plain = train(run);
      RunResult watched =
          Digits.trainer().train(run, List.of(Measure.values()), new RunProgress() {});
      assertThat(watched.status()).as(watched.failure()).isEqualTo(Status.OK);
      for (String metric : List.of("train_loss", "test_loss", "dead_units")) {
        assertThat(watched.metrics().get(metric)).isEqualTo(plain.metrics().get(metric));
      }
      assertThat(plain.metrics()).doesNotContainKeys("saturated_units", "gradient_norm");
      for (EpochRecord epoch : watched.epochs()) {
        for (String metric :
            List.of(
                "dead_units/activation1",
                "saturated_units",
                "saturated_units/activation1",
                "mean_activation",
                "mean_activation/activation1",
                "gradient_norm",
                "gradient_norm/dense1",
                "gradient_norm/output1")) {
          assertThat(epoch.values()).as(activation).containsKey(metric);
          assertThat(epoch.values().get(metric)).as(metric).isFinite();
        }
        assertThat(epoch.values().get("saturated_units/activation1")).isBetween(0.0, 1.0);
        // One hidden layer: the network's number is the layer's.
        assertThat(epoch.values().get("mean_activation"))
            .isEqualTo(epoch.values().get("mean_activation/activation1"));
        assertThat(epoch.values().get("gradient_norm")).isPositive();
      }
      assertThat(watched.metrics().get("saturated_units"))
          .isEqualTo(watched.epochs().get(2).values().get("saturated_units"));
    }
  }

  @Test
  void endsADivergedRunAtOnce() {
    RunResult result = train(digits("relu", 1e30));
    assertThat(result.status()).isEqualTo(Status.DIVERGED);
    assertThat(result.failure()).matches("the loss became (NaN|infinite) in epoch 1, batch \\d+");
  }

  @Test
  void learnsTheIrises() {
    TreeMap<String, Object> settings = new TreeMap<>(digits("mish", 0.05).settings());
    settings.keySet().removeAll(List.of("depth", "batch-norm", "dropout"));
    settings.put("dataset", Choice.of("iris"));
    settings.put("model", Choice.of("iris-net"));
    settings.put("width", 10L);
    settings.put("batch-size", 16L);
    settings.put("epochs", 60L);
    RunResult result = train(new RunConfig("iris-mish", settings, 1));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    assertThat(result.metrics().get("test_accuracy")).isGreaterThan(0.9);
    assertThat(result.metrics().get("parameters")).isEqualTo(4 * 10 + 10 + 10 * 10 + 10 + 33);
  }

  private static RunResult train(RunConfig run) {
    return Digits.train(run);
  }

  private static RunConfig digits(String activation, double learningRate) {
    return digits(Choice.of(activation), learningRate);
  }

  private static RunConfig digits(Choice activation, double learningRate) {
    return Digits.run("mish", Map.of("activation", activation, "learning-rate", learningRate));
  }
}
