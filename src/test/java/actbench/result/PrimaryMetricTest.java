package actbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.result.Metric.Direction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what runs are judged, as they say themselves. */
final class PrimaryMetricTest {
  private static final Metric MSE = Metric.named("test_mse");

  @TempDir Path path;

  @Test
  void travelsWithItsDirection() {
    assertThat(MSE.asPrimary())
        .isEqualTo(Map.of("primary_metric", "test_mse", "primary_direction", "lower"));
    assertThat(Metric.primary(MSE.asPrimary())).isEqualTo(MSE);
    Metric odd = Metric.named("test_mse").with("", Direction.HIGHER_IS_BETTER);
    assertThat(Metric.primary(odd.asPrimary())).isEqualTo(odd);
    assertThat(Metric.primary(Map.of())).isEqualTo(Metric.named("test_accuracy"));
  }

  @Test
  void knowsWhichWayTheMetricsOfAllTasksAreBetter() {
    for (String lower : List.of("mse", "mae", "rmse", "loss")) {
      assertThat(Metric.named("test_" + lower).direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }
    for (String share :
        List.of(
            "accuracy", "top3_accuracy", "exact_match", "f1_micro", "auc_macro", "dice", "iou")) {
      assertThat(Metric.named("test_" + share))
          .isEqualTo(new Metric("test_" + share, Metric.PROPORTION, Direction.HIGHER_IS_BETTER));
    }
    assertThat(Metric.named("test_r2").direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
  }

  @Test
  void isThatOfAllRows() {
    RunResult failed = RunResult.without(Runs.config("relu", 15, 1), Status.FAILED, "no data");
    assertThat(Runs.rows("x", List.of(run("relu", 1, 0.5), failed)).primary()).isEqualTo(MSE);
    assertThat(Runs.rows("x", List.of(failed)).primary().name()).isEqualTo("test_accuracy");
    assertThat(Runs.rows("x", Runs.grid()).primary().name()).isEqualTo("test_accuracy");
  }

  @Test
  void refusesToChooseAmongSeveral() {
    Rows rows = Runs.rows("x", List.of(run("relu", 1, 0.5), Runs.ok("mish", 15, 1, 0.9)));
    assertThatThrownBy(rows::primary)
        .isInstanceOf(ResultException.class)
        .hasMessage(
            "error: the runs are judged by different metrics, found test_mse and test_accuracy;"
                + " choose one with --metric, such as --metric test_mse");
  }

  @Test
  void isReadFromTheTableAsFromTheJournal() {
    List<RunResult> runs = List.of(run("relu", 1, 0.5), run("mish", 1, 0.25));
    try (Journal journal = Journal.open(path)) {
      runs.forEach(journal::append);
    }
    ResultFolder folder = new ResultFolder(path);
    folder.writeTables(runs, RunResult::epochs);
    Rows table = ResultReader.read(List.of(folder.runsCsv()), Roles.OWN);
    assertThat(table.primary()).isEqualTo(MSE);
    assertThat(table.rows()).isEqualTo(ResultReader.read(List.of(path), Roles.OWN).rows());
    assertThat(table.rows()).extracting(Row::status).containsOnly(Status.OK);
  }

  private static RunResult run(String activation, long seed, double error) {
    return new RunResult(
        Runs.config(activation, 15, seed),
        Status.OK,
        "",
        new TreeMap<>(Map.of("test_mse", error, "test_loss", error)),
        new TreeMap<>(MSE.asPrimary()),
        List.of());
  }
}
