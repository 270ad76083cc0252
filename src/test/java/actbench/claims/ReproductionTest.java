package actbench.claims;

import static actbench.claims.StudyRuns.depth;
import static actbench.claims.StudyRuns.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Reproduced.Form;
import actbench.result.Rows;
import java.util.List;
import java.util.Map;
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
  void looksAtNoOtherExperiment() {
    Rows full = StudyRuns.some().get("depth-mnist");
    assertThat(at(Map.of("my-own", full), "15").form()).isEqualTo(Form.NOT_RUN);
  }

  @Test
  void hasNoWinnerWhereOneFunctionWasRun() {
    Rows lone = rows(depth("mnist", 10, 15, "mish", 1, 0.9));
    Reproduced row = at(Map.of("depth-mnist", lone), "15");
    assertThat(row.cell("mish")).isPresent();
    assertThat(row.winners()).isEmpty();
  }
}
