package actbench.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BootstrapTest {
  @Test
  void doesNotDependOnTheOrderOfTheSample() {
    assertThat(Bootstrap.mean(new double[] {1, 5, 2, 9}, 0.95))
        .isEqualTo(Bootstrap.mean(new double[] {9, 2, 5, 1}, 0.95));
  }

  @Test
  void isTheWholeSampleMirroredWhenMirrored() {
    Interval one = Bootstrap.mean(new double[] {1, 2, 2, 3, 7, 11}, 0.95);
    Interval other = Bootstrap.mean(new double[] {-1, -2, -2, -3, -7, -11}, 0.95);
    // The draws differ, so only nearly.
    assertThat(other.low()).isCloseTo(-one.high(), within(0.3));
    assertThat(other.high()).isCloseTo(-one.low(), within(0.3));
  }

  @Test
  void comesNearStudentsIntervalForManyNormalValues() {
    Random random = new Random(4);
    double[] sample = random.doubles(400).map(each -> random.nextGaussian() + 3).toArray();
    Interval bootstrap = Bootstrap.mean(sample, 0.95);
    Interval student = StudentT.corrected(sample, 0).interval(0.95);
    assertThat(bootstrap.low()).isCloseTo(student.low(), within(0.01));
    assertThat(bootstrap.high()).isCloseTo(student.high(), within(0.01));
  }

  @Test
  void goesOverIntoTheNormalIntervalForLargeSamples() {
    double[] sample = new double[Bootstrap.LARGE];
    for (int i = 0; i < sample.length; i++) {
      // Skewed, as gains are.
      sample[i] = -Math.log((i + 0.5) / sample.length);
    }
    Interval resampled = Bootstrap.mean(sample, 0.95);
    double[] more = Arrays.copyOf(sample, sample.length + 1);
    more[sample.length] = 1;
    Interval normal = Bootstrap.mean(more, 0.95);
    double tenth = (normal.high() - normal.low()) / 20;
    assertThat(normal.low()).isCloseTo(resampled.low(), within(tenth));
    assertThat(normal.high()).isCloseTo(resampled.high(), within(tenth));
  }

  @Test
  void hasNothingToSayOfTooFewOrEqualValues() {
    assertThat(Bootstrap.mean(new double[] {1, 2}, 0.95).exists()).isFalse();
    assertThat(Bootstrap.mean(new double[] {2, 2, 2}, 0.95)).isEqualTo(new Interval(2, 2));
  }

  @Test
  void findsTheSeedsThatPowerNeeds() {
    // Two-sided 5 %, 80 % power, difference of half a deviation: 34 pairs (Cohen 1988).
    assertThat(Power.repeats(0.5, 1, 0.05, 0.8)).isBetween(33, 34);
    assertThat(Power.repeats(100, 1, 0.05, 0.8)).isEqualTo(2);
    assertThat(Power.repeats(0, 1, 0.05, 0.8)).isEqualTo(Power.LIMIT);
    assertThat(Power.detectable(34, 1, 0.05, 0.8)).isLessThan(0.5);
  }

  @Test
  void countsUntestedHypothesesInTheFamily() {
    double[] known = {0.01, 0.04, 1, 0.02};
    double[] given = {0.01, 0.04, Double.NaN, 0.02};
    for (Adjustment adjustment : Adjustment.values()) {
      double[] expected = adjustment.of(known);
      expected[2] = Double.NaN;
      assertThat(adjustment.of(given)).as(adjustment.name()).isEqualTo(expected);
    }
    assertThat(Adjustment.HOLM.of(given)).startsWith(0.04, 0.08).endsWith(0.06);
  }

  @Test
  void ranksInfiniteDifferencesOutermost() {
    SignedRank test =
        SignedRank.of(
            new double[] {Double.POSITIVE_INFINITY, 1, -2, Double.POSITIVE_INFINITY},
            SignedRank.Zeros.DROPPED);
    assertThat(test.plus()).isEqualTo(8);
    assertThat(test.minus()).isEqualTo(2);
  }
}
