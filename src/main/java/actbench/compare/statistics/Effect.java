package actbench.compare.statistics;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogGamma;

/** Effect sizes. */
public final class Effect {
  private Effect() {}

  /** The standard deviation pooled over two samples. */
  public static double pooledDeviation(double[] x, double[] y) {
    double sum = (x.length - 1) * Sample.variance(x) + (y.length - 1) * Sample.variance(y);
    return Math.sqrt(sum / (x.length + y.length - 2));
  }

  /** Cohen's d: the difference of the means in pooled standard deviations. */
  public static double cohensD(double[] x, double[] y) {
    return (Sample.mean(x) - Sample.mean(y)) / pooledDeviation(x, y);
  }

  /** Cohen's d_z: the mean of differences in their own standard deviations. */
  public static double dz(double[] differences) {
    return Sample.mean(differences) / Math.sqrt(Sample.variance(differences));
  }

  /** Hedges' exact correction of Cohen's d for small samples (Hedges 1981). */
  public static double hedgesCorrection(int freedom) {
    return Math.exp(LogGamma.value(freedom / 2.0) - LogGamma.value((freedom - 1) / 2.0))
        / Math.sqrt(freedom / 2.0);
  }

  /** Hedges' g: Cohen's d with the exact correction. */
  public static double hedgesG(double[] x, double[] y) {
    return cohensD(x, y) * hedgesCorrection(x.length + y.length - 2);
  }

  /** Cliff's delta: the share of pairs with the first larger minus that with it smaller. */
  public static double cliffsDelta(double[] x, double[] y) {
    return (pairsAbove(x, y) - pairsAbove(y, x)) / ((double) x.length * y.length);
  }

  /** Vargha and Delaney's A: the chance that the first is larger, ties counted half. */
  public static double superiority(double[] x, double[] y) {
    long above = pairsAbove(x, y);
    long below = pairsAbove(y, x);
    double pairs = (double) x.length * y.length;
    return (above + (pairs - above - below) / 2) / pairs;
  }

  /** The number of pairs with x above y; sorted first, since all pairs of many are too many. */
  private static long pairsAbove(double[] x, double[] y) {
    double[] ofX = x.clone();
    double[] ofY = y.clone();
    Arrays.sort(ofX);
    Arrays.sort(ofY);
    long pairs = 0;
    int below = 0;
    for (double each : ofX) {
      while (below < ofY.length && ofY[below] < each) {
        below++;
      }
      pairs += below;
    }
    return pairs;
  }
}
