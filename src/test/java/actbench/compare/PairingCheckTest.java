package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which runs are pairs, and what is said of runs that were trained otherwise. */
final class PairingCheckTest {
  private static Comparison compare(List<RunResult> runs) {
    return Comparer.compare(Runs.rows("grid", runs), Question.about(Metric.named("test_accuracy")));
  }

  @Test
  void checksThePairingOfReplicates() {
    assertThat(compare(Runs.grid()).pairing())
        .isEqualTo(new Pairing(Pairing.Answer.YES, 9, List.of()));
    List<RunResult> runs = new ArrayList<>(Runs.grid());
    runs.set(4, with(runs.get(4), "init_hash", "other"));
    assertThat(compare(runs).pairing())
        .isEqualTo(
            new Pairing(Pairing.Answer.NO, 9, List.of("depth=15, seed 2: initial weights differ")));
    runs.set(4, with(runs.get(4), "init_hash", ""));
    assertThat(compare(runs).pairing().answer()).isEqualTo(Pairing.Answer.UNKNOWN);
  }

  private static RunResult with(RunResult run, String fact, String value) {
    TreeMap<String, String> facts = new TreeMap<>(run.facts());
    facts.put(fact, value);
    return new RunResult(run.config(), run.status(), "", run.metrics(), facts, run.epochs());
  }

  private static Comparison compareWith(String fact, List<String> values) {
    List<RunResult> runs = new ArrayList<>(Runs.grid());
    for (int i = 0; i < runs.size(); i++) {
      runs.set(i, with(runs.get(i), fact, values.get(i % values.size())));
    }
    return compare(runs);
  }

  @Test
  void pairsNoRunsOnDifferentData() {
    assertThat(compareWith("data", List.of("mnist (canonical)")).pairing().answer())
        .isEqualTo(Pairing.Answer.YES);
    assertThat(compareWith("data", List.of("a", "a", "a", "b", "b", "b")).pairing())
        .isEqualTo(
            new Pairing(
                Pairing.Answer.NO,
                9,
                List.of(
                    "depth=15, seed 1: bytes of the data differ",
                    "depth=15, seed 2: bytes of the data differ",
                    "depth=15, seed 3: bytes of the data differ")));
  }

  @Test
  void saysThatRunsAreOnOtherDataThanPublished() {
    assertThat(compareWith("data", List.of("mnist (canonical)")).notes()).isEmpty();
    assertThat(compareWith("data", List.of("cifar-10 (not canonical: sha256 7da0)")).notes())
        .containsExactly(
            "There are runs on other data than published: cifar-10 (not canonical: sha256 7da0).");
  }

  @Test
  void saysThatRunsWereTrainedUnderDifferentConditions() {
    assertThat(compareWith("git_commit", List.of("a")).notes()).isEmpty();
    // The seeds of a function follow each other, so that values in threes differ within a seed.
    assertThat(compareWith("git_commit", List.of("a", "a", "a", "b", "b", "b")).notes())
        .containsExactly(
            "The runs come from 2 versions of the program; such meet in 3 of 3 settings.");
    Comparison bySeed = compareWith("threads", List.of("2", "10", "2"));
    assertThat(bySeed.notes())
        .containsExactly(
            "The runs had different numbers of threads, 2 and 10, the same wherever runs of one"
                + " setting and seed meet.");
    assertThat(bySeed.pairing().answer()).isEqualTo(Pairing.Answer.YES);
    assertThat(compareWith("engine_path", List.of("plain", "plain", "", "onednn")).notes())
        .containsExactly(
            "The runs took different paths of the engine, onednn and plain; such meet in 3 of 3"
                + " settings.");
  }
}
