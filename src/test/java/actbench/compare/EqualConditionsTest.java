package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.EpochRecord;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.RunResult;
import actbench.result.Runs;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EqualConditionsTest {
  private final List<Row> rows = new ArrayList<>();
  private final List<RunResult> runs = new ArrayList<>();

  private Row row(String activation, int seed, double speed, String... facts) {
    TreeMap<String, String> told = new TreeMap<>();
    for (int i = 0; i < facts.length; i += 2) {
      told.put(facts[i], facts[i + 1]);
    }
    Row row =
        new Row(
            activation + seed,
            Status.OK,
            "",
            new TreeMap<>(Map.of("activation", activation, "seed", Integer.toString(seed))),
            new TreeMap<>(Map.of("images_per_second", speed, "seconds", 1000 / speed)),
            told);
    rows.add(row);
    return row;
  }

  private EqualConditions conditions() {
    return EqualConditions.of(rows, runs, "activation", "seed");
  }

  @Test
  void leavesOutWhatRanWithOtherThreadsEngineOrVersion() {
    Row kept = row("relu", 1, 100, "threads", "1", "git_commit", "a");
    row("mish", 1, 90, "threads", "1", "git_commit", "a");
    row("relu", 2, 100, "threads", "1", "git_commit", "a");
    Row other = row("mish", 2, 90, "threads", "1", "git_commit", "b");
    row("relu", 3, 100, "threads", "1", "engine_path", "onednn");
    row("mish", 3, 90, "threads", "2", "engine_path", "plain");
    assertThat(conditions().holdFor(kept)).isTrue();
    assertThat(conditions().holdFor(other)).isFalse();
    assertThat(conditions().places()).isEqualTo(3);
    assertThat(conditions().equal()).isEqualTo(1);
    assertThat(conditions().unequal()).isEqualTo(Map.of("version", 1, "threads", 1, "engine", 1));
  }

  /** In the second seed Mish had the machine for itself and ReLU did not. */
  @Test
  void tellsLoadByTheOtherSeeds() {
    row("relu", 1, 100);
    row("mish", 1, 90);
    Row held = row("relu", 2, 40);
    row("mish", 2, 91);
    assertThat(conditions().holdFor(held)).isFalse();
    assertThat(conditions().unequal()).isEqualTo(Map.of("load", 1));
    assertThat(conditions().repeated()).isTrue();
  }

  @Test
  void keepsWhatIsHeldUpAlike() {
    row("relu", 1, 100);
    row("mish", 1, 90);
    row("relu", 2, 40);
    row("mish", 2, 35);
    assertThat(conditions().equal()).isEqualTo(2);
  }

  @Test
  void doesNotHoldDifferentWorkAgainstEachOther() {
    row("relu", 1, 100, "threads", "4");
    row("mish", 1, 90, "threads", "4");
    row("relu", 2, 30, "threads", "1");
    row("mish", 2, 28, "threads", "1");
    assertThat(conditions().equal()).isEqualTo(2);
    assertThat(conditions().repeated()).isFalse();
  }

  /** All medians are alike; only the last epoch shows that Mish can do better. */
  @Test
  void tellsLoadWithinARunByItsEpochs() {
    epochs("relu", 2, 2, 2);
    epochs("mish", 2, 2, 1);
    rows.forEach(row -> assertThat(conditions().holdFor(row)).isFalse());
    runs.clear();
    assertThat(conditions().equal()).as("medians alone do not tell").isEqualTo(1);
  }

  private void epochs(String activation, double... seconds) {
    RunResult run = Runs.ok(activation, 15, 1, 0.9);
    List<EpochRecord> epochs = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      epochs.add(new EpochRecord(i + 1, new TreeMap<>(Map.of("seconds", seconds[i]))));
    }
    runs.add(
        new RunResult(
            run.config(), run.status(), run.failure(), run.metrics(), run.facts(), epochs));
    rows.add(Row.of(runs.get(runs.size() - 1)));
  }

  @Test
  void saysThatTimesDoNotCompare() {
    row("relu", 1, 100);
    row("mish", 1, 90);
    row("relu", 2, 40);
    row("mish", 2, 91);
    Rows all = new Rows("x", rows, List.of(), 0);
    assertThat(Comparer.compare(all, Question.about(Metric.named("seconds"))).notes())
        .contains(
            "In 1 of 2 groups of one setting and seed the runs had different conditions (load):"
                + " these times do not compare.");
  }
}
