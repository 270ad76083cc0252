package actbench.claims;

import static actbench.claims.StudyRuns.depth;
import static actbench.claims.StudyRuns.with;
import static org.assertj.core.api.Assertions.assertThat;

import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Reproduced.Form;
import actbench.result.Row;
import actbench.result.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which runs may answer a claim, and how much they may say. */
final class NearestTest {
  private static final Claim DEPTH = claim("sweep-depth-mnist-depth-net-depth-15-mish-vs-swish");

  private static Claim claim(String id) {
    return ClaimCatalog.claims().stream()
        .filter(claim -> claim.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Mish ahead of Swish by about that much in three seeds. */
  private static List<Row> runs(int epochs, double lead, UnaryOperator<Row> change) {
    List<Row> rows = new ArrayList<>();
    for (int seed = 1; seed <= 3; seed++) {
      rows.add(change.apply(depth("mnist", epochs, 15, "swish", seed, 0.9)));
      rows.add(change.apply(depth("mnist", epochs, 15, "mish", seed, 0.9 + lead + 0.0001 * seed)));
    }
    return rows;
  }

  private static Rows grid(String name, List<Row> rows) {
    return new Rows(name, rows, List.of(), 0);
  }

  private static ClaimCheck check(Claim claim, List<Row> rows) {
    return ClaimChecker.check(Map.of("x", grid("x", rows)), List.of(claim)).get(0);
  }

  @Test
  void confirmsInTheFullFormAndInASmallerBudget() {
    ClaimCheck full = check(DEPTH, runs(10, 0.01, row -> row));
    assertThat(full.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(full.form()).isEqualTo(Form.FULL);
    ClaimCheck small = check(DEPTH, runs(3, 0.01, row -> row));
    assertThat(small.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(small.form()).isEqualTo(Form.SMALL);
  }

  @ParameterizedTest
  @CsvSource({
    "batch_size, 32",
    "optimizer, adam",
    "learning_rate, 0.1",
    "initializer, he-normal",
    "mixup, 0.2",
    "batch_norm_momentum, 0.9"
  })
  void onlyPointsWhereAnotherSettingIsNotAsPublished(String setting, String value) {
    for (int epochs : List.of(3, 10)) {
      UnaryOperator<Row> other = row -> with(row, setting, value);
      assertThat(check(DEPTH, runs(epochs, 0.01, other)).verdict()).isEqualTo(Verdict.SAME_WAY);
      assertThat(check(DEPTH, runs(epochs, -0.01, other)).verdict()).isEqualTo(Verdict.OTHER_WAY);
      assertThat(check(DEPTH, runs(epochs, -0.00015, other)).verdict())
          .isEqualTo(Verdict.NOT_REFUTED);
    }
  }

  @Test
  void onlyPointsWhereASettingIsNotKnown() {
    UnaryOperator<Row> silent =
        row -> {
          TreeMap<String, String> settings = new TreeMap<>(row.settings());
          settings.remove("optimizer");
          return new Row(row.id(), row.status(), "", settings, row.metrics(), row.facts());
        };
    assertThat(check(DEPTH, runs(10, 0.01, silent)).verdict()).isEqualTo(Verdict.SAME_WAY);
  }

  @Test
  void onlyPointsWhereAnotherNetworkStandsInForALostOne() {
    Claim lost = claim("sweep-optimizer-mnist-cnn-4-optimizer-sgd-mish-vs-swish");
    UnaryOperator<Row> lenet = row -> with(row, "model", "lenet-4");
    assertThat(check(lost, runs(20, 0.01, lenet)).verdict()).isEqualTo(Verdict.SAME_WAY);
    assertThat(check(lost, runs(20, -0.01, lenet)).verdict()).isEqualTo(Verdict.OTHER_WAY);
  }

  /** The mean over batch sizes of which none is the published one says nothing of that one. */
  @Test
  void takesNoMeanOverOtherValuesForAnAnswer() {
    List<Row> swept = new ArrayList<>(runs(10, 0.01, row -> with(row, "batch_size", "64")));
    swept.addAll(runs(10, 0.01, row -> with(row, "batch_size", "256")));
    ClaimCheck check = check(DEPTH, swept);
    assertThat(check.verdict()).isEqualTo(Verdict.NOT_TESTED);
    assertThat(check.differences())
        .containsExactly(
            "a sweep of the batch size without the published value, whose mean answers nothing");
    swept.addAll(runs(10, 0.01, row -> row));
    assertThat(check(DEPTH, swept).verdict()).isEqualTo(Verdict.CONFIRMED);
  }

  @Test
  void onlyPointsByAMeanOverWhatWasNotPublished() {
    List<Row> swept = new ArrayList<>(runs(10, 0.01, row -> with(row, "dropout", "0.25")));
    swept.addAll(runs(10, 0.01, row -> with(row, "dropout", "0.5")));
    ClaimCheck mean = check(DEPTH, swept);
    assertThat(mean.verdict()).isEqualTo(Verdict.SAME_WAY);
    assertThat(mean.differences()).contains("over 2 settings: dropout");
    // One setting of another grid is an answer, though on a smaller budget.
    Map<String, Rows> grids = new LinkedHashMap<>();
    grids.put("swept", grid("swept", swept));
    grids.put("one", grid("one", runs(3, 0.01, row -> row)));
    ClaimCheck one = ClaimChecker.check(grids, List.of(DEPTH)).get(0);
    assertThat(one.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(one.differences()).contains("in one");
  }
}
