package actbench.compare.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The estimate and the interval that belong to {@link SignedRank}: the median of the averages of
 * all pairs of values, each with itself too (Walsh averages), and those averages that the exact
 * distribution of the rank sum cannot exclude (Hodges and Lehmann, Annals of Mathematical
 * Statistics 34, 1963; Hollander and Wolfe, Nonparametric Statistical Methods, section 3.2). The
 * interval leaves 0 out just where the exact test rejects, but for ties, and needs a symmetric
 * distribution, not a normal one.
 *
 * @param estimate of the middle of the differences
 * @param interval covers it with at least the confidence asked for; none for too few differences
 */
public record HodgesLehmann(double estimate, Interval interval) {

  /**
   * Of one to {@value SignedRank#EXACT_LIMIT} finite differences.
   *
   * @throws IllegalArgumentException for another number of them
   */
  public static HodgesLehmann of(double[] differences, double confidence) {
    int n = differences.length;
    if (n < 1 || n > SignedRank.EXACT_LIMIT) {
      throw new IllegalArgumentException(n + " differences");
    }
    double[] averages = new double[n * (n + 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        averages[next++] = differences[i] / 2 + differences[j] / 2;
      }
    }
    Arrays.sort(averages);
    int last = averages.length - 1;
    double estimate = averages[last / 2] / 2 + averages[last - last / 2] / 2;
    int excluded = excluded(n, (1 - confidence) / 2);
    return new HodgesLehmann(
        estimate,
        excluded == 0
            ? Interval.NONE
            : new Interval(averages[excluded - 1], averages[last - (excluded - 1)]));
  }

  /** How many rank sums, from 0 on, are together no likelier than the tail. */
  private static int excluded(int n, double tail) {
    double[] chance = SignedRank.sums(IntStream.rangeClosed(1, n).toArray());
    int count = 0;
    double atMost = chance[0];
    while (atMost <= tail) {
      atMost += chance[++count];
    }
    return count;
  }
}
