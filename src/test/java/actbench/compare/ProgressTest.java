package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.compare.Progress.Kind;
import actbench.compare.Progress.Measure;
import actbench.result.EpochRecord;
import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final Metric ACCURACY = Metric.named("validation_accuracy");

  private final List<RunResult> runs = new ArrayList<>();

  /** A run whose epochs take so long and reach so much. */
  private void add(String activation, long seed, double seconds, double... accuracies) {
    RunResult run = Runs.ok(activation, 15, seed, accuracies[accuracies.length - 1]);
    List<EpochRecord> epochs = new ArrayList<>();
    for (int i = 0; i < accuracies.length; i++) {
      epochs.add(
          new EpochRecord(
              i + 1,
              new TreeMap<>(Map.of("validation_accuracy", accuracies[i], "seconds", seconds))));
    }
    runs.add(
        new RunResult(
            run.config(), run.status(), run.failure(), run.metrics(), run.facts(), epochs));
  }

  private Map<Kind, Comparison> measured(OptionalDouble target) {
    Comparison comparison =
        Comparer.compare(Runs.rows("x", runs), Question.about(Metric.named("test_accuracy")));
    Map<Kind, Comparison> measures = new EnumMap<>(Kind.class);
    for (Measure each : Progress.of(runs, comparison, ACCURACY, target)) {
      measures.put(each.kind(), each.comparison());
    }
    return measures;
  }

  private static double mean(Comparison comparison, String treatment) {
    return comparison.contested().get(0).cell(treatment).orElseThrow().mean();
  }

  private static List<String> winners(Comparison comparison) {
    return comparison.contested().get(0).winners();
  }

  @Test
  void measuresCurvesFromTheirBeginning() {
    // Mish ends higher, but an epoch takes three times as long.
    add("mish", 1, 3, 0.60, 0.80, 0.95);
    add("relu", 1, 1, 0.70, 0.88, 0.90);
    Map<Kind, Comparison> measures = measured(OptionalDouble.empty());
    assertThat(measures).containsOnlyKeys(Kind.values());
    assertThat(mean(measures.get(Kind.AREA), "mish")).isCloseTo(2.35 / 3, within(1e-12));
    assertThat(winners(measures.get(Kind.AREA))).containsExactly("relu");
    // The target is 0.90, the worse end of the two.
    assertThat(mean(measures.get(Kind.EPOCHS_TO_TARGET), "mish")).isEqualTo(3);
    assertThat(winners(measures.get(Kind.EPOCHS_TO_TARGET)))
        .containsExactlyInAnyOrder("relu", "mish");
    assertThat(mean(measures.get(Kind.SECONDS_TO_TARGET), "relu")).isEqualTo(3);
    assertThat(mean(measures.get(Kind.SECONDS_TO_TARGET), "mish")).isEqualTo(9);
    assertThat(winners(measures.get(Kind.EQUAL_EPOCHS))).containsExactly("mish");
    // After three seconds Mish has one epoch behind it.
    assertThat(mean(measures.get(Kind.EQUAL_TIME), "mish")).isEqualTo(0.60);
    assertThat(winners(measures.get(Kind.EQUAL_TIME))).containsExactly("relu");
  }

  /** ReLU's second seed ran beside something else, else it would win both seeds. */
  @Test
  void takesTimesUnderEqualConditionsOnly() {
    add("mish", 1, 2, 0.60, 0.80, 0.95);
    add("relu", 1, 1, 0.70, 0.88, 0.95);
    add("mish", 2, 2, 0.60, 0.80, 0.95);
    add("relu", 2, 9, 0.70, 0.88, 0.95);
    Map<Kind, Comparison> measures = measured(OptionalDouble.empty());
    assertThat(measures.get(Kind.SECONDS_TO_TARGET).runs()).isEqualTo(2);
    assertThat(mean(measures.get(Kind.SECONDS_TO_TARGET), "relu")).isEqualTo(3);
    assertThat(measures.get(Kind.EQUAL_TIME).runs()).isEqualTo(2);
    assertThat(measures.get(Kind.AREA).runs()).isEqualTo(4);
  }

  @Test
  void countsNeverReachingTheTargetAsALoss() {
    add("mish", 1, 1, 0.60, 0.80);
    add("relu", 1, 1, 0.70, 0.75);
    Comparison epochs = measured(OptionalDouble.of(0.78)).get(Kind.EPOCHS_TO_TARGET);
    assertThat(winners(epochs)).containsExactly("mish");
    assertThat(epochs.contested().get(0).cell("relu").orElseThrow().diverged()).isEqualTo(1);
    assertThat(measured(OptionalDouble.of(0.99))).doesNotContainKey(Kind.EPOCHS_TO_TARGET);
  }

  @Test
  void judgesEarlyStoppedRunsAtTheEpochTheyReached() {
    add("mish", 1, 1, 0.60, 0.80, 0.95);
    add("relu", 1, 1, 0.70, 0.85);
    assertThat(winners(measured(OptionalDouble.empty()).get(Kind.EQUAL_EPOCHS)))
        .containsExactly("relu");
  }

  @Test
  void countsDivergenceAsALossByEveryMeasure() {
    add("mish", 1, 1, 0.60, 0.80);
    runs.add(Runs.diverged("relu", 15, 1));
    assertThat(measured(OptionalDouble.empty()).values())
        .allSatisfy(each -> assertThat(winners(each)).containsExactly("mish"));
  }

  @Test
  void hasNoMeasuresWithoutCurves() {
    runs.addAll(Runs.grid());
    assertThat(measured(OptionalDouble.empty())).isEmpty();
  }

  @Test
  void findsTheParetoFront() {
    List<RunResult> all = new ArrayList<>();
    all.add(costing("mish", 0.95, 3));
    all.add(costing("relu", 0.90, 1));
    all.add(costing("swish", 0.89, 2));
    Comparison values =
        Comparer.compare(Runs.rows("x", all), Question.about(Metric.named("test_accuracy")));
    Comparison costs =
        Comparer.compare(Runs.rows("x", all), Question.about(Metric.named("seconds")));
    assertThat(Tradeoff.of(values, costs))
        .containsExactly(
            new Tradeoff("relu", 0.90, 1, true),
            new Tradeoff("swish", 0.89, 2, false),
            new Tradeoff("mish", 0.95, 3, true));
  }

  private static RunResult costing(String activation, double accuracy, double seconds) {
    RunResult run = Runs.ok(activation, 15, 1, accuracy);
    TreeMap<String, Double> metrics = new TreeMap<>(run.metrics());
    metrics.put("seconds", seconds);
    return new RunResult(
        run.config(), run.status(), run.failure(), metrics, run.facts(), run.epochs());
  }
}
