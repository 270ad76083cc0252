package actbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TimingTest {
  private static Claim claim(String metric, double mish, double relu) {
    return new Claim(
        "c",
        "mnist",
        "lenet-4",
        "",
        "",
        "mish",
        "relu",
        Metric.named(metric),
        mish,
        relu,
        20,
        "somewhere",
        "",
        Precision.PRINTED,
        Recipe.UNKNOWN);
  }

  private static Row row(String activation, int seed, double speed, String threads) {
    return new Row(
        activation + seed,
        Double.isNaN(speed) ? Status.DIVERGED : Status.OK,
        "",
        new TreeMap<>(
            Map.of(
                "dataset",
                "mnist",
                "model",
                "lenet-4",
                "activation",
                activation,
                "seed",
                Integer.toString(seed))),
        Double.isNaN(speed) ? new TreeMap<>() : new TreeMap<>(Map.of("images_per_second", speed)),
        new TreeMap<>(
            Map.of("threads", threads, "init_hash", "i" + seed, "order_hash", "o" + seed)));
  }

  private static ClaimCheck check(Claim claim, Row... rows) {
    return ClaimChecker.check(
            Map.of("x", new Rows("x", List.of(rows), List.of(), 0)), List.of(claim))
        .get(0);
  }

  /** Machines of very different speed, the ratio always near 1.25. */
  private static Row[] slower() {
    List<Row> rows = new ArrayList<>();
    double[] speeds = {100, 1000, 5000};
    double[] ratios = {1.24, 1.25, 1.26};
    for (int i = 0; i < 3; i++) {
      rows.add(row("relu", i, speeds[i], "1"));
      rows.add(row("mish", i, speeds[i] / ratios[i], "1"));
    }
    return rows.toArray(Row[]::new);
  }

  @Test
  void judgesTheRatioNeverTheSeconds() {
    Claim claim = claim("train_seconds", 81.12, 64.9);
    assertThat(claim.isRatio()).isTrue();
    assertThat(Math.exp(-claim.gain())).isCloseTo(1.25, within(1e-3));
    ClaimCheck check = check(claim, slower());
    assertThat(check.verdict()).isEqualTo(Verdict.CONFIRMED);
    assertThat(check.size()).isEqualTo(Size.AGREES);
    assertThat(Math.exp(-check.gain())).isCloseTo(1.25, within(1e-3));
    assertThat(check.firstMean()).isNaN();
    assertThat(check.differences())
        .contains("other hardware, so only the ratio of the times is compared");
    assertThat(check(claim("step_millis", 64, 81), slower()).verdict())
        .isEqualTo(Verdict.CONTRADICTED);
  }

  @Test
  void takesOnlySeedsUnderEqualConditions() {
    Claim claim = claim("epoch_seconds", 81, 64);
    ClaimCheck check =
        check(
            claim,
            row("relu", 1, 100, "1"),
            row("mish", 1, 80, "1"),
            row("relu", 2, 100, "1"),
            row("mish", 2, 160, "2"));
    assertThat(check.runs()).hasSize(2);
    assertThat(Math.exp(-check.gain())).isCloseTo(1.25, within(1e-9));
    assertThat(check(claim, row("relu", 1, 100, "1"), row("mish", 1, 80, "2")).differences())
        .containsExactly(
            "no seed in common under equal conditions (threads, engine, version, load)");
  }

  /** The ratio of the first seed is that of something which ran beside Mish. */
  @Test
  void takesOnlySeedsUnderLikeLoad() {
    ClaimCheck check =
        check(
            claim("epoch_seconds", 81, 64),
            row("relu", 1, 100, "1"),
            row("mish", 1, 30, "1"),
            row("relu", 2, 100, "1"),
            row("mish", 2, 80, "1"));
    assertThat(check.runs()).hasSize(2);
    assertThat(Math.exp(-check.gain())).isCloseTo(1.25, within(1e-9));
  }

  @Test
  void takesADivergedRunForNoTime() {
    Claim claim = claim("epoch_seconds", 81, 64);
    assertThat(
            check(claim, row("relu", 1, 100, "1"), row("mish", 1, Double.NaN, "1")).differences())
        .containsExactly("a score that these runs do not have");
  }

  @Test
  void saysWhatNoRunTells() {
    assertThat(check(claim("inference_seconds", 0.3, 0.2), slower()).differences())
        .containsExactly("time without training, which runs here do not take");
    assertThat(check(claim("detection_ap50", 0.65, 0.64), slower()).differences())
        .containsExactly("object detection, which is no task here");
    assertThat(Metric.named("detection_ap50").unit()).isEqualTo(Metric.PROPORTION);
  }
}
