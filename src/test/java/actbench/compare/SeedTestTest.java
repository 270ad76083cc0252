package actbench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.compare.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expected numbers: SciPy 1.17.1, and the matrix form of Bell and McCaffrey's variance in NumPy.
 */
final class SeedTestTest {
  private static final Offset<Double> NINE_DIGITS = within(1e-9);
  private static final double[][] DIFFERENCES = {
    {3.1, 1.2, 1.9}, {2.4, 2.2, 1.1}, {3.0, 1.5, 2.6}, {2.7, 1.54, 1.6}
  };

  /** A bout whose differences are these, and whose seeds are counted from a number. */
  private static Bout bout(String setting, int firstSeed, double... differences) {
    return bout(setting, firstSeed, differences, new double[differences.length]);
  }

  private static Bout bout(String setting, int firstSeed, double[] first, double[] second) {
    double gain = Arrays.stream(first).average().orElseThrow();
    return new Bout(
        setting,
        0,
        gain - Arrays.stream(second).average().orElseThrow(),
        IntStream.range(firstSeed, firstSeed + first.length).mapToObj(Integer::toString).toList(),
        Arrays.stream(first).boxed().toList(),
        Arrays.stream(second).boxed().toList(),
        0.5);
  }

  private static SeedTest test(boolean paired, double overlap, Bout... bouts) {
    return SeedTest.of(new Duel("a", "b", List.of(bouts)), paired, overlap);
  }

  private static Bout[] settings(int count, int step) {
    Bout[] bouts = new Bout[count];
    Arrays.setAll(bouts, i -> bout("s" + i, 1 + step * i, DIFFERENCES[i]));
    return bouts;
  }

  @Test
  void takesSeedsOfSeveralSettingsForTheSameDraws() {
    SeedTest found = test(true, 0, settings(4, 0));
    // scipy.stats.ttest_1samp of the seeds' means 2.80, 1.61, 1.80.
    assertThat(found.test().t()).isCloseTo(5.608266644783567, NINE_DIGITS);
    assertThat(found.test().freedom()).isEqualTo(2);
    assertThat(found.test().p().twoSided()).isCloseTo(0.030353666289628004, NINE_DIGITS);
    Interval interval = found.test().interval(0.95);
    assertThat(interval.low()).isCloseTo(0.48189948433254215, NINE_DIGITS);
    assertThat(interval.high()).isCloseTo(3.6581005156674573, NINE_DIGITS);
    assertThat(found.seeds()).isEqualTo(3);
  }

  @Test
  void correctsForOverlappingTrainingSets() {
    assertThat(test(true, 0.25, settings(4, 0)).test().p().twoSided())
        .isCloseTo(0.051388095874021995, NINE_DIGITS);
  }

  @Test
  void takesSettingsWithoutCommonSeedsForIndependent() {
    SeedTest apart = test(true, 0, settings(3, 10));
    assertThat(apart.test().freedom()).isCloseTo(5.58394800875674, NINE_DIGITS);
    assertThat(apart.test().p().twoSided()).isCloseTo(0.00034868114989962737, NINE_DIGITS);
    Bout[] partly = settings(3, 0);
    partly[2] = bout("s2", 4, DIFFERENCES[2]);
    assertThat(test(true, 0, partly).test().p().twoSided())
        .isCloseTo(0.0046700096439036805, NINE_DIGITS);
  }

  @Test
  void copesWithSeedsThatLackInSomeSettings() {
    SeedTest found =
        test(
            true,
            0,
            bout("a", 1, 3.1, 1.2, 1.9),
            bout("b", 1, 2.4, 2.2, 1.1, 0.3),
            bout("c", 1, 3.0, 1.5),
            bout("d", 2, 1.54, 1.6, -0.2));
    assertThat(found.test().meanDifference()).isCloseTo(1.6991666666666667, NINE_DIGITS);
    assertThat(found.test().standardError()).isCloseTo(0.38448146038679737, NINE_DIGITS);
    assertThat(found.test().freedom()).isCloseTo(2.3327354260089685, NINE_DIGITS);
    assertThat(found.test().p().twoSided()).isCloseTo(0.03565660877821354, NINE_DIGITS);
  }

  @Test
  void setsTheSeedsOfEitherSideAgainstEachOtherWithoutPairing() {
    SeedTest found =
        test(
            false,
            0,
            bout("a", 1, new double[] {90.1, 91.3, 90.8}, new double[] {89.0, 90.1, 88.7}),
            bout("b", 1, new double[] {88.2, 89.9, 88.4}, new double[] {87.9, 87.5, 86.6}));
    // scipy.stats.ttest_ind(equal_var=False) of the seeds' means.
    assertThat(found.test().t()).isCloseTo(2.710694822235664, NINE_DIGITS);
    assertThat(found.test().freedom()).isCloseTo(3.8050588562728183, NINE_DIGITS);
    assertThat(found.test().p().twoSided()).isCloseTo(0.056458046982558435, NINE_DIGITS);
  }

  @Test
  void leavesOutSettingsOfOneSeed() {
    Bout[] bouts = settings(4, 0);
    Bout[] more = Arrays.copyOf(bouts, 5);
    more[4] = bout("single", 1, 80);
    SeedTest found = test(true, 0, more);
    assertThat(found.test()).isEqualTo(test(true, 0, bouts).test());
    assertThat(found.settings()).isEqualTo(4);
    assertThat(test(true, 0, more[4])).isNull();
  }

  @Test
  void takesEqualDecimalDifferencesForNoSpread() {
    // In binary, 0.91 - 0.90 and 0.93 - 0.92 are not the same.
    assertThat(test(true, 0, bout("a", 1, new double[] {0.91, 0.93}, new double[] {0.90, 0.92})))
        .isNull();
  }

  /** Seeds whose differences are alike over settings must not look like many repeats. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9})
  void holdsTheErrorRateHoweverAlikeSettingsAre(double alike) {
    SplittableRandom random = new SplittableRandom(3);
    int rounds = 20_000;
    int[] wrong = new int[2];
    for (int round = 0; round < rounds; round++) {
      double[] common = new double[5];
      Arrays.setAll(common, i -> random.nextGaussian());
      List<Bout> bouts = new ArrayList<>();
      for (int setting = 0; setting < 4; setting++) {
        double[] differences = new double[5];
        Arrays.setAll(
            differences,
            i -> Math.sqrt(alike) * common[i] + Math.sqrt(1 - alike) * random.nextGaussian());
        bouts.add(bout("s" + setting, 1, differences));
      }
      Duel duel = new Duel("a", "b", bouts);
      wrong[0] += SeedTest.of(duel, true, 0).test().p().twoSided() < 0.05 ? 1 : 0;
      bouts.set(3, bout("s3", 1, Arrays.copyOf(bouts.get(3).differences(), 4)));
      Duel uneven = new Duel("a", "b", bouts);
      wrong[1] += SeedTest.of(uneven, true, 0).test().p().twoSided() < 0.05 ? 1 : 0;
    }
    double most = 0.05 + 4 * Math.sqrt(0.05 * 0.95 / rounds);
    assertThat(wrong[0] / (double) rounds).isBetween(0.1 - most, most);
    assertThat(wrong[1] / (double) rounds).isBetween(0.1 - most, most);
  }
}
