package actbench.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Intervals computed by turning around SciPy 1.17.1's {@code wilcoxon(d - shift, method="exact")}:
 * the shifts that it does not reject at 5 %.
 */
final class HodgesLehmannTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  private static void check(double[] differences, double estimate, double low, double high) {
    HodgesLehmann found = HodgesLehmann.of(differences, 0.95);
    assertThat(found.estimate()).isCloseTo(estimate, CLOSE);
    assertThat(found.interval().low()).isCloseTo(low, CLOSE);
    assertThat(found.interval().high()).isCloseTo(high, CLOSE);
  }

  @Test
  void agreesWithTheDepressionScalesOfHollanderAndWolfe() {
    double[] before = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    double[] after = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29};
    check(Sample.differences(before, after), 0.46, 0.01, 0.786);
  }

  @Test
  void agreesWithTheInvertedTest() {
    check(new double[] {0.3, -0.1, 0.8, 1.2, 0.45, 0.07}, 0.435, -0.1, 1.2);
    check(new double[] {0.3, -0.1, 0.8, 1.2, 0.45, 0.07, 2.9, -0.35}, 0.4425, -0.1, 1.675);
  }

  @Test
  void leavesOutZeroJustWhereTheTestRejects() {
    Random random = new Random(11);
    int rejected = 0;
    for (int round = 0; round < 2000; round++) {
      double[] sample = new double[6 + round % 20];
      Arrays.setAll(sample, i -> 0.5 + random.nextGaussian());
      boolean rejects = SignedRank.of(sample, SignedRank.Zeros.PRATT).exact().twoSided() <= 0.05;
      Interval interval = HodgesLehmann.of(sample, 0.95).interval();
      assertThat(interval.low() > 0 || interval.high() < 0).isEqualTo(rejects);
      rejected += rejects ? 1 : 0;
    }
    assertThat(rejected).isBetween(200, 1800);
  }

  @Test
  void hasNoIntervalWhereNoTestCanReject() {
    double[] five = {1, 2, 3, 4, 5};
    assertThat(HodgesLehmann.of(five, 0.95).interval().exists()).isFalse();
    assertThat(HodgesLehmann.of(five, 0.95).estimate()).isEqualTo(3);
    assertThat(HodgesLehmann.of(new double[] {1, 3}, 0.95).estimate()).isEqualTo(2);
    assertThatThrownBy(() -> HodgesLehmann.of(new double[0], 0.95))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
