package actbench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.compare.Bout;
import actbench.compare.Duel;
import actbench.compare.statistics.Interval;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulingTest {
  private static final double BAND = 0.001;

  private static Claim claim(double difference, Precision precision) {
    return new Claim(
        "c",
        "mnist",
        "cnn-4",
        "",
        "",
        "mish",
        "swish",
        Metric.named("test_accuracy"),
        // From 0, so that the difference is exact.
        difference,
        0,
        0,
        "somewhere",
        "",
        precision,
        Recipe.UNKNOWN);
  }

  private static Duel duel(double... gains) {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    List<String> seeds = new ArrayList<>();
    double sum = 0;
    for (double gain : gains) {
      seeds.add("s" + seeds.size());
      first.add(Double.isNaN(gain) ? Double.NaN : 0.9 + gain);
      second.add(0.9);
      sum += gain;
    }
    return new Duel(
        "mish",
        "swish",
        List.of(new Bout("all", 0, sum / gains.length, seeds, first, second, 0.5)));
  }

  /** In thousandths: claimed difference, error of reading, low and high end of what was found. */
  @ParameterizedTest
  @CsvSource({
    // Printed numbers have their direction, however small.
    "0.1, 0, 1, 2, CONFIRMED",
    "0.1, 0, -2, -1, CONTRADICTED",
    "0.1, 0, -1, 1, NOT_REFUTED",
    // Read off a plot, and clearer than the error.
    "4, 3, 1, 2, CONFIRMED",
    "4, 3, -2, -1, CONTRADICTED",
    "-4, 3, -2, -1, CONFIRMED",
    "-4, 3, 1, 2, CONTRADICTED",
    // Who was ahead cannot be read: nothing is confirmed, and the error may explain a difference.
    "2, 3, 1, 2, NOT_REFUTED",
    "2, 3, -2, -0.5, NOT_REFUTED",
    "-2, 3, 0.5, 2, NOT_REFUTED",
    "3, 3, -3, -1.5, CONTRADICTED",
    "1, 3, -3, -1.5, NOT_REFUTED",
    // It explains no difference beyond the worst reading.
    "1, 3, -9, -2.5, CONTRADICTED",
    "-1, 3, 2.5, 9, CONTRADICTED",
    "-1, 3, -9, -2.5, NOT_REFUTED",
    // A printed tie holds within the tie band.
    "0, 0, -0.5, 0.5, TIE_HOLDS",
    "0, 0, 0.2, 0.5, TIE_HOLDS",
    "0, 0, 0.5, 1.5, NOT_REFUTED",
    "0, 0, 1.5, 2, CONTRADICTED",
    // A tie on a plot is no tie: the worse it is read, the less it says.
    "0, 3, -0.5, 0.5, NOT_REFUTED",
    "0, 3, 1.5, 2, NOT_REFUTED",
    "0, 3, 3.5, 4, CONTRADICTED",
    "0, 3, -4, -3.5, CONTRADICTED",
    "0, 3, 2.5, 4, NOT_REFUTED"
  })
  void letsTheErrorOfReadingSpeak(
      double claimed, double error, double low, double high, Verdict verdict) {
    Claim claim = claim(claimed / 1000, Precision.read(error / 1000));
    Interval interval = new Interval(low / 1000, high / 1000);
    double middle = (low + high) / 2000;
    Duel steady = duel(middle - 1e-9, middle, middle + 1e-9);
    assertThat(Ruling.verdict(claim, steady, interval, BAND)).isEqualTo(verdict);
  }

  /** The mean of three is clear, one run of such spread is not. */
  @Test
  void takesNoSingleTieForEquality() {
    Duel duel = duel(0.002, 0.005, 0.008);
    Interval interval = new Interval(0.0015, 0.0085);
    assertThat(Ruling.verdict(claim(0, Precision.PRINTED), duel, interval, BAND))
        .isEqualTo(Verdict.NOT_REFUTED);
    Precision many = new Precision(0, 10_000, Double.NaN, Double.NaN);
    assertThat(Ruling.verdict(claim(0, many), duel, interval, BAND))
        .isEqualTo(Verdict.CONTRADICTED);
    assertThat(Ruling.verdict(claim(-0.0001, Precision.read(0.0003)), duel, interval, BAND))
        .isEqualTo(Verdict.NOT_REFUTED);
  }

  /** A direction is contradicted as such, though one run of such spread may have come out so. */
  @Test
  void contradictsADirectionWhateverChanceASingleRunHad() {
    Duel duel = duel(0.002, 0.005, 0.008);
    Interval interval = new Interval(0.0015, 0.0085);
    Claim claim = claim(-0.0001, Precision.PRINTED);
    assertThat(Ruling.verdict(claim, duel, interval, BAND)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(Ruling.size(claim, duel, interval)).isEqualTo(Size.AGREES);
  }

  @Test
  void takesThePValueOfTheTestThatDecides() {
    Claim claim = claim(0.01, Precision.PRINTED);
    double lost = Double.NaN;
    Duel six = duel(lost, lost, lost, lost, lost, lost);
    assertThat(Ruling.p(claim, six, 0.5)).isEqualTo(2.0 / 64);
    assertThat(Ruling.p(claim, duel(lost, lost, lost, lost, lost), 0.5)).isNaN();
    assertThat(Ruling.p(claim, duel(0.1, 0.2), 0.5)).isEqualTo(0.5);
    assertThat(Ruling.p(claim, duel(0.1), Double.NaN)).isNaN();
  }

  @Test
  void concludesNothingWithoutAnInterval() {
    assertThat(Ruling.verdict(claim(0.01, Precision.PRINTED), duel(0.1), Interval.NONE, BAND))
        .isEqualTo(Verdict.NOT_REFUTED);
  }

  /** Five losses by divergence are 2 of 32 outcomes, six are 2 of 64. */
  @Test
  void countsDivergedRunsAsLosses() {
    Claim claim = claim(0.01, Precision.PRINTED);
    double lost = Double.NaN;
    assertThat(Ruling.verdict(claim, duel(lost, lost, lost, lost, lost), Interval.NONE, BAND))
        .isEqualTo(Verdict.NOT_REFUTED);
    Duel six = duel(lost, lost, lost, lost, lost, lost);
    assertThat(Ruling.verdict(claim, six, Interval.NONE, BAND)).isEqualTo(Verdict.CONTRADICTED);
    assertThat(Ruling.verdict(claim, six.reversed(), Interval.NONE, BAND))
        .isEqualTo(Verdict.CONFIRMED);
    assertThat(Ruling.size(claim, six, new Interval(-1, 1))).isEqualTo(Size.UNKNOWN);
  }

  /**
   * Three seeds of the first with deviation 0.001: 0.9 + 0.001 * {9, 10, 11}. The interval of the
   * mean is 4.303 * 0.001 / sqrt(3) = 0.00248 to either side; that of one run against it, 4.303 *
   * 0.001 * sqrt(1 + 1 / 3) = 0.00497.
   */
  @Test
  void leavesRoomForChanceInThePublishedRunToo() {
    Duel duel = duel(0.009, 0.010, 0.011);
    Interval interval = new Interval(0.01 - 0.002484, 0.01 + 0.002484);
    assertThat(Ruling.size(claim(0.0149, Precision.PRINTED), duel, interval))
        .isEqualTo(Size.AGREES);
    assertThat(Ruling.size(claim(0.0151, Precision.PRINTED), duel, interval))
        .isEqualTo(Size.SMALLER);
    assertThat(Ruling.size(claim(0.0049, Precision.PRINTED), duel, interval))
        .isEqualTo(Size.LARGER);
    assertThat(Ruling.size(claim(0.0151, Precision.read(0.0005)), duel, interval))
        .isEqualTo(Size.AGREES);
    // The mean of many runs is known better.
    Precision many = new Precision(0, 23, Double.NaN, Double.NaN);
    assertThat(Ruling.size(claim(0.0149, many), duel, interval)).isEqualTo(Size.SMALLER);
    assertThat(Ruling.size(claim(-0.01, Precision.PRINTED), duel, interval))
        .isEqualTo(Size.SMALLER);
  }

  /**
   * The study prints -0.3975 to 0.0844 points for Swish minus Mish, from means with more digits.
   */
  @Test
  void hasTheIntervalOfPublishedDeviations() {
    Claim claim =
        ClaimCatalog.claims().stream()
            .filter(each -> each.id().equals("squeezenet-23-runs-cifar10-squeezenet-mish-vs-swish"))
            .findFirst()
            .orElseThrow();
    assertThat(claim.interval().low()).isCloseTo(-0.000844, within(8e-5));
    assertThat(claim.interval().high()).isCloseTo(0.003975, within(8e-5));
    assertThat(claim(0.1, Precision.PRINTED).interval().exists()).isFalse();
  }
}
