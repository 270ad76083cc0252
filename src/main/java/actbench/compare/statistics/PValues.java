package actbench.compare.statistics;

import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * The p-values of the three alternatives.
 *
 * @param twoSided that the samples differ
 * @param greater that the first is larger
 * @param less that the first is smaller
 */
public record PValues(double twoSided, double greater, double less) {
  /** Of a statistic whose distribution without a difference is symmetric about 0. */
  static PValues symmetric(ContinuousDistribution distribution, double statistic) {
    return new PValues(
        Math.min(1, 2 * distribution.survivalProbability(Math.abs(statistic))),
        distribution.survivalProbability(statistic),
        distribution.cumulativeProbability(statistic));
  }
}
