package actbench.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chooses examples so that each class has the share it has in all of them, without chance.
 *
 * <p>Each class gives its first examples: the whole part of its share, and one more where the
 * fraction is among the largest (Hamilton's method; of equal ones the first class). What is chosen
 * keeps its order.
 */
final class ProportionalChoice {
  private ProportionalChoice() {}

  /** The places of {@code count} examples. */
  static int[] first(Examples examples, int count) {
    return choose(examples, count, 0);
  }

  /**
   * The places of {@code count} examples to hold out. No class gives its last example, so that what
   * is left knows all classes; there are fewer places where that leaves too few.
   */
  static int[] heldOut(Examples examples, int count) {
    return choose(examples, count, 1);
  }

  private static int[] choose(Examples examples, int count, int kept) {
    int[] sizes = examples.classCounts();
    int[] most = Arrays.stream(sizes).map(size -> Math.max(0, size - kept)).toArray();
    int[] quotas = quotas(sizes, most, count);
    return IntStream.range(0, examples.size())
        .filter(place -> quotas[examples.label(place)]-- > 0)
        .toArray();
  }

  private static int[] quotas(int[] sizes, int[] most, int count) {
    long total = Arrays.stream(sizes).asLongStream().sum();
    int[] quotas = new int[sizes.length];
    int given = 0;
    for (int i = 0; i < sizes.length; i++) {
      quotas[i] = (int) Math.min(sizes[i] * (long) count / total, most[i]);
      given += quotas[i];
    }
    while (given < count) {
      int best = -1;
      long worst = Long.MIN_VALUE;
      for (int i = 0; i < sizes.length; i++) {
        // How much the class lacks of its share, in parts of the total.
        long lack = sizes[i] * (long) count - quotas[i] * total;
        if (quotas[i] < most[i] && lack > worst) {
          best = i;
          worst = lack;
        }
      }
      if (best < 0) {
        break;
      }
      quotas[best]++;
      given++;
    }
    return quotas;
  }
}
