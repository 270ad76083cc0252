package actbench.compare.statistics;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Friedman's test by permutation: the share of all ways to order each block's ranks that agree at
 * least as much as those seen (Friedman, JASA 32, 1937). Right with ties and for few blocks, where
 * F and chi-squared promise far too much: two blocks that order three treatments alike are no rarer
 * than 1 in 6.
 */
public final class ExactFriedman {
  /** Steps of adding a block's arrangement to a state; beyond them the F is near enough. */
  static final int STEPS = 300_000;

  private ExactFriedman() {}

  /**
   * The p-value of these ranks, one row a block.
   *
   * @return empty where there are too many arrangements and the blocks do not all agree
   */
  public static OptionalDouble p(double[][] ranks) {
    // Midranks are multiples of one half.
    int[][] rows =
        Arrays.stream(ranks)
            .map(row -> Arrays.stream(row).mapToInt(rank -> (int) Math.round(2 * rank)).toArray())
            .toArray(int[][]::new);
    if (Arrays.stream(rows).allMatch(row -> Arrays.equals(row, rows[0]))) {
      return OptionalDouble.of(Math.pow(1 / arrangements(rows[0]), rows.length - 1));
    }
    Map<IntBuffer, Double> states = states(rows);
    if (states.isEmpty()) {
      return OptionalDouble.empty();
    }
    long observed = squares(sums(rows));
    double p = 0;
    for (Map.Entry<IntBuffer, Double> state : states.entrySet()) {
      if (squares(state.getKey().array()) >= observed) {
        p += state.getValue();
      }
    }
    return OptionalDouble.of(Math.min(1, p));
  }

  /**
   * The sums of ranks that may come about and how likely each is, in ascending order, for the
   * statistic does not know which treatment has which; empty if that takes too many steps.
   */
  private static Map<IntBuffer, Double> states(int[][] rows) {
    Map<IntBuffer, Double> states = new HashMap<>();
    states.put(IntBuffer.wrap(sorted(rows[0])), 1.0);
    double steps = 0;
    for (int[] row : Arrays.asList(rows).subList(1, rows.length)) {
      steps += states.size() * arrangements(row);
      if (steps > STEPS) {
        return Map.of();
      }
      List<int[]> orders = new ArrayList<>();
      arrange(sorted(row), new boolean[row.length], new int[row.length], 0, orders);
      Map<IntBuffer, Double> next = new HashMap<>();
      states.forEach(
          (state, share) -> {
            for (int[] order : orders) {
              int[] sum = order.clone();
              for (int j = 0; j < sum.length; j++) {
                sum[j] += state.get(j);
              }
              Arrays.sort(sum);
              next.merge(IntBuffer.wrap(sum), share / orders.size(), Double::sum);
            }
          });
      states = next;
    }
    return states;
  }

  /** In how many ways these ranks can be ordered, equal ones being one. */
  private static double arrangements(int[] row) {
    int[] sorted = sorted(row);
    double count = 1;
    int equal = 0;
    for (int i = 0; i < sorted.length; i++) {
      equal = i > 0 && sorted[i] == sorted[i - 1] ? equal + 1 : 1;
      count *= (i + 1.0) / equal;
    }
    return count;
  }

  private static void arrange(
      int[] sorted, boolean[] taken, int[] order, int filled, List<int[]> orders) {
    if (filled == order.length) {
      orders.add(order.clone());
      return;
    }
    for (int i = 0; i < sorted.length; i++) {
      boolean again = i > 0 && sorted[i] == sorted[i - 1] && !taken[i - 1];
      if (!taken[i] && !again) {
        taken[i] = true;
        order[filled] = sorted[i];
        arrange(sorted, taken, order, filled + 1, orders);
        taken[i] = false;
      }
    }
  }

  private static int[] sums(int[][] rows) {
    return IntStream.range(0, rows[0].length)
        .map(j -> Arrays.stream(rows).mapToInt(row -> row[j]).sum())
        .toArray();
  }

  private static long squares(int[] sums) {
    return Arrays.stream(sums).mapToLong(sum -> (long) sum * sum).sum();
  }

  private static int[] sorted(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
