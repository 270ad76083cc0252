package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks other than to tell classes apart, from spec to verdict. */
final class TaskCommandsTest {
  @TempDir Path folder;

  @Test
  void lowerErrorsWinWithoutBeingTold() throws IOException {
    Path spec =
        spec(
            """
            name: widths
            dataset: iris-petal-width
            model: iris-net
            activation: [sigmoid, mish]
            optimizer: adam
            learning-rate: 0.02
            batch-size: 16
            epochs: 15
            seeds: 2
            """);
    CliResult run =
        CliResult.of(
            "run",
            spec.toString(),
            "--results-dir",
            folder.toString(),
            "--keep-models",
            "--until-decided",
            "--max-seeds",
            "2",
            "--jobs",
            "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).containsPattern("mish-s1-[0-9a-f]{8}  test mse 0\\.\\d+, ");
    assertThat(run.out()).contains("mish has the best mean in 1 of 1 setting");
    Path results = folder.resolve("widths");
    CliResult compare = CliResult.of("compare", results.toString(), "--all");
    assertThat(compare.out())
        .contains("metric: test_mse, lower is better", "looks at test_mse allow for that");
    assertThat(CliResult.of("compare", results.resolve("runs.csv").toString()).out())
        .contains("mish has the best mean in 1 of 1 setting");
    CliResult report =
        CliResult.of("report", results.toString(), "-o", folder.resolve("r.html").toString());
    assertThat(report.exitCode()).as(report.err()).isZero();
    assertThat(Files.readString(folder.resolve("r.html")))
        .contains("test_mse, lower is better", "From the curves of validation_mse");
    assertThat(Files.readString(results.resolve("runs.csv")))
        .contains(",width,test_mse,test_loss,")
        .doesNotContain("test_accuracy");
    assertThat(Files.readString(results.resolve("looks.csv"))).contains("mish");
    predicts(results);
  }

  private static void predicts(Path results) throws IOException {
    Path model;
    try (var files = Files.list(results.resolve("models"))) {
      model = files.filter(file -> file.toString().contains("mish-s1")).findFirst().orElseThrow();
    }
    CliResult csv = CliResult.of("predict", model.toString(), "--data", "iris-petal-width");
    assertThat(csv.exitCode()).as(csv.err()).isZero();
    List<String> lines = csv.out().lines().toList();
    assertThat(lines).hasSize(31);
    assertThat(lines.get(0)).isEqualTo("example,predicted_petal-width,true_petal-width");
    double squares = 0;
    for (String line : lines.subList(1, 31)) {
      String[] cells = line.split(",", -1);
      squares += Math.pow(Double.parseDouble(cells[1]) - Double.parseDouble(cells[2]), 2);
    }
    String runs = Files.readString(results.resolve("runs.csv"));
    List<String> header = List.of(runs.lines().toList().get(0).split(",", -1));
    String own = runs.lines().filter(line -> line.contains("mish-s1")).findFirst().orElseThrow();
    assertThat(squares / 30)
        .isCloseTo(
            Double.parseDouble(own.split(",", -1)[header.indexOf("test_mse")]),
            org.assertj.core.api.Assertions.within(1e-6));
    assertThat(csv.err()).contains("mse 0.", " of 30 examples");
  }

  @Test
  void labelsAndInputsArePredictedInColumnsOfTheirOwn() throws IOException {
    Path spec =
        spec(
            """
            name: both
            variants:
              - {dataset: logic-gates, model: xor-net}
              - {dataset: digits, model: auto-encoder}
            activation: mish
            epochs: 1
            """);
    CliResult run =
        CliResult.of(
            "run",
            spec.toString(),
            "--results-dir",
            folder.toString(),
            "--keep-models",
            "--jobs",
            "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("no summary, as the runs are judged by different metrics")
        .contains("compare --metric test_accuracy ");
    assertThat(CliResult.of("compare", folder.resolve("both").toString()).err())
        .contains("found test_accuracy and test_mse; choose one with --metric");
    assertThat(predicted("logic-gates", "logic-gates").out())
        .startsWith("example,p_and,p_or,p_xor,true_and,true_or,true_xor\n0,");
    CliResult digits = predicted("digits", "digits");
    assertThat(digits.out()).startsWith("example,mse,mae\n0,0.").hasLineCount(361);
    assertThat(digits.err()).contains(" of 360 examples");
  }

  private CliResult predicted(String run, String data) throws IOException {
    try (var files = Files.list(folder.resolve("both/models"))) {
      Path model =
          files
              .filter(each -> each.getFileName().toString().startsWith(run))
              .findFirst()
              .orElseThrow();
      CliResult result = CliResult.of("predict", model.toString(), "--data", data);
      assertThat(result.exitCode()).as(result.err()).isZero();
      return result;
    }
  }

  @Test
  void tablesOfOnesOwnTellTheirTask() throws IOException {
    StringBuilder table = new StringBuilder("a,b,red,round,size\n");
    for (int i = 0; i < 60; i++) {
      int a = i % 7;
      int b = i % 4;
      table.append("%d,%d,%d,%d,%s\n".formatted(a, b, a > 3 ? 1 : 0, b > 1 ? 1 : 0, a + b / 8.0));
    }
    Files.writeString(folder.resolve("own.csv"), table);
    Path spec =
        spec(
            """
            name: own
            variants:
              - dataset: {csv: own.csv, target: size}
              - dataset: {csv: own.csv, target: "red, round"}
            model: mlp
            width: 8
            activation: mish
            optimizer: adam
            learning-rate: 0.02
            batch-size: 8
            epochs: 20
            """);
    CliResult run =
        CliResult.of(
            "run",
            spec.toString(),
            "--results-dir",
            folder.toString(),
            "--keep-models",
            "--jobs",
            "1");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).containsPattern("test mse 0\\.").containsPattern("test accuracy \\d+");
    List<String> headers = new ArrayList<>();
    try (var models = Files.list(folder.resolve("own/models"))) {
      for (Path model : models.toList()) {
        CliResult all =
            CliResult.of(
                "predict", model.toString(), "--data", folder.resolve("own.csv").toString());
        assertThat(all.out()).as(all.err()).hasLineCount(61);
        assertThat(all.err()).contains(" of 60 examples");
        headers.add(all.out().lines().findFirst().orElseThrow());
      }
    }
    assertThat(headers)
        .containsExactlyInAnyOrder(
            "example,predicted_size,true_size", "example,p_red,p_round,true_red,true_round");
  }

  @Test
  void planRefusesWhatDoesNotFit() throws IOException {
    refuses("task: regression", "task 'regression' does not fit data set 'digits', which has 10");
    refuses("loss: mse", "loss 'mse' does not fit task 'multiclass'");
    refuses("metric: r2", "metric 'r2' does not fit task 'multiclass'");
    refuses("loss: msee", "unknown loss 'msee'; expected one of binary-cross-entropy, ");
    refuses(
        "task: reconstruction\naugmentation: keras",
        "'augmentation' is not for task 'reconstruction', whose answer is the input itself");
    refuses(
        "task: reconstruction\nearly-stopping: validation-accuracy",
        "early-stopping watches the accuracy, which task 'reconstruction' has not; expected"
            + " validation-loss");
    refuses(
        "task: reconstruction\nschedule: {name: reduce-on-plateau, metric: validation-accuracy}",
        "schedule watches the accuracy");
  }

  private void refuses(String line, String message) throws IOException {
    Path spec = spec("dataset: digits\nmodel: mlp\nactivation: relu\nepochs: 1\n" + line + "\n");
    CliResult plan = CliResult.of("plan", spec.toString());
    assertThat(plan.exitCode()).isEqualTo(2);
    assertThat(plan.err()).contains(message).doesNotContain("\tat ");
  }

  private Path spec(String text) throws IOException {
    return Files.writeString(folder.resolve("spec.yaml"), text);
  }
}
