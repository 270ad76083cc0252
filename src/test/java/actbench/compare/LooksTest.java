package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.compare.Look.State;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LooksTest {
  private static final Question QUESTION = Question.about(Metric.named("test_accuracy"));
  private static final SequentialDesign DESIGN = SequentialDesign.of(4, 12);

  /** Mish is better by 2 points, swish equals relu; NaN stands for a diverged run. */
  private static Rows rows(boolean diverging) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    for (int seed = 1; seed <= 12; seed++) {
      double shared = 0.01 * random.nextGaussian();
      double other = 0.01 * random.nextGaussian();
      rows.add(row("mish", seed, 0.92 + shared + 0.004 * random.nextGaussian()));
      rows.add(
          row(
              "relu",
              seed,
              diverging && seed % 2 == 0
                  ? Double.NaN
                  : 0.90 + shared + 0.004 * random.nextGaussian()));
      rows.add(row("swish", seed, 0.90 + shared + other));
    }
    return new Rows("x", rows, List.of(), 0);
  }

  private static Row row(String activation, int seed, double accuracy) {
    return new Row(
        activation + seed,
        Double.isNaN(accuracy) ? Status.DIVERGED : Status.OK,
        "",
        new TreeMap<>(Map.of("activation", activation, "seed", Integer.toString(seed))),
        new TreeMap<>(Map.of("test_accuracy", accuracy)),
        new TreeMap<>(Map.of("init_hash", "i" + seed, "order_hash", "o" + seed)));
  }

  private static State state(List<Look> looks, int look, String first, String second) {
    return looks.get(look).pairs().stream()
        .filter(pair -> pair.first().equals(first) && pair.second().equals(second))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void decidesAtTheBoundaryAndKeepsWhatIsSettled() {
    List<Look> looks = Looks.of(rows(false), QUESTION, DESIGN, 12);
    assertThat(looks).extracting(Look::seeds).startsWith(4, 8);
    Look last = looks.get(looks.size() - 1);
    assertThat(state(looks, looks.size() - 1, "mish", "relu")).isEqualTo(State.FIRST_BETTER);
    assertThat(last.pairs())
        .allSatisfy(pair -> assertThat(pair.settledAt() > 0).isEqualTo(pair.state().settled()))
        .filteredOn(pair -> pair.state() == State.FIRST_BETTER)
        .allSatisfy(pair -> assertThat(pair.p()).isLessThanOrEqualTo(pair.level()));
  }

  @Test
  void seesOnlyTheSeedsOfItsTime() {
    List<Look> all = Looks.of(rows(false), QUESTION, DESIGN, 12);
    List<Look> early = Looks.of(rows(false), QUESTION, DESIGN, 5);
    assertThat(early).isEqualTo(all.subList(0, 1));
  }

  @Test
  void takesDivergedRunsForTheWorst() {
    List<Look> looks = Looks.of(rows(true), QUESTION, DESIGN, 12);
    assertThat(state(looks, looks.size() - 1, "mish", "relu")).isEqualTo(State.FIRST_BETTER);
    assertThat(looks.get(0).pairs().get(0).gain()).isNaN();
  }
}
