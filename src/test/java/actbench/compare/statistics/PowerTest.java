package actbench.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PowerTest {
  /** Draws grids with the smallest difference and counts how often the test finds it. */
  @ParameterizedTest
  @CsvSource({"5, 0.05", "10, 0.05", "3, 0.05", "5, 0.0083", "10, 0.0083"})
  void findsTheSmallestDifferenceAboutAsOftenAsItSays(int repeats, double alpha) {
    double difference = Power.detectable(repeats, 2, alpha, 0.8);
    Random random = new Random(7);
    int found = 0;
    int rounds = 4000;
    for (int round = 0; round < rounds; round++) {
      double[] draws = new double[repeats];
      for (int i = 0; i < repeats; i++) {
        draws[i] = difference + 2 * random.nextGaussian();
      }
      found += StudentT.corrected(draws, 0).p().twoSided() < alpha ? 1 : 0;
    }
    assertThat(found / (double) rounds).isBetween(0.75, 0.88);
  }

  @Test
  void isTheInverseOfTheRepeatsNeeded() {
    double difference = Power.detectable(9, 1.5, 0.05, 0.8);
    assertThat(Power.repeats(difference, 1.5, 0.05, 0.8)).isEqualTo(9);
    assertThat(Power.repeats(difference * 0.99, 1.5, 0.05, 0.8)).isEqualTo(10);
    // ((2.306 + 0.889) 1.5 / sqrt 9): quantiles of t at 8 degrees of freedom.
    assertThat(difference).isCloseTo((2.30600 + 0.88889) * 0.5, within(1e-4));
  }
}
