package actbench.compare.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjusts p-values for how many there are. */
public enum Adjustment {
  BONFERRONI,
  /** Holm (1979): uniformly better than Bonferroni under the same assumptions, that is none. */
  HOLM,
  HOCHBERG,
  HOMMEL,
  BENJAMINI_HOCHBERG,
  BENJAMINI_YEKUTIELI;

  /**
   * The adjusted p-values in the order given.
   *
   * @param given NaN for a hypothesis of the family that could not be tested; it counts as 1, so
   *     that the others pay for it, and stays NaN
   */
  public double[] of(double... given) {
    int n = given.length;
    double[] p = Arrays.stream(given).map(each -> Double.isNaN(each) ? 1 : each).toArray();
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] sorted = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
    double[] adjusted = adjust(sorted);
    double[] result = new double[n];
    for (int i = 0; i < n; i++) {
      result[order[i]] = Double.isNaN(given[order[i]]) ? Double.NaN : Math.min(1, adjusted[i]);
    }
    return result;
  }

  private double[] adjust(double[] p) {
    int n = p.length;
    return switch (this) {
      case BONFERRONI -> Arrays.stream(p).map(each -> each * n).toArray();
      case HOLM -> {
        double[] q = scaled(p, i -> n - i);
        for (int i = 1; i < n; i++) {
          q[i] = Math.max(q[i], q[i - 1]);
        }
        yield q;
      }
      case HOCHBERG -> stepUp(scaled(p, i -> n - i));
      case HOMMEL -> hommel(p);
      case BENJAMINI_HOCHBERG -> stepUp(scaled(p, i -> (double) n / (i + 1)));
      case BENJAMINI_YEKUTIELI -> {
        double harmonic = IntStream.rangeClosed(1, n).mapToDouble(i -> 1.0 / i).sum();
        yield stepUp(scaled(p, i -> harmonic * n / (i + 1)));
      }
    };
  }

  private static double[] scaled(double[] p, java.util.function.IntToDoubleFunction factor) {
    return IntStream.range(0, p.length).mapToDouble(i -> p[i] * factor.applyAsDouble(i)).toArray();
  }

  private static double[] stepUp(double[] q) {
    for (int i = q.length - 2; i >= 0; i--) {
      q[i] = Math.min(q[i], q[i + 1]);
    }
    return q;
  }

  /** The closed test of Simes' p-values (Hommel 1988; algorithm of Wright, Biometrics 48, 1992). */
  private static double[] hommel(double[] p) {
    int n = p.length;
    double[] adjusted = p.clone();
    for (int m = n; m >= 2; m--) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = n - m + 1; i <= n; i++) {
        least = Math.min(least, m * p[i - 1] / (m + i - n));
      }
      for (int i = n - m + 1; i <= n; i++) {
        adjusted[i - 1] = Math.max(adjusted[i - 1], least);
      }
      for (int i = 1; i <= n - m; i++) {
        adjusted[i - 1] = Math.max(adjusted[i - 1], Math.min(least, m * p[i - 1]));
      }
    }
    return adjusted;
  }
}
