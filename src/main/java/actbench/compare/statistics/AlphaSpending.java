package actbench.compare.statistics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Boundaries for looking at data several times while they come in, such that all looks together
 * have the error rate of one test. The spending function is that of O'Brien and Fleming's type (Lan
 * and DeMets, Biometrika 70, 1983), half of the error on each side: by a share t of the information
 * each side has spent 2 (1 - Phi(z / sqrt t)), where z is the upper quantile of a quarter of alpha.
 */
public final class AlphaSpending {
  // Simpson's rule; with 400 intervals the boundaries are good to five digits.
  private static final int INTERVALS = 400;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private AlphaSpending() {}

  /**
   * Boundaries for the absolute value of the standardised statistic, one a look.
   *
   * @param alpha the two-sided error rate of all looks together
   * @param fractions the shares of the information at the looks, rising, the last is 1
   */
  public static List<Double> boundaries(double alpha, List<Double> fractions) {
    List<Double> boundaries = new ArrayList<>();
    // The density of Brownian motion that has crossed no boundary yet, on a grid up to the last.
    double[] density = {};
    double reach = 0;
    double before = 0;
    double spent = 0;
    for (double fraction : fractions) {
      double part = spent(alpha, fraction) - spent;
      double step = Math.sqrt(fraction - before);
      double edge;
      if (density.length == 0) {
        edge = step * NORMAL.inverseSurvivalProbability(part / 2);
        density = new double[INTERVALS + 1];
        for (int i = 0; i <= INTERVALS; i++) {
          density[i] = Normal.density(place(edge, i) / step) / step;
        }
      } else {
        edge = edge(density, reach, step, part);
        density = next(density, reach, step, edge);
      }
      boundaries.add(edge / Math.sqrt(fraction));
      reach = edge;
      before = fraction;
      spent += part;
    }
    return boundaries;
  }

  /** The two-sided p-values that are as far out as the boundaries, one a look. */
  public static List<Double> levels(double alpha, List<Double> fractions) {
    return boundaries(alpha, fractions).stream()
        .map(boundary -> 2 * NORMAL.survivalProbability(boundary))
        .toList();
  }

  private static double spent(double alpha, double fraction) {
    double z = NORMAL.inverseSurvivalProbability(alpha / 4);
    return 4 * NORMAL.survivalProbability(z / Math.sqrt(fraction));
  }

  private static double place(double reach, int i) {
    return reach * (2.0 * i / INTERVALS - 1);
  }

  private static double weight(int i) {
    return (i == 0 || i == INTERVALS ? 1 : i % 2 == 1 ? 4 : 2) / 3.0 * 2 / INTERVALS;
  }

  /** The edge that is crossed with a probability, by bisection. */
  private static double edge(double[] density, double reach, double step, double part) {
    double low = 0;
    double high = 20;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (crossing(density, reach, step, middle) > part) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double crossing(double[] density, double reach, double step, double edge) {
    double sum = 0;
    for (int i = 0; i <= INTERVALS; i++) {
      double from = place(reach, i);
      double outside =
          NORMAL.survivalProbability((edge - from) / step)
              + NORMAL.cumulativeProbability((-edge - from) / step);
      sum += weight(i) * reach * density[i] * outside;
    }
    return sum;
  }

  private static double[] next(double[] density, double reach, double step, double edge) {
    double[] next = new double[INTERVALS + 1];
    for (int j = 0; j <= INTERVALS; j++) {
      double to = place(edge, j);
      for (int i = 0; i <= INTERVALS; i++) {
        next[j] +=
            weight(i) * reach * density[i] * Normal.density((to - place(reach, i)) / step) / step;
      }
    }
    return next;
  }
}
