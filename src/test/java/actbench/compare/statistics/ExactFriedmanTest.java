package actbench.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The exact test of ranks, against printed tables and by listing all arrangements. */
final class ExactFriedmanTest {
  /** From the tables of Friedman (1937), as far as they are printed: three and two digits. */
  @Test
  void printedTables() {
    assertThat(p(new int[] {1, 2, 3}, new int[] {1, 2, 3})).isEqualTo(1 / 6.0);
    assertThat(p(new int[] {1, 2, 3}, new int[] {1, 2, 3}, new int[] {1, 2, 3}))
        .isCloseTo(0.028, within(0.0005));
    // chi-squared = 6.5
    assertThat(
            p(new int[] {1, 2, 3}, new int[] {1, 2, 3}, new int[] {1, 2, 3}, new int[] {1, 3, 2}))
        .isCloseTo(0.042, within(0.0005));
    // chi-squared = 8.2
    assertThat(p(new int[] {1, 2, 3, 4}, new int[] {1, 2, 3, 4}, new int[] {1, 2, 4, 3}))
        .isCloseTo(0.017, within(0.0005));
    assertThat(p(new int[] {1, 2, 3, 4}, new int[] {1, 2, 3, 4}, new int[] {1, 2, 3, 4}))
        .isCloseTo(1 / 576.0, within(1e-15));
  }

  @Test
  void agreesWithAllArrangements() {
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      int blocks = 2 + random.nextInt(3);
      int treatments = blocks == 4 ? 3 : 3 + random.nextInt(2);
      double[][] ranks = new double[blocks][];
      for (int i = 0; i < blocks; i++) {
        // Few values, so that some are equal.
        ranks[i] =
            Ranks.ascending(
                IntStream.range(0, treatments).mapToDouble(j -> random.nextInt(4)).toArray());
      }
      assertThat(ExactFriedman.p(ranks).orElseThrow())
          .as(Arrays.deepToString(ranks))
          .isCloseTo(listed(ranks), within(1e-12));
    }
  }

  @Test
  void nothingIsLearntFromTies() {
    double[] tie = {2, 2, 2};
    assertThat(ExactFriedman.p(new double[][] {tie, tie, tie})).hasValue(1);
  }

  @Test
  void fullAgreementNeedsNoListing() {
    double[] row = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
    assertThat(ExactFriedman.p(new double[][] {row, row}).orElseThrow())
        .isCloseTo(1 / 2432902008176640000.0, within(1e-27));
  }

  @Test
  void givesUpOnTooMany() {
    double[] up = IntStream.rangeClosed(1, 12).asDoubleStream().toArray();
    double[] down = IntStream.rangeClosed(1, 12).mapToDouble(rank -> 13 - rank).toArray();
    assertThat(ExactFriedman.p(new double[][] {up, down})).isEmpty();
  }

  @Test
  void agreementIsInfiniteForFHoweverItIsRounded() {
    for (int blocks = 2; blocks < 40; blocks++) {
      for (int treatments = 3; treatments < 9; treatments++) {
        double[] row = IntStream.rangeClosed(1, treatments).asDoubleStream().toArray();
        double[][] ranks = new double[blocks][];
        Arrays.fill(ranks, row);
        Friedman test = Friedman.of(ranks);
        assertThat(test.imanDavenport(test.correctedChiSquared())).isInfinite().isPositive();
      }
    }
  }

  private static double p(int[]... rows) {
    return ExactFriedman.p(
            Arrays.stream(rows)
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new))
        .orElseThrow();
  }

  /** The share of all ways to order every block whose sums spread at least as far. */
  private static double listed(double[][] ranks) {
    double observed = spread(List.of(ranks));
    List<List<double[]>> tables = new ArrayList<>();
    tables.add(List.of());
    for (double[] row : ranks) {
      List<List<double[]>> longer = new ArrayList<>();
      for (List<double[]> table : tables) {
        for (double[] order : orders(row)) {
          List<double[]> each = new ArrayList<>(table);
          each.add(order);
          longer.add(each);
        }
      }
      tables = longer;
    }
    long reached = tables.stream().filter(table -> spread(table) >= observed - 1e-9).count();
    return reached / (double) tables.size();
  }

  private static double spread(List<double[]> rows) {
    return IntStream.range(0, rows.get(0).length)
        .mapToDouble(j -> rows.stream().mapToDouble(row -> row[j]).sum())
        .map(sum -> sum * sum)
        .sum();
  }

  /** All n! orders, equal ones as often as they come. */
  private static List<double[]> orders(double[] row) {
    if (row.length == 0) {
      return List.of(row);
    }
    List<double[]> orders = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      int first = i;
      double[] rest =
          IntStream.range(0, row.length).filter(j -> j != first).mapToDouble(j -> row[j]).toArray();
      for (double[] tail : orders(rest)) {
        double[] order = new double[row.length];
        order[0] = row[first];
        System.arraycopy(tail, 0, order, 1, tail.length);
        orders.add(order);
      }
    }
    return orders;
  }
}
