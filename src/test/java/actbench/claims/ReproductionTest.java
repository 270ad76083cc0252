package actbench.claims;

import static actbench.claims.StudyRuns.depth;
import static actbench.claims.StudyRuns.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Reproduced.Form;
import actbench.result.Row;
import actbench.result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ReproductionTest {
  private static final List<PublishedRow> DEPTHS =
      ClaimCatalog.published().stream().filter(row -> row.table().equals("depth")).toList();

  private static Reproduced at(Map<String, Rows> experiments, String depth) {
    return Reproduction.of(experiments, DEPTHS).stream()
        .filter(row -> row.published().label().equals(depth))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void prefersTheFullFormAndPutsNoTwoTogether() {
    Reproduced row = at(StudyRuns.some(), "15");
    assertThat(row.form()).isEqualTo(Form.FULL);
    assertThat(row.seeds()).isEqualTo(2);
    assertThat(row.cell("mish").orElseThrow().mean()).isCloseTo(0.98275, within(1e-12));
    assertThat(row.winners()).containsExactly("mish");
    assertThat(row.ahead("mish", "relu").orElseThrow()).isPositive();
    assertThat(row.ahead("mish", "swish")).isEmpty();
    assertThat(row.checks())
        .extracting(ClaimCheck::verdict)
        .containsExactly(Verdict.CONFIRMED, Verdict.NOT_TESTED);
  }

  @Test
  void takesTheSmallFormWhereThereIsNoOther() {
    Reproduced row = at(StudyRuns.some(), "25");
    assertThat(row.form()).isEqualTo(Form.SMALL);
    assertThat(row.cell("relu").orElseThrow().diverged()).isEqualTo(1);
    assertThat(row.ahead("relu", "mish").orElseThrow()).isNegative();
    assertThat(row.winners()).containsExactly("mish");
  }

  @Test
  void saysWhatWasNotRun() {
    Reproduced row = at(StudyRuns.some(), "18");
    assertThat(row.form()).isEqualTo(Form.NOT_RUN);
    assertThat(row.winners()).isEmpty();
    assertThat(row.seeds()).isZero();
    assertThat(row.publishedAhead("mish", "relu").orElseThrow()).isPositive();
  }

  @Test
  void callsFewerEpochsSmall() {
    Rows early = rows(depth("mnist", 2, 15, "relu", 1, 0.9), depth("mnist", 2, 15, "mish", 1, 0.8));
    assertThat(at(Map.of("depth-mnist", early), "15").form()).isEqualTo(Form.SMALL);
  }

  @Test
  void looksAtOtherExperimentsOnlyWhereTheyMeetTheRecipe() {
    Rows full = StudyRuns.some().get("depth-mnist");
    assertThat(at(Map.of("my-own", full), "15").form()).isEqualTo(Form.FULL);
    List<Row> other =
        full.rows().stream().map(row -> StudyRuns.with(row, "batch_size", "32")).toList();
    Rows missing = rows(other.toArray(Row[]::new));
    assertThat(at(Map.of("my-own", missing), "15").form()).isEqualTo(Form.NOT_RUN);
    // An experiment of this name is a repetition all the same.
    assertThat(at(Map.of("depth-mnist", missing), "15").form()).isEqualTo(Form.FULL);
  }

  @Test
  void takesSeveralSettingsThatAreAsNearForAnotherQuestion() {
    Rows full = StudyRuns.some().get("depth-mnist");
    List<Row> swept = new ArrayList<>();
    for (String dropout : List.of("0.25", "0.5")) {
      full.rows().forEach(row -> swept.add(StudyRuns.with(row, "dropout", dropout)));
    }
    assertThat(at(Map.of("my-own", rows(swept.toArray(Row[]::new))), "15").form())
        .isEqualTo(Form.NOT_RUN);
  }

  /** The published network is lost: LeNet-4 stands in, wherever it was trained in full. */
  @Test
  void givesOneClaimTheRunsThatVerifyGivesIt() {
    Map<String, Rows> experiments = new TreeMap<>();
    experiments.put("optimizers-mnist-small", sgd("mnist(train=100)", 0.88, 0.84));
    experiments.put("lenet-4-mnist", sgd("mnist", 0.984, 0.983));
    List<PublishedRow> rows = ClaimCatalog.published();
    List<ClaimCheck> checks = ClaimChecker.check(experiments, ClaimCatalog.claims());
    int met = 0;
    for (Reproduced row : Reproduction.of(experiments, rows)) {
      for (ClaimCheck check : row.checks()) {
        for (ClaimCheck verified : checks) {
          if (isSame(check.claim(), verified.claim())) {
            assertThat(check.runs()).isEqualTo(verified.runs());
            assertThat(check.verdict()).isEqualTo(verified.verdict());
            met++;
          }
        }
      }
    }
    assertThat(met).isGreaterThan(3);
    Reproduced sgd =
        Reproduction.of(experiments, rows).stream()
            .filter(row -> row.published().table().equals("optimizers"))
            .filter(row -> row.published().dataset().equals("mnist"))
            .filter(row -> row.published().value().equals("sgd"))
            .findFirst()
            .orElseThrow();
    assertThat(sgd.form()).isEqualTo(Form.FULL);
    assertThat(sgd.cell("mish").orElseThrow().mean()).isCloseTo(0.984, within(1e-12));
    // Another experiment's functions are not of this row's question.
    assertThat(sgd.cell("gelu")).isEmpty();
  }

  private static Rows sgd(String dataset, double mish, double swish) {
    List<Row> rows = new ArrayList<>();
    Map.of("mish", mish, "swish", swish, "gelu", 0.9)
        .forEach(
            (function, score) ->
                rows.add(
                    StudyRuns.with(
                        depth(dataset, 20, 15, function, 1, score), "model", "lenet-4")));
    return rows(rows.toArray(Row[]::new));
  }

  private static boolean isSame(Claim one, Claim other) {
    return StudyNames.dataset(one.dataset()).equals(StudyNames.dataset(other.dataset()))
        && one.model().equals(other.model())
        && one.setting().equals(other.setting())
        && one.value().equals(other.value())
        && one.metric().equals(other.metric())
        && one.first().equals(other.first())
        && one.second().equals(other.second())
        && one.firstScore() == other.firstScore();
  }

  @Test
  void hasNoWinnerWhereOneFunctionWasRun() {
    Rows lone = rows(depth("mnist", 10, 15, "mish", 1, 0.9));
    Reproduced row = at(Map.of("depth-mnist", lone), "15");
    assertThat(row.cell("mish")).isPresent();
    assertThat(row.winners()).isEmpty();
  }
}
