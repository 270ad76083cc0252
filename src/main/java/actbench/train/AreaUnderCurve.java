package actbench.train;

import java.util.Arrays;

/** The area under the receiver operating characteristic. */
final class AreaUnderCurve {
  private AreaUnderCurve() {}

  /**
   * The chance that an example of one kind has a larger output than one of the other, equal outputs
   * counting one half: the Mann-Whitney statistic over the number of pairs.
   *
   * @return in [0, 1]; not a number where a kind has no example or an output is not a number
   */
  static double of(float[] positives, float[] negatives) {
    float[] high = sorted(positives);
    float[] low = sorted(negatives);
    if (high.length == 0 || low.length == 0 || endsInNaN(high) || endsInNaN(low)) {
      return Double.NaN;
    }
    int below = 0;
    int notAbove = 0;
    long halves = 0;
    for (float output : high) {
      while (below < low.length && low[below] < output) {
        below++;
      }
      while (notAbove < low.length && low[notAbove] <= output) {
        notAbove++;
      }
      halves += below + notAbove;
    }
    return halves / (2.0 * high.length * low.length);
  }

  private static float[] sorted(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static boolean endsInNaN(float[] sorted) {
    return Float.isNaN(sorted[sorted.length - 1]);
  }
}
