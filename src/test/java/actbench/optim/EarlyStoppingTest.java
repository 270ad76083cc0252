package actbench.optim;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.spec.Choice;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EarlyStoppingTest {
  private static final EarlyStopping.Watched OWN =
      new EarlyStopping.Watched("validation_mse", true);

  @Test
  void endsAfterAsManyEpochsWithoutABetterOneAsItHasPatience() {
    EarlyStopping rule = rule("validation-loss", Map.of("patience", 2L));
    assertThat(after(rule, 1.0, 0.9, 0.95)).isEqualTo("++-");
    assertThat(rule.isOver()).isFalse();
    assertThat(after(rule, 0.8, 0.8)).as("the same is no better").isEqualTo("+-");
    assertThat(rule.isOver()).isFalse();
    assertThat(after(rule, 0.85)).isEqualTo("-");
    assertThat(rule.isOver()).isTrue();
  }

  @Test
  void takesHigherAccuraciesForBetter() {
    EarlyStopping rule = rule("validation-accuracy", Map.of());
    assertThat(rule.metric()).isEqualTo("validation_accuracy");
    assertThat(after(rule, 0.5, 0.4, 0.6)).isEqualTo("+-+");
  }

  @Test
  void takesLowerValuesOfTheRunsOwnMetricForBetterWhereTheyAre() {
    EarlyStopping rule = rule("validation-metric", Map.of());
    assertThat(rule.metric()).isEqualTo("validation_mse");
    assertThat(after(rule, 0.5, 0.6, 0.4)).isEqualTo("+-+");
    assertThat(after(EarlyStopping.never(OWN), 0.5, 0.6, 0.4)).isEqualTo("+-+");
  }

  @Test
  void countsOnlyImprovementsAboveTheThreshold() {
    EarlyStopping rule = rule("validation-loss", Map.of("threshold", 0.5));
    assertThat(after(rule, 2.0, 1.5, 1.25, 1.0)).isEqualTo("+-+-");
  }

  @Test
  void takesNothingThatIsNoNumberForBetter() {
    EarlyStopping rule = rule("validation-loss", Map.of("patience", 1L));
    assertThat(after(rule, Double.NaN)).isEqualTo("-");
    assertThat(rule.isOver()).isTrue();
    assertThat(after(rule, 3.0)).isEqualTo("+");
  }

  @Test
  void neverEndsWhereNothingWasAskedFor() {
    EarlyStopping rule = EarlyStopping.never(OWN);
    for (int epoch = 0; epoch < 10_000; epoch++) {
      rule.improves(0.5);
    }
    assertThat(rule.isOver()).isFalse();
    assertThat(rule.restores()).isFalse();
  }

  private static String after(EarlyStopping rule, double... values) {
    StringBuilder marks = new StringBuilder();
    for (double value : values) {
      marks.append(rule.improves(value) ? '+' : '-');
    }
    return marks.toString();
  }

  private static EarlyStopping rule(String name, Map<String, Object> parameters) {
    return EarlyStopping.of(new Choice(name, new TreeMap<>(parameters)), OWN);
  }
}
