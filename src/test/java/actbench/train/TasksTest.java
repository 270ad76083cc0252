package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.result.EpochRecord;
import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.spec.Choice;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Short trainings of tasks other than to tell classes apart, on data that ships. */
final class TasksTest {
  private static final Map<String, Object> ADAM =
      Map.of("optimizer", Choice.of("adam"), "learning-rate", 0.01);

  @Test
  void learnsANumber() {
    RunResult result = train(widths(Map.of("epochs", 40L)));
    // The widths of the 30 petals for the test have a variance of 0.62 square centimetres.
    assertThat(result.metrics().get("test_mse")).isLessThan(0.12);
    assertThat(result.metrics().get("test_r2")).isBetween(0.8, 1.0);
    assertThat(result.metrics().get("test_loss"))
        .isCloseTo(result.metrics().get("test_mse"), within(1e-12));
    assertThat(result.metrics()).doesNotContainKeys("test_accuracy", "train_accuracy");
    assertThat(Metric.primary(result.facts()))
        .isEqualTo(new Metric("test_mse", "", Metric.Direction.LOWER_IS_BETTER));
  }

  @Test
  void takesTheLowestErrorForTheBestEpoch() {
    RunResult result = train(widths(Map.of("epochs", 12L)));
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (EpochRecord epoch : result.epochs()) {
      if (epoch.values().get("validation_mse") < least) {
        least = epoch.values().get("validation_mse");
        best = epoch.epoch();
      }
    }
    assertThat(best).isGreaterThan(1);
    assertThat(result.metrics().get("best_epoch")).isEqualTo(best);
    assertThat(result.metrics().get("best_validation_mse")).isEqualTo(least);
  }

  @Test
  void isJudgedByTheMetricOfTheSpec() {
    RunResult result =
        train(widths(Map.of("epochs", 3L, "metric", Choice.of("r2"), "loss", Choice.of("huber"))));
    assertThat(Metric.primary(result.facts()))
        .isEqualTo(new Metric("test_r2", "", Metric.Direction.HIGHER_IS_BETTER));
    assertThat(result.metrics()).containsKey("best_validation_r2");
    assertThat(result.metrics().get("test_loss"))
        .isLessThan(0.51 * result.metrics().get("test_mse"));
  }

  @Test
  void learnsLabels() {
    TreeMap<String, Object> settings = new TreeMap<>(ADAM);
    settings.put("dataset", Choice.of("logic-gates"));
    settings.put("batch-size", 4L);
    settings.put("epochs", 300L);
    RunResult result = train(settings);
    assertThat(result.metrics().get("test_accuracy")).isEqualTo(1);
    assertThat(result.metrics().get("test_exact_match")).isEqualTo(1);
    assertThat(result.metrics().get("test_f1_micro")).isEqualTo(1);
    assertThat(result.metrics().get("test_auc_micro")).isEqualTo(1);
    assertThat(result.metrics().get("test_auc_macro")).isEqualTo(1);
    assertThat(result.metrics().get("train_accuracy")).isEqualTo(1);
    assertThat(Metric.primary(result.facts())).isEqualTo(Metric.named("test_accuracy"));
  }

  @Test
  void learnsClassesAsLabels() {
    TreeMap<String, Object> settings = new TreeMap<>(ADAM);
    settings.put("task", Choice.of("multilabel"));
    RunResult result = train(settings);
    // All zeros would have 0.9 of the labels right and no example.
    assertThat(result.metrics().get("test_accuracy")).isGreaterThan(0.93);
    assertThat(result.metrics().get("test_exact_match")).isGreaterThan(0.3);
    assertThat(result.metrics().get("test_auc_macro")).isGreaterThan(0.9);
  }

  @Test
  void givesInputsBack() {
    TreeMap<String, Object> settings = new TreeMap<>(ADAM);
    settings.put("model", Choice.of("auto-encoder"));
    settings.put("width", 32L);
    settings.put("code", 16L);
    RunResult linear = train(settings);
    // The mean picture of the digits gives them back with an error of 0.073.
    assertThat(linear.metrics().get("test_mse")).isLessThan(0.05);
    assertThat(linear.metrics()).containsKeys("test_mae", "test_rmse").doesNotContainKey("test_r2");
    settings.put("loss", Choice.of("binary-cross-entropy"));
    RunResult entropy = train(settings);
    assertThat(entropy.metrics().get("test_mse")).isLessThan(0.05);
    assertThat(entropy.metrics().get("test_loss")).isGreaterThan(0.2);
    assertThat(entropy.metrics()).doesNotContainKey("train_accuracy");
    assertThat(entropy.facts().get("init_hash")).isEqualTo(linear.facts().get("init_hash"));
  }

  @Test
  void refusesProbabilitiesOfWhatIsNone() {
    TreeMap<String, Object> settings = new TreeMap<>(widths(Map.of("epochs", 1L)));
    settings.put("task", Choice.of("reconstruction"));
    settings.put("loss", Choice.of("binary-cross-entropy"));
    RunResult result = Digits.train(Digits.run("mish", settings));
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.failure())
        .isEqualTo(
            "sigmoid outputs cannot learn values beyond 0 to 1, found 5.1 in data set"
                + " 'iris-petal-width'; expected loss mse, mae or huber with linear outputs");
  }

  @Test
  void refusesRecipesThatMakeNonsenseOfNumbers() {
    RunResult result =
        Digits.train(Digits.run("mish", widths(Map.of("epochs", 1L, "label-smoothing", 0.1))));
    assertThat(result.status()).isEqualTo(Status.FAILED);
    assertThat(result.failure())
        .isEqualTo(
            "'label-smoothing' is not for task 'regression', whose answer is one or more numbers");
  }

  private static Map<String, Object> widths(Map<String, Object> more) {
    TreeMap<String, Object> settings = new TreeMap<>(ADAM);
    settings.put("dataset", Choice.of("iris-petal-width"));
    settings.put("batch-size", 16L);
    settings.putAll(more);
    return settings;
  }

  private static RunResult train(Map<String, Object> settings) {
    RunResult result = Digits.train(Digits.run("mish", settings));
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    return result;
  }
}
