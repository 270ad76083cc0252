package actbench.claims;

import actbench.claims.ClaimCheck.Size;
import actbench.claims.ClaimCheck.Verdict;
import actbench.compare.Bout;
import actbench.compare.Duel;
import actbench.compare.statistics.Interval;
import actbench.compare.statistics.SignTest;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/** What a difference with its interval says of a published one. */
final class Ruling {
  private static final double TAIL = 0.025;

  private Ruling() {}

  /**
   * Whether the direction holds, by the interval alone: it is contradicted even where the published
   * numbers, mostly of one run, may have come out so by chance. What has no direction, a printed
   * tie or one that cannot be read off the plot, is never confirmed. It is contradicted by its
   * size: by a difference beyond the tie band and the worst reading that such runs as were
   * published would not have hidden. A printed tie holds where the interval lies within the tie
   * band. Where runs diverged, which are losses without a size, the sign test over seeds decides.
   */
  static Verdict verdict(Claim claim, Duel duel, Interval interval, double band) {
    if (!duel.finished()) {
      return bySigns(claim, duel);
    }
    if (!interval.exists()) {
      return Verdict.NOT_REFUTED;
    }
    double claimed = claim.gain();
    double low = claimed < 0 ? -interval.high() : interval.low();
    double high = claimed < 0 ? -interval.low() : interval.high();
    if (claim.hasDirection()) {
      return low > 0 ? Verdict.CONFIRMED : high < 0 ? Verdict.CONTRADICTED : Verdict.NOT_REFUTED;
    }
    if (claim.isTie() && interval.within(band)) {
      return Verdict.TIE_HOLDS;
    }
    // Read as badly as can be, the published difference lies so far on the other side.
    double worst = Math.max(band, claim.precision().error() - Math.abs(claimed));
    boolean apart = high < -worst || (claimed == 0 && low > worst);
    return apart && size(claim, duel, interval) != Size.AGREES
        ? Verdict.CONTRADICTED
        : Verdict.NOT_REFUTED;
  }

  /**
   * The p-value that a verdict rests on: that over seeds, or of the signs where runs diverged. NaN
   * where there are too few signs to ever decide: that is no test.
   */
  static double p(Claim claim, Duel duel, double overSeeds) {
    if (duel.finished()) {
      return overSeeds;
    }
    int[] counts = counts(claim, duel);
    boolean able = SignTest.of(counts[0] + counts[1], 0).twoSided() < 2 * TAIL;
    return able ? SignTest.of(counts[0], counts[1]).twoSided() : Double.NaN;
  }

  private static Verdict bySigns(Claim claim, Duel duel) {
    int[] counts = counts(claim, duel);
    boolean clear = SignTest.of(counts[0], counts[1]).twoSided() < 2 * TAIL;
    if (!clear || !claim.hasDirection()) {
      return Verdict.NOT_REFUTED;
    }
    return counts[0] > counts[1] == claim.gain() > 0 ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
  }

  /** Wins and losses over all seeds. */
  private static int[] counts(Claim claim, Duel duel) {
    int[] counts = new int[2];
    for (Bout bout : duel.bouts()) {
      for (int seed = 0; seed < bout.first().size(); seed++) {
        int sign = sign(claim, bout.first().get(seed), bout.second().get(seed));
        counts[0] += sign > 0 ? 1 : 0;
        counts[1] += sign < 0 ? 1 : 0;
      }
    }
    return counts;
  }

  private static int sign(Claim claim, double first, double second) {
    return Double.isNaN(first) || Double.isNaN(second)
        ? Boolean.compare(Double.isNaN(second), Double.isNaN(first))
        : (int) Math.signum(claim.metric().gain(first, second));
  }

  /**
   * Whether the sizes agree: whether the published difference, itself of few runs and perhaps read
   * off a plot, could be one of such runs as were found here. Its own chance is that of the
   * published deviations, else that of as many runs with the deviations found.
   */
  static Size size(Claim claim, Duel duel, Interval interval) {
    if (!interval.exists() || !duel.finished()) {
      return Size.UNKNOWN;
    }
    double own = (interval.high() - interval.low()) / 2;
    Interval published = claim.interval();
    double others =
        published.exists()
            ? (published.high() - published.low()) / 2
            : reach(duel.bouts(), claim.precision().runs());
    double reach = Math.hypot(own, others) + claim.precision().error();
    double found = claim.gain() < 0 ? -duel.meanGain() : duel.meanGain();
    double beyond = Math.abs(claim.gain()) - found;
    return Math.abs(beyond) <= reach ? Size.AGREES : beyond > 0 ? Size.SMALLER : Size.LARGER;
  }

  /** How far the mean of so many runs in one setting may lie from the truth, at 95 %. */
  private static double reach(List<Bout> bouts, int runs) {
    double variance = 0;
    int freedom = 0;
    for (Bout bout : bouts) {
      variance += (variance(bout.first()) + variance(bout.second())) / bouts.size();
      freedom += bout.first().size() - 1;
    }
    return TDistribution.of(freedom).inverseSurvivalProbability(TAIL) * Math.sqrt(variance / runs);
  }

  private static double variance(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum()
        / (values.size() - 1);
  }
}
