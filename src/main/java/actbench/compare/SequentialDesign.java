package actbench.compare;

import actbench.compare.statistics.AlphaSpending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When to look at results while seeds are added, fixed before the first look.
 *
 * @param looks the seeds at each look, rising; the last is the most there may be
 */
public record SequentialDesign(List<Integer> looks) {
  /** The error rate of all looks at all pairs together. */
  public static final double ALPHA = 0.05;

  private static final int MOST_LOOKS = 10;

  public SequentialDesign {
    looks = List.copyOf(looks);
    for (int i = 0; i < looks.size(); i++) {
      if (looks.get(i) < 2 || (i > 0 && looks.get(i) <= looks.get(i - 1))) {
        throw new IllegalArgumentException("looks at " + looks + " seeds do not rise from 2");
      }
    }
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("no looks");
    }
  }

  /** Looks in equal steps of at least the first number of seeds, ten of them at most. */
  public static SequentialDesign of(int first, int most) {
    int step = Math.max(first, (int) Math.ceil((most - first) / (MOST_LOOKS - 1.0)));
    List<Integer> looks = new ArrayList<>();
    for (int seeds = first; seeds < most; seeds += step) {
      looks.add(seeds);
    }
    looks.add(most);
    return new SequentialDesign(looks);
  }

  /** The most seeds there may be. */
  public int most() {
    return looks.get(looks.size() - 1);
  }

  /** The share of all information that a look has. */
  double fraction(int look) {
    return looks.get(look) / (double) most();
  }

  /** The levels of this design. */
  Levels levels() {
    return new Levels();
  }

  /** What p-values decide pairs at each look; computed when first asked for. */
  final class Levels {
    private final Map<Integer, List<Double>> known = new HashMap<>();

    /** The level of a look, counted from 0, if the error rate is shared by a number of pairs. */
    double at(int look, int pairs) {
      return known.computeIfAbsent(pairs, this::compute).get(look);
    }

    /** The level of the last look. */
    double last(int pairs) {
      return at(looks.size() - 1, pairs);
    }

    private List<Double> compute(int pairs) {
      List<Double> fractions = new ArrayList<>();
      for (int look = 0; look < looks.size(); look++) {
        fractions.add(fraction(look));
      }
      return AlphaSpending.levels(ALPHA / pairs, fractions);
    }
  }
}
