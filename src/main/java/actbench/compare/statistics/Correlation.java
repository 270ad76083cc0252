package actbench.compare.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Correlations of paired values. */
public final class Correlation {
  private Correlation() {}

  /** Pearson's r; NaN if one side does not vary. */
  public static double pearson(double[] x, double[] y) {
    double meanX = Sample.mean(x);
    double meanY = Sample.mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  }

  /** Spearman's rho: Pearson's r of the midranks. */
  public static double spearman(double[] x, double[] y) {
    return pearson(Ranks.ascending(x), Ranks.ascending(y));
  }

  /** The two-sided p-value of a correlation over n pairs, by Student's t. */
  public static double p(double r, int n) {
    if (Math.abs(r) >= 1) {
      return 0;
    }
    double t = r * Math.sqrt((n - 2) / (1 - r * r));
    return PValues.symmetric(TDistribution.of(n - 2), t).twoSided();
  }

  /** Kendall's tau-b. */
  public static double kendall(double[] x, double[] y) {
    double n = x.length;
    double pairs = n * (n - 1) / 2;
    double untiedX = pairs - pairsTied(x);
    double untiedY = pairs - pairsTied(y);
    return concordance(x, y) / Math.sqrt(untiedX) / Math.sqrt(untiedY);
  }

  private static double concordance(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
      }
    }
    return sum;
  }

  private static double pairsTied(double[] values) {
    return tieSum(values, 0);
  }

  /** The asymptotic two-sided p-value of tau-b, its variance corrected for ties (Kendall 1970). */
  public static double kendallP(double[] x, double[] y) {
    double n = x.length;
    double m = n * (n - 1);
    double variance =
        (m * (2 * n + 5) - tieSum(x, 1) - tieSum(y, 1)) / 18
            + 2 * pairsTied(x) * pairsTied(y) / m
            + tieSum(x, 2) * tieSum(y, 2) / (9 * m * (n - 2));
    return PValues.symmetric(NormalDistribution.of(0, 1), concordance(x, y) / Math.sqrt(variance))
        .twoSided();
  }

  /** Sums over groups of t ties: t(t-1)/2, t(t-1)(2t+5) or t(t-1)(t-2). */
  private static double tieSum(double[] values, int kind) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    double sum = 0;
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[from]) {
        double t = i - from;
        sum +=
            t
                * (t - 1)
                * switch (kind) {
                  case 0 -> 0.5;
                  case 1 -> 2 * t + 5;
                  default -> t - 2;
                };
        from = i;
      }
    }
    return sum;
  }
}
