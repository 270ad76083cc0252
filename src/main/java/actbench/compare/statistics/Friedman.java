package actbench.compare.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Friedman's test of k treatments over N blocks and what follows it (Demsar, JMLR 7, 2006).
 *
 * @param blocks N
 * @param meanRanks the mean rank of each treatment; 1 is best
 * @param chiSquared without correction for ties, as Demsar has it
 * @param correctedChiSquared with correction for ties; NaN if every block is one tie
 */
public record Friedman(
    int blocks, List<Double> meanRanks, double chiSquared, double correctedChiSquared) {
  public Friedman {
    meanRanks = List.copyOf(meanRanks);
  }

  /** The test of these ranks, one row a block. At least two blocks and two treatments. */
  public static Friedman of(double[][] ranks) {
    int n = ranks.length;
    int k = ranks[0].length;
    double[] sums = new double[k];
    double tieTerm = 0;
    for (double[] row : ranks) {
      for (int j = 0; j < k; j++) {
        sums[j] += row[j];
      }
      tieTerm += Ranks.tieTerm(row);
    }
    double squares = 0;
    for (double sum : sums) {
      squares += sum * sum;
    }
    double plain = 12.0 / (n * (double) k * (k + 1)) * squares - 3.0 * n * (k + 1);
    double correction = 1 - tieTerm / (n * (double) k * (k * (double) k - 1));
    List<Double> means = IntStream.range(0, k).mapToObj(j -> sums[j] / n).toList();
    return new Friedman(n, means, plain, correction > 0 ? plain / correction : Double.NaN);
  }

  public int treatments() {
    return meanRanks.size();
  }

  /** The p-value of a chi-squared statistic of this test. */
  public double p(double statistic) {
    return ChiSquaredDistribution.of(treatments() - 1).survivalProbability(statistic);
  }

  /** Iman and Davenport's F of a chi-squared statistic; infinite if all blocks agree. */
  public double imanDavenport(double statistic) {
    double n = blocks;
    double most = n * (treatments() - 1);
    double rest = most - statistic;
    // Rounding may leave the statistic of full agreement a little above or below the most it can
    // be.
    return rest < 1e-12 * most ? Double.POSITIVE_INFINITY : (n - 1) * statistic / rest;
  }

  /**
   * The p-value of {@link #imanDavenport}; far too small for few blocks, for which {@link
   * ExactFriedman} is.
   */
  public double imanDavenportP(double statistic) {
    double f = imanDavenport(statistic);
    if (!(f > 0)) {
      return 1;
    }
    int freedom = treatments() - 1;
    return Double.isInfinite(f)
        ? 0
        : FDistribution.of(freedom, freedom * (blocks - 1.0)).survivalProbability(f);
  }

  /** Kendall's W of a chi-squared statistic: 0 without agreement of the blocks, 1 with full. */
  public double kendallsW(double statistic) {
    return statistic / (blocks * (treatments() - 1.0));
  }

  /** The standard error of a difference of two mean ranks. */
  public double standardError() {
    double k = treatments();
    return Math.sqrt(k * (k + 1) / (6 * blocks));
  }

  /** Nemenyi's critical difference of mean ranks. */
  public double criticalDifference(double alpha) {
    return StudentizedRange.of(treatments()).criticalValue(alpha) / Math.sqrt(2) * standardError();
  }

  /** The p-value of a pair by Nemenyi, adjusted for all pairs. */
  public double nemenyiP(int i, int j) {
    return StudentizedRange.of(treatments()).survival(Math.abs(z(i, j)) * Math.sqrt(2));
  }

  /** The difference of two mean ranks in standard errors. */
  public double z(int i, int j) {
    return (meanRanks.get(i) - meanRanks.get(j)) / standardError();
  }

  /** The unadjusted two-sided p-value of {@link #z}. */
  public double zP(int i, int j) {
    return 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z(i, j)));
  }

  /** Bonferroni and Dunn's critical difference for comparisons with one control only. */
  public double bonferroniDunnDifference(double alpha) {
    return NormalDistribution.of(0, 1)
            .inverseSurvivalProbability(alpha / (2.0 * (treatments() - 1)))
        * standardError();
  }
}
