package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import actbench.grid.RunConfig;
import actbench.result.Metric;
import actbench.result.ResultException;
import actbench.result.Rows;
import actbench.result.RunResult;
import actbench.result.Runs;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class ComparerTest {
  private static final Metric ACCURACY = Metric.named("test_accuracy");
  private static final Question QUESTION = Question.about(ACCURACY);

  private static Comparison compare(List<RunResult> runs) {
    return Comparer.compare(Runs.rows("grid", runs), QUESTION);
  }

  @Test
  void sharesAWinBetweenEqualMeans() {
    Comparison comparison = compare(Runs.grid());
    assertThat(comparison.standings())
        .extracting(Standing::treatment, Standing::wins, Standing::outright, Standing::shared)
        .containsExactly(
            Tuple.tuple("mish", 2.5, 2, 1),
            Tuple.tuple("swish", 0.5, 0, 1),
            Tuple.tuple("relu", 0.0, 0, 0));
    assertThat(comparison.standings().stream().mapToDouble(Standing::wins).sum()).isEqualTo(3);
    assertThat(comparison.settings().get(1).winners()).containsExactly("mish", "swish");
  }

  @Test
  void namesTheSettingThatHasNoneOfWhatIsSwept() {
    List<RunResult> runs = new ArrayList<>();
    for (String activation : List.of("mish", "relu")) {
      RunResult run = Runs.ok(activation, 15, 1, 0.9);
      SortedMap<String, Object> without = new TreeMap<>(run.config().settings());
      without.remove("depth");
      runs.add(run);
      runs.add(Runs.ok(new RunConfig("without-" + activation, without, 1), 0.8));
    }
    assertThat(compare(runs).settings())
        .extracting(Setting::label)
        .containsExactlyInAnyOrder("depth=15", "without depth");
    assertThat(compare(List.of(runs.get(0), runs.get(2))).settings())
        .extracting(Setting::label)
        .containsExactly("all");
  }

  @Test
  void hasMeanAndSampleDeviationOverSeeds() {
    Cell cell =
        compare(
                List.of(
                    Runs.ok("mish", 15, 1, 0.5),
                    Runs.ok("mish", 15, 2, 0.75),
                    Runs.ok("mish", 15, 3, 1.0)))
            .settings()
            .get(0)
            .cells()
            .get(0);
    assertThat(cell.mean()).isEqualTo(0.75);
    assertThat(cell.deviation()).isEqualTo(0.25);
  }

  @Test
  void countsDuelsBothWays() {
    Comparison comparison = compare(Runs.grid());
    Duel duel = comparison.duel("mish", "swish");
    assertThat(List.of(duel.wins(), duel.ties(), duel.losses())).containsExactly(2, 1, 0);
    assertThat(duel.meanGain()).isCloseTo(0.008, within(1e-12));
    Duel back = comparison.duel("swish", "mish");
    assertThat(List.of(back.wins(), back.ties(), back.losses())).containsExactly(0, 1, 2);
    assertThat(back.meanGain()).isCloseTo(-0.008, within(1e-12));
  }

  @Test
  void tiesWithinTheBandInDuelsOnly() {
    List<RunResult> runs =
        List.of(
            Runs.ok("mish", 15, 1, 0.901),
            Runs.ok("relu", 15, 1, 0.9),
            Runs.ok("mish", 18, 1, 0.9011),
            Runs.ok("relu", 18, 1, 0.9));
    Comparison comparison = compare(runs);
    assertThat(comparison.duel("mish", "relu").ties()).isEqualTo(1);
    assertThat(comparison.duel("mish", "relu").wins()).isEqualTo(1);
    assertThat(comparison.standings().get(0).wins()).isEqualTo(2);
  }

  @Test
  void lowerLossesWin() {
    Comparison comparison =
        Comparer.compare(Runs.rows("grid", Runs.grid()), Question.about(Metric.named("test_loss")));
    assertThat(comparison.treatments()).containsExactly("mish", "swish", "relu");
    assertThat(comparison.duel("mish", "relu").meanGain()).isPositive();
  }

  @Test
  void countsDivergedRunsAsLosses() {
    Comparison comparison =
        compare(
            List.of(
                Runs.ok("mish", 15, 1, 0.99),
                Runs.diverged("mish", 15, 2),
                Runs.ok("relu", 15, 1, 0.1),
                Runs.ok("relu", 15, 2, 0.1)));
    assertThat(comparison.settings().get(0).winners()).containsExactly("relu");
    assertThat(comparison.duel("mish", "relu").losses()).isEqualTo(1);
    assertThat(comparison.duel("mish", "relu").meanGain()).isNaN();
    assertThat(comparison.omissions()).isEmpty();
    assertThat(comparison.runs()).isEqualTo(4);
    assertThat(comparison.standings().get(1).diverged()).isEqualTo(1);
  }

  @Test
  void tiesEquallyManyDivergedRuns() {
    Comparison comparison =
        compare(
            List.of(
                Runs.ok("mish", 15, 1, 0.99),
                Runs.diverged("mish", 15, 2),
                Runs.diverged("relu", 15, 1),
                Runs.ok("relu", 15, 2, 0.1)));
    assertThat(comparison.settings().get(0).winners()).containsExactly("mish", "relu");
    assertThat(comparison.duel("mish", "relu").ties()).isEqualTo(1);
  }

  @Test
  void givesNobodyAWinWhereAllDiverged() {
    Comparison comparison =
        compare(List.of(Runs.diverged("mish", 15, 1), Runs.diverged("relu", 15, 1)));
    assertThat(comparison.settings().get(0).winners()).isEmpty();
    assertThat(comparison.duel("mish", "relu").ties()).isEqualTo(1);
  }

  @Test
  void takesAnInfiniteOutcomeForADivergence() {
    Comparison comparison =
        compare(List.of(Runs.ok("mish", 15, 1, Double.NaN), Runs.ok("relu", 15, 1, 0.1)));
    assertThat(comparison.settings().get(0).winners()).containsExactly("relu");
    assertThat(comparison.standings().get(1).diverged()).isEqualTo(1);
  }

  @Test
  void comparesOnCommonSeedsAndSaysSo() {
    Comparison comparison =
        compare(
            List.of(
                Runs.ok("mish", 15, 1, 0.5),
                Runs.ok("mish", 15, 2, 0.6),
                Runs.ok("mish", 15, 10, 1.0),
                Runs.ok("relu", 15, 2, 0.7),
                Runs.ok("relu", 15, 10, 0.7)));
    Setting setting = comparison.settings().get(0);
    assertThat(setting.seeds()).containsExactly("2", "10");
    assertThat(setting.cell("mish").orElseThrow().mean()).isEqualTo(0.8);
    assertThat(comparison.notes())
        .containsExactly("all: compared on the common seeds 2, 10 (mish has 3).");
  }

  @Test
  void namesEveryRunItLeavesOut() {
    List<RunResult> runs = new ArrayList<>(Runs.grid());
    runs.set(0, RunResult.without(runs.get(0).config(), Status.CRASHED, "killed"));
    Rows rows = Runs.rows("grid", runs);
    Comparison comparison =
        Comparer.compare(new Rows("grid", rows.rows(), List.of("t-gelu"), 2), QUESTION);
    assertThat(comparison.omissions())
        .containsExactly(
            new Omission("t-gelu", "missing", "not run yet"),
            new Omission("t-relu-d15-s1", "crashed", "killed"));
    assertThat(comparison.runs()).isEqualTo(26);
    assertThat(comparison.notes())
        .containsExactly(
            "2 rows were passed over: their runs are in an earlier source already.",
            "depth=15: compared on the common seeds 2, 3 (mish has 3, swish has 3).",
            "Not all settings have the same seeds, so that the tests over seeds are approximate:"
                + " mish - relu, swish - relu.");
  }

  @Test
  void doesNotDependOnTheOrderOfRows() {
    List<RunResult> runs = new ArrayList<>(Runs.grid());
    Comparison expected = compare(runs);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(runs, new Random(i));
      assertThat(compare(runs)).isEqualTo(expected);
    }
  }

  @Test
  void tellsFixedFromVariedSettings() {
    Comparison comparison = compare(Runs.grid());
    assertThat(comparison.varied()).containsExactly("depth");
    assertThat(comparison.fixed())
        .containsOnly(
            Map.entry("batch_size", "128"),
            Map.entry("dataset", "mnist"),
            Map.entry("dropout", "0.25"),
            Map.entry("model", "depth-net"));
    assertThat(comparison.settings())
        .extracting(Setting::label)
        .containsExactly("depth=15", "depth=18", "depth=21");
  }

  @Test
  void splitsByASetting() {
    Question question = new Question("activation", "seed", ACCURACY, 0, "", 0, "depth");
    Comparison comparison = Comparer.compare(Runs.rows("grid", Runs.grid()), question);
    assertThat(comparison.parts())
        .extracting(Part::value, Part::settings, part -> part.standings().get(0).treatment())
        .containsExactly(
            Tuple.tuple("15", 1, "mish"),
            Tuple.tuple("18", 1, "mish"),
            Tuple.tuple("21", 1, "mish"));
  }

  @Test
  void refusesUnknownNamesAndDoubleRows() {
    Rows rows = Runs.rows("grid", Runs.grid());
    assertThatThrownBy(() -> Comparer.compare(rows, Question.about(Metric.named("test_acuracy"))))
        .isInstanceOf(ResultException.class)
        .hasMessage(
            "error: grid has no metric 'test_acuracy'. Did you mean 'test_accuracy'?"
                + " It has: seconds, test_accuracy, test_loss");
    assertThatThrownBy(
            () -> Comparer.compare(rows, Question.about(Metric.named("test_top5_accuracy"))))
        .hasMessage(
            "error: grid has no metric 'test_top5_accuracy'."
                + " It has: seconds, test_accuracy, test_loss");
    assertThatThrownBy(
            () ->
                Comparer.compare(
                    rows, new Question("activation", "seed", ACCURACY, 0, "rely", 0, "")))
        .hasMessage(
            "error: unknown baseline 'rely'. Did you mean 'relu'? Known: mish, relu, swish");
    assertThatThrownBy(
            () ->
                Comparer.compare(
                    rows, new Question("activation", "seed", ACCURACY, 0, "", 0, "dept")))
        .hasMessageStartingWith("error: unknown setting 'dept'. Did you mean 'depth'?");
    List<RunResult> twice = new ArrayList<>(Runs.grid());
    twice.add(twice.get(0));
    assertThatThrownBy(() -> compare(twice)).hasMessageStartingWith("error: two rows are relu");
    assertThatThrownBy(
            () ->
                compare(
                    List.of(
                        RunResult.without(Runs.config("mish", 1, 1), Status.FAILED, "no data"))))
        .hasMessage("error: no run of grid has finished; the first of 1: t-mish-d1-s1 failed");
  }
}
