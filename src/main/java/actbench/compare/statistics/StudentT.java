package actbench.compare.statistics;

import java.util.Objects;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Student's t tests of a mean difference.
 *
 * @param t the statistic
 * @param freedom degrees of freedom
 * @param p its p-values
 * @param meanDifference the difference that is tested against 0
 * @param standardError of that difference
 */
public record StudentT(
    double t, double freedom, PValues p, double meanDifference, double standardError) {
  public StudentT {
    Objects.requireNonNull(p, "p");
  }

  /** The test of a difference whose standard error and degrees of freedom are known. */
  public static StudentT of(double meanDifference, double standardError, double freedom) {
    double t = meanDifference / standardError;
    return new StudentT(
        t, freedom, PValues.symmetric(TDistribution.of(freedom), t), meanDifference, standardError);
  }

  /** The paired test; at least two pairs. */
  public static StudentT paired(double[] x, double[] y) {
    return corrected(Sample.differences(x, y), 0);
  }

  /**
   * The corrected resampled test (Nadeau and Bengio, Machine Learning 52, 2003) of differences over
   * resamples whose training sets overlap.
   *
   * @param ratio test examples per training example; 0 for independent training sets, which gives
   *     the ordinary paired test
   */
  public static StudentT corrected(double[] differences, double ratio) {
    int n = differences.length;
    double error = Math.sqrt((1.0 / n + ratio) * Sample.variance(differences));
    return of(Sample.mean(differences), error, n - 1);
  }

  /** Welch's test of two independent samples of unequal variance. */
  public static StudentT welch(double[] x, double[] y) {
    return welch(
        Sample.mean(x), Sample.variance(x), x.length, Sample.mean(y), Sample.variance(y), y.length);
  }

  /** Welch's test from means, variances and sizes. */
  public static StudentT welch(
      double mean1, double variance1, int n1, double mean2, double variance2, int n2) {
    double a = variance1 / n1;
    double b = variance2 / n2;
    double freedom = (a + b) * (a + b) / (a * a / (n1 - 1) + b * b / (n2 - 1));
    return of(mean1 - mean2, Math.sqrt(a + b), freedom);
  }

  /** Student's test of two independent samples of equal variance. */
  public static StudentT pooled(double[] x, double[] y) {
    return pooled(
        Sample.mean(x), Sample.variance(x), x.length, Sample.mean(y), Sample.variance(y), y.length);
  }

  /** Student's test from means, variances and sizes. */
  public static StudentT pooled(
      double mean1, double variance1, int n1, double mean2, double variance2, int n2) {
    int freedom = n1 + n2 - 2;
    double variance = ((n1 - 1) * variance1 + (n2 - 1) * variance2) / freedom;
    return of(mean1 - mean2, Math.sqrt(variance * (1.0 / n1 + 1.0 / n2)), freedom);
  }

  /** The two-sided confidence interval of the difference. */
  public Interval interval(double confidence) {
    double reach =
        standardError * TDistribution.of(freedom).inverseSurvivalProbability((1 - confidence) / 2);
    return new Interval(meanDifference - reach, meanDifference + reach);
  }
}
