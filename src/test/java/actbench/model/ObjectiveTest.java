package actbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.engine.Loss;
import actbench.grid.RunConfig;
import actbench.spec.Choice;
import actbench.spec.Task;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObjectiveTest {
  private static final Shape INPUT = new Shape(2, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "BINARY, 2, 1, SIGMOID_BINARY_CROSS_ENTROPY, accuracy",
    "MULTICLASS, 10, 10, SOFTMAX_CROSS_ENTROPY, accuracy",
    "MULTILABEL, 4, 4, SIGMOID_BINARY_CROSS_ENTROPY, accuracy",
    "REGRESSION, 2, 2, MEAN_SQUARED_ERROR, mse",
  })
  void followsFromTheData(Task own, int names, int outputs, Loss loss, String metric) {
    assertThat(objective(own, names, "mlp", Map.of()))
        .isEqualTo(new Objective(own, outputs, loss, metric))
        .isEqualTo(Objective.standard(own, names, INPUT));
  }

  @Test
  void followsFromModelsThatServeOneTask() {
    assertThat(objective(Task.MULTICLASS, 10, "auto-encoder", Map.of()))
        .isEqualTo(new Objective(Task.RECONSTRUCTION, 6, Loss.MEAN_SQUARED_ERROR, "mse"));
    assertThat(objective(Task.SEGMENTATION, 2, "u-net", Map.of()))
        .isEqualTo(new Objective(Task.SEGMENTATION, 1, Loss.CROSS_ENTROPY_AND_DICE, "dice"));
    assertThat(objective(Task.MULTICLASS, 10, "capsule-net", Map.of()).loss())
        .isEqualTo(Loss.MARGIN);
  }

  @Test
  void followsTheSpec() {
    assertThat(objective(Task.MULTICLASS, 10, "mlp", Map.of("task", Choice.of("multilabel"))))
        .isEqualTo(
            new Objective(Task.MULTILABEL, 10, Loss.SIGMOID_BINARY_CROSS_ENTROPY, "accuracy"));
    assertThat(objective(Task.BINARY, 2, "mlp", Map.of("task", Choice.of("multiclass"))).outputs())
        .isEqualTo(2);
    assertThat(
            objective(
                Task.MULTILABEL,
                4,
                "mlp",
                Map.of("loss", Choice.of("mse"), "metric", Choice.of("auc-macro"))))
        .isEqualTo(new Objective(Task.MULTILABEL, 4, Loss.SIGMOID_MEAN_SQUARED_ERROR, "auc-macro"));
    assertThat(
            objective(
                    Task.MULTICLASS,
                    10,
                    "auto-encoder",
                    Map.of("loss", new Choice("mse", new TreeMap<>(Map.of("output", "sigmoid")))))
                .loss())
        .isEqualTo(Loss.SIGMOID_MEAN_SQUARED_ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MULTICLASS | 10 | mlp | task | regression | task 'regression' does not fit data set"
            + " 'mine', which has 10 classes to learn; expected multiclass or multilabel or"
            + " reconstruction",
        "REGRESSION | 1 | mlp | task | multiclass | task 'multiclass' does not fit data set"
            + " 'mine', which has a number to learn; expected regression or reconstruction",
        "MULTICLASS | 3 | mlp | task | segmentation | the network gives a mask for each image;"
            + " expected a data set with masks",
        "MULTICLASS | 3 | u-net | epochs | 1 | the network gives a mask for each image; expected a"
            + " data set with masks",
        "MULTICLASS | 3 | auto-encoder | task | multiclass | model 'auto-encoder' serves task"
            + " 'reconstruction' alone, found 'multiclass'",
        "REGRESSION | 1 | mlp | loss | categorical-cross-entropy | loss"
            + " 'categorical-cross-entropy' does not fit task 'regression' (one or more numbers);"
            + " expected mse or mae or huber",
        "MULTICLASS | 3 | mlp | loss | binary-cross-entropy | loss 'binary-cross-entropy' does not"
            + " fit task 'multiclass' (one of several classes); expected"
            + " categorical-cross-entropy",
        "MULTICLASS | 3 | mlp | loss | margin | loss 'margin' is for capsule-net, found model"
            + " 'mlp'",
        "MULTICLASS | 3 | capsule-net | loss | mse | the loss of a capsule network is 'margin',"
            + " found 'mse'",
        "REGRESSION | 1 | mlp | metric | accuracy | metric 'accuracy' does not fit task"
            + " 'regression' (one or more numbers); expected mse or mae or rmse or r2 or loss",
        "MULTICLASS | 5 | mlp | metric | top5-accuracy | metric 'top5-accuracy' is for 6 classes or"
            + " more, found 5",
      })
  void refusesWhatDoesNotFit(
      Task own, int names, String model, String key, String value, String message) {
    assertThatThrownBy(() -> objective(own, names, model, Map.of(key, Choice.of(value))))
        .isInstanceOf(NetworkException.class)
        .hasMessage(message);
  }

  @Test
  void refusesLinearOutputsForLabels() {
    Choice linear = new Choice("mse", new TreeMap<>(Map.of("output", "linear")));
    assertThatThrownBy(() -> objective(Task.BINARY, 2, "mlp", Map.of("loss", linear)))
        .hasMessage(
            "loss 'mse' with linear outputs does not fit task 'binary'; expected output: sigmoid");
  }

  private static Objective objective(Task own, int names, String model, Map<String, Object> more) {
    TreeMap<String, Object> settings = new TreeMap<>(more);
    settings.put("dataset", Choice.of("mine"));
    settings.put("model", Choice.of(model));
    return Objective.of(new RunConfig("run", settings, 1), new Objective.Given(own, names, INPUT));
  }
}
