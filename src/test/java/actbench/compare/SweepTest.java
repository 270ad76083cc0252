package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.compare.Sweep.Stretch;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SweepTest {
  private final List<Row> rows = new ArrayList<>();

  /** A row of two seeds around a value; settings as {@code name=value}. */
  private void add(String activation, double value, String... settings) {
    for (int seed = 1; seed <= 2; seed++) {
      TreeMap<String, String> all = new TreeMap<>(Map.of("activation", activation));
      all.put("seed", Integer.toString(seed));
      for (String setting : settings) {
        all.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
      }
      double score = value + (seed == 1 ? -1e-4 : 1e-4) * (activation.equals("mish") ? 1 : 2);
      rows.add(
          new Row(
              "r" + rows.size(),
              Status.OK,
              "",
              all,
              new TreeMap<>(Map.of("test_accuracy", score)),
              new TreeMap<>(Map.of("init_hash", "i" + seed, "order_hash", "o"))));
    }
  }

  private Comparison compared() {
    return Comparer.compare(
        new Rows("x", rows, List.of(), 0), Question.about(Metric.named("test_accuracy")));
  }

  /** Swish leads at 15, both share 18, mish leads from 21 on. */
  private Comparison depths() {
    double[][] scores = {{0.95, 0.96}, {0.94, 0.94}, {0.93, 0.90}, {0.92, 0.80}};
    for (int i = 0; i < scores.length; i++) {
      add("mish", scores[i][0], "depth=" + (15 + 3 * i));
      add("swish", scores[i][1], "depth=" + (15 + 3 * i));
    }
    return compared();
  }

  @Test
  void findsWhoLeadsWhere() {
    Sweep sweep = Sweep.of(depths()).get(0);
    assertThat(sweep.isOrdered()).isTrue();
    assertThat(sweep.mean("21", "mish").value()).isCloseTo(0.93, within(1e-12));
    List<Stretch> stretches = sweep.stretches();
    assertThat(stretches).extracting(Stretch::leaders).element(0).isEqualTo(List.of("swish"));
    Stretch last = stretches.get(stretches.size() - 1);
    assertThat(last.leaders()).containsExactly("mish");
    assertThat(last.values()).endsWith("21", "24");
    assertThat(last.mostLead()).isCloseTo(0.12, within(1e-12));
  }

  @Test
  void findsWhereOneOvertakesAnother() {
    Comparison comparison = depths();
    List<Crossover> crossovers = Crossover.of(comparison, Sweep.of(comparison));
    assertThat(crossovers).hasSize(1);
    Crossover only = crossovers.get(0);
    assertThat(List.of(only.first(), only.second(), only.before(), only.after()))
        .containsExactly("mish", "swish", "15", "21");
    assertThat(only.gainBefore()).isCloseTo(-0.01, within(1e-12));
    assertThat(only.gainAfter()).isCloseTo(0.03, within(1e-12));
    assertThat(only.isClear()).isTrue();
  }

  @Test
  void takesNoisyCrossingsForUnclear() {
    add("mish", 0.9020, "depth=1");
    add("relu", 0.9000, "depth=1");
    add("mish", 0.9000, "depth=2");
    add("relu", 0.9020, "depth=2");
    rows.replaceAll(
        row ->
            row.settings().get("seed").equals("1")
                    && row.settings().get("activation").equals("relu")
                ? new Row(
                    row.id(),
                    row.status(),
                    "",
                    row.settings(),
                    new TreeMap<>(
                        Map.of("test_accuracy", row.metrics().get("test_accuracy") - 0.0010)),
                    row.facts())
                : row);
    Comparison comparison = compared();
    assertThat(Crossover.of(comparison, Sweep.of(comparison)))
        .hasSize(1)
        .allSatisfy(each -> assertThat(each.isClear()).isFalse());
  }

  @Test
  void mergesSettingsThatChangeTogetherAndPassesOverThoseThatLackOne() {
    add("mish", 0.9, "model=lenet", "width=500");
    add("relu", 0.8, "model=lenet", "width=500");
    add("mish", 0.7, "model=mlp", "width=256", "depth=2", "batch_norm=false");
    add("relu", 0.8, "model=mlp", "width=256", "depth=2", "batch_norm=false");
    add("mish", 0.6, "model=mlp", "width=256", "depth=4", "batch_norm=false");
    add("relu", 0.8, "model=mlp", "width=256", "depth=4", "batch_norm=false");
    List<Sweep> sweeps = Sweep.of(compared());
    assertThat(sweeps).extracting(Sweep::name).containsExactly("depth", "model");
    assertThat(sweeps.get(0).values()).containsExactly("2", "4");
    assertThat(sweeps.get(1).companions()).containsExactly("width");
    assertThat(sweeps.get(1).mean("mlp", "mish").value()).isCloseTo(0.65, within(1e-12));
  }

  @Test
  void tellsWhoLeadsWhereTwoSettingsMeet() {
    for (String size : List.of("64", "128")) {
      add("mish", size.equals("64") ? 0.9 : 0.7, "batch_size=" + size, "depth=2");
      add("relu", 0.8, "batch_size=" + size, "depth=2");
      add("mish", 0.7, "batch_size=" + size, "depth=4");
      add("relu", 0.8, "batch_size=" + size, "depth=4");
    }
    Comparison comparison = compared();
    List<Interaction> interactions = Interaction.of(comparison, Sweep.of(comparison));
    assertThat(interactions).hasSize(1);
    assertThat(interactions.get(0).rows().name()).isEqualTo("batch_size");
    Lead lead = interactions.get(0).lead("64", "2");
    assertThat(lead.leaders()).containsExactly("mish");
    assertThat(lead.gain()).isCloseTo(0.1, within(1e-12));
    assertThat(interactions.get(0).lead("128", "2").leaders()).containsExactly("relu");
    assertThat(interactions.get(0).lead("32", "2").leaders()).isEmpty();
    assertThat(interactions.get(0).within(1, 1)).isNull();
  }

  @Test
  void wordsCriteriaAsTheArticlesDo() {
    List<String> rates = List.of("0.001", "0.01", "0.1", "1", "10");
    assertThat(condition(rates, true, "0.001", "0.01", "1")).isEqualTo("< 0.1 or 1");
    assertThat(condition(rates, true, "1", "10")).isEqualTo("> 0.1");
    assertThat(condition(rates, true, "10")).isEqualTo("10");
    assertThat(condition(rates, true, "0.01", "0.1")).isEqualTo("0.01 to 0.1");
    List<String> rules = List.of("adam", "nadam", "radam", "sgd");
    assertThat(condition(rules, false, "adam", "radam", "sgd")).isEqualTo("all but nadam");
    assertThat(condition(rules, false, "adam", "sgd")).isEqualTo("adam, sgd");
    assertThat(condition(rules, false, "adam", "nadam", "radam", "sgd")).isEqualTo("all");
  }

  private static String condition(List<String> values, boolean ordered, String... best) {
    return new Criterion("x", "mish", List.of(best), values, ordered).condition();
  }

  @Test
  void listsWhereEachIsBest() {
    Comparison comparison = depths();
    assertThat(Criterion.of(comparison, Sweep.of(comparison)))
        .extracting(Criterion::treatment)
        .containsExactlyInAnyOrder("mish", "swish");
  }
}
