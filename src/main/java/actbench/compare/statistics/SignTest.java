package actbench.compare.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The sign test: wins and losses as tosses of a fair coin; ties are left out. */
public final class SignTest {
  private SignTest() {}

  /** The p-values; 1 when there was no toss. */
  public static PValues of(int wins, int losses) {
    if (wins + losses == 0) {
      return new PValues(1, 1, 1);
    }
    BinomialDistribution coin = BinomialDistribution.of(wins + losses, 0.5);
    double atLeast = coin.survivalProbability(wins - 1);
    double atMost = coin.cumulativeProbability(wins);
    return new PValues(Math.min(1, 2 * Math.min(atLeast, atMost)), atLeast, atMost);
  }
}
