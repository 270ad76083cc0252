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
   * Whether the direction holds. A direction that cannot be read off the plot is never confirmed,
   * and contradicted only by a difference on the other side that lies beyond the error of reading;
   * a published tie is held against the tie band or that error, whichever is wider, and neither is
   * contradicted where a single run might have come out so. Where runs diverged, which are losses
   * without a size, the sign test over seeds decides.
   */
  static Verdict verdict(Claim claim, Duel duel, Interval interval, double band) {
    if (!finished(duel)) {
      return bySigns(claim, duel);
    }
    if (!interval.exists()) {
      return Verdict.NOT_REFUTED;
    }
    double error = claim.precision().error();
    double claimed = claim.gain();
    if (claimed == 0) {
      double equal = Math.max(band, error);
      boolean apart = interval.low() > equal || interval.high() < -equal;
      return apart
          ? unlessByChance(claim, duel, interval)
          : interval.within(equal) ? Verdict.CONFIRMED : Verdict.NOT_REFUTED;
    }
    double low = claimed > 0 ? interval.low() : -interval.high();
    double high = claimed > 0 ? interval.high() : -interval.low();
    if (claim.hasDirection()) {
      return low > 0 ? Verdict.CONFIRMED : high < 0 ? Verdict.CONTRADICTED : Verdict.NOT_REFUTED;
    }
    // Read as badly as can be, the published difference lies so far on the other side.
    double worst = Math.max(band, error - Math.abs(claimed));
    return high < -worst ? unlessByChance(claim, duel, interval) : Verdict.NOT_REFUTED;
  }

  /** One run that came out even does not claim that all do. */
  private static Verdict unlessByChance(Claim claim, Duel duel, Interval interval) {
    return size(claim, duel, interval) == Size.AGREES ? Verdict.NOT_REFUTED : Verdict.CONTRADICTED;
  }

  /** Whether all runs got to a score, so that differences have a size. */
  static boolean finished(Duel duel) {
    return duel.gains().size() == duel.bouts().size();
  }

  private static Verdict bySigns(Claim claim, Duel duel) {
    int wins = 0;
    int losses = 0;
    for (Bout bout : duel.bouts()) {
      for (int seed = 0; seed < bout.first().size(); seed++) {
        int sign = sign(claim, bout.first().get(seed), bout.second().get(seed));
        wins += sign > 0 ? 1 : 0;
        losses += sign < 0 ? 1 : 0;
      }
    }
    boolean clear = SignTest.of(wins, losses).twoSided() < 2 * TAIL;
    if (!clear || !claim.hasDirection()) {
      return Verdict.NOT_REFUTED;
    }
    return wins > losses == claim.gain() > 0 ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
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
    if (!interval.exists() || !finished(duel)) {
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
