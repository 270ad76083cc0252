package actbench.compare;

import actbench.compare.statistics.ExactFriedman;
import actbench.compare.statistics.Friedman;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * All treatments at once: mean ranks, Friedman's test, and Nemenyi's critical difference (Demsar,
 * JMLR 7, 2006). A cell with more diverged seeds ranks lower.
 *
 * @param settings in how many settings all treatments compete; below 2 there is no ranking
 * @param meanRanks in the order of the comparison's treatments; 1 is best; empty without a ranking
 * @param chiSquared Friedman's statistic, corrected for ties; 0 if every setting is one tie
 * @param f Iman and Davenport's form of it; infinite if all settings agree
 * @param p do the ranks differ at all?
 * @param exact whether p counts permutations; else it is that of f
 * @param criticalDifference mean ranks that differ by less cannot be told apart at 5 %
 * @param groups largest groups of treatments that cannot be told apart, best first; those of one
 *     are left out
 */
public record Ranking(
    int settings,
    List<Double> meanRanks,
    double chiSquared,
    double f,
    double p,
    boolean exact,
    double criticalDifference,
    List<List<String>> groups) {
  public Ranking {
    meanRanks = List.copyOf(meanRanks);
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** Whether there were enough settings and treatments to rank. */
  public boolean exists() {
    return !meanRanks.isEmpty();
  }

  static Ranking of(List<Setting> settings, List<String> treatments, Question question) {
    double[][] ranks =
        settings.stream()
            .filter(setting -> setting.contested() && setting.cells().size() == treatments.size())
            .map(setting -> ranks(setting.cells(), question))
            .toArray(double[][]::new);
    if (ranks.length < 2 || treatments.size() < 3) {
      return new Ranking(
          ranks.length,
          List.of(),
          Double.NaN,
          Double.NaN,
          Double.NaN,
          false,
          Double.NaN,
          List.of());
    }
    Friedman test = Friedman.of(ranks);
    double corrected = test.correctedChiSquared();
    double chiSquared = Double.isNaN(corrected) ? 0 : corrected;
    OptionalDouble exact = ExactFriedman.p(ranks);
    double difference = test.criticalDifference(Inference.ALPHA);
    return new Ranking(
        ranks.length,
        test.meanRanks(),
        chiSquared,
        test.imanDavenport(chiSquared),
        exact.orElseGet(() -> test.imanDavenportP(chiSquared)),
        exact.isPresent(),
        difference,
        groups(treatments, test.meanRanks(), difference));
  }

  private static double[] ranks(List<Cell> cells, Question question) {
    double[] ranks = new double[cells.size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = 0.5;
      for (Cell other : cells) {
        int result = Integer.signum(other.against(cells.get(i), question.metric(), 0));
        ranks[i] += result > 0 ? 1 : result == 0 ? 0.5 : 0;
      }
    }
    return ranks;
  }

  private static List<List<String>> groups(
      List<String> treatments, List<Double> meanRanks, double difference) {
    List<Integer> order =
        IntStream.range(0, treatments.size())
            .boxed()
            .sorted(Comparator.comparing(meanRanks::get))
            .toList();
    List<List<String>> groups = new ArrayList<>();
    int reached = 0;
    for (int from = 0; from < order.size(); from++) {
      int to = from;
      while (to < order.size()
          && meanRanks.get(order.get(to)) - meanRanks.get(order.get(from)) < difference) {
        to++;
      }
      if (to > reached && to - from > 1) {
        groups.add(order.subList(from, to).stream().map(treatments::get).toList());
      }
      reached = Math.max(reached, to);
    }
    return groups;
  }
}
