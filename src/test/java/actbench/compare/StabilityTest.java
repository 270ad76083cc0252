package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class StabilityTest {
  private static Comparison compare(List<RunResult> runs) {
    return Comparer.compare(Runs.rows("grid", runs), Question.about(Metric.named("test_accuracy")));
  }

  /** Mish wins at 15 only, but by far; relu at 16 and 17. */
  private static List<RunResult> split() {
    return List.of(
        Runs.ok("mish", 15, 1, 0.99),
        Runs.ok("relu", 15, 1, 0.10),
        Runs.ok("mish", 16, 1, 0.50),
        Runs.ok("relu", 16, 1, 0.51),
        Runs.ok("mish", 17, 1, 0.50),
        Runs.ok("relu", 17, 1, 0.52));
  }

  private static List<Stability> stability(Comparison comparison) {
    return Stability.of(comparison, Sweep.of(comparison));
  }

  @Test
  void leavesOutEachValueInTurn() {
    assertThat(stability(compare(split())))
        .extracting(Stability::value, Stability::settings, Stability::leaders)
        .containsExactly(
            Tuple.tuple("15", 2, List.of("relu")),
            Tuple.tuple("16", 2, List.of("relu", "mish")),
            Tuple.tuple("17", 2, List.of("relu", "mish")));
  }

  @Test
  void leavesOutEachRivalInTurn() {
    List<RunResult> runs = new ArrayList<>(split());
    // Swish takes both wins of relu at 16 and 17; without it they are relu's again.
    runs.add(Runs.ok("swish", 15, 1, 0.20));
    runs.add(Runs.ok("swish", 16, 1, 0.53));
    runs.add(Runs.ok("swish", 17, 1, 0.53));
    assertThat(stability(compare(runs)))
        .filteredOn(row -> row.setting().equals("activation"))
        .extracting(Stability::value, Stability::settings, Stability::leaders)
        .containsExactly(
            Tuple.tuple("swish", 3, List.of("relu")),
            Tuple.tuple("mish", 3, List.of("swish")),
            Tuple.tuple("relu", 3, List.of("swish")));
  }

  @Test
  void hasNothingToLeaveOutOfOneSetting() {
    assertThat(stability(compare(split().subList(0, 2)))).isEmpty();
  }

  @Test
  void drawsCurvesOverSeedsOfFinishedRuns() {
    List<RunResult> runs = new ArrayList<>(Runs.grid());
    runs.add(Runs.diverged("relu", 24, 1));
    runs.add(Runs.ok("mish", 24, 1, 0.5));
    List<Curve> curves = Curve.of(runs, compare(runs), "train_loss");
    assertThat(curves).hasSize(10);
    assertThat(curves.get(0).points())
        .containsExactly(new Curve.Point(1, 0.5, 0), new Curve.Point(2, 0.25, 0));
    assertThat(curves.get(0).area()).isEqualTo(0.375);
    assertThat(curves.get(9).points().get(0).deviation()).isNaN();
  }
}
