package actbench.compare.statistics;

import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilcoxon's signed rank test (Wilcoxon 1945; zeros after Pratt 1959; split zeros after Demsar,
 * JMLR 7, 2006).
 *
 * @param used how many differences are ranked
 * @param plus the sum of the ranks of positive differences
 * @param minus the sum of the ranks of negative differences
 * @param exact p-values from all patterns of signs given the midranks, right with ties too; null
 *     where zeros are split or for more than {@value #EXACT_LIMIT} differences
 * @param normal p-values of the normal approximation with the variance corrected for ties
 * @param continuity the same with a correction of one half for continuity
 */
public record SignedRank(
    int used, double plus, double minus, PValues exact, PValues normal, PValues continuity) {
  /** Beyond this many differences the normal approximation is as good and much faster. */
  public static final int EXACT_LIMIT = 200;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** What happens to differences of zero. */
  public enum Zeros {
    /** They are left out before ranking. */
    DROPPED,
    /** They are ranked, then left out. */
    PRATT,
    /** They are ranked, and half of their ranks counts for either side. */
    SPLIT
  }

  public SignedRank {
    Objects.requireNonNull(normal, "normal");
    Objects.requireNonNull(continuity, "continuity");
  }

  /**
   * The test of these differences. Infinite ones are allowed; they get the outermost ranks.
   *
   * @throws IllegalArgumentException if no difference is left to rank
   */
  public static SignedRank of(double[] differences, Zeros zeros) {
    double[] kept =
        zeros == Zeros.DROPPED
            ? Arrays.stream(differences).filter(each -> each != 0).toArray()
            : differences.clone();
    if (Arrays.stream(kept).allMatch(each -> each == 0)) {
      throw new IllegalArgumentException("all differences are zero");
    }
    double[] ranks = Ranks.ascending(Arrays.stream(kept).map(Math::abs).toArray());
    double plus = 0;
    double minus = 0;
    double total = 0;
    double squares = 0;
    int used = 0;
    double[] moving = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      plus += kept[i] > 0 ? ranks[i] : 0;
      minus += kept[i] < 0 ? ranks[i] : 0;
      if (kept[i] != 0) {
        moving[used++] = ranks[i];
      } else if (zeros == Zeros.SPLIT) {
        plus += ranks[i] / 2;
        minus += ranks[i] / 2;
      }
      if (kept[i] != 0 || zeros == Zeros.SPLIT) {
        total += ranks[i];
        squares += ranks[i] * ranks[i];
      }
    }
    double deviation = Math.sqrt(squares) / 2;
    double excess = plus - total / 2;
    PValues exact =
        zeros == Zeros.SPLIT || used > EXACT_LIMIT
            ? null
            : exact(Arrays.copyOf(moving, used), plus);
    return new SignedRank(
        used,
        plus,
        minus,
        exact,
        PValues.symmetric(NORMAL, excess / deviation),
        corrected(excess, deviation));
  }

  private static PValues corrected(double excess, double deviation) {
    double shrunk = Math.max(0, Math.abs(excess) - 0.5);
    return new PValues(
        excess == 0 ? 1 : Math.min(1, 2 * NORMAL.survivalProbability(shrunk / deviation)),
        NORMAL.survivalProbability((excess - 0.5) / deviation),
        NORMAL.cumulativeProbability((excess + 0.5) / deviation));
  }

  /** Counts sign patterns by their rank sum; midranks are whole numbers when doubled. */
  private static PValues exact(double[] ranks, double plus) {
    int[] doubled = Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
    double[] chance = sums(doubled);
    int observed = (int) Math.round(2 * plus);
    double atMost = 0;
    double atLeast = 0;
    for (int sum = 0; sum < chance.length; sum++) {
      atMost += sum <= observed ? chance[sum] : 0;
      atLeast += sum >= observed ? chance[sum] : 0;
    }
    return new PValues(
        Math.min(1, 2 * Math.min(atMost, atLeast)), Math.min(1, atLeast), Math.min(1, atMost));
  }

  /** The chance of each sum, from 0 on, when every rank is in it or not with equal chance. */
  static double[] sums(int... ranks) {
    double[] chance = new double[Arrays.stream(ranks).sum() + 1];
    chance[0] = 1;
    int reach = 0;
    for (int rank : ranks) {
      reach += rank;
      for (int sum = reach; sum >= 0; sum--) {
        chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
      }
    }
    return chance;
  }

  /** The p-values to report: exact ones if there are any. */
  public PValues best() {
    return exact == null ? continuity : exact;
  }

  /** (plus - minus) / (plus + minus), from -1 to 1. */
  public double rankBiserial() {
    return (plus - minus) / (plus + minus);
  }
}
