package actbench.compare;

import actbench.compare.statistics.ClusterVariance;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How much the difference of two treatments scatters from seed to seed within a setting.
 *
 * @param deviation the standard deviation, put together from all pairs and settings
 * @param differences how many differences it is from
 * @param paired whether they are of equal draws; else they are of independent runs
 * @param alike how alike the differences of one seed are in two settings: their correlation, 0 to
 *     1; NaN if no pair has the same seeds in two settings
 */
public record Spread(double deviation, int differences, boolean paired, double alike) {

  /** The spread in a comparison; empty without two seeds that no pair diverged on. */
  public static Optional<Spread> of(Comparison comparison) {
    boolean paired = comparison.pairing().answer() == Pairing.Answer.YES;
    double sum = 0;
    int freedom = 0;
    int differences = 0;
    for (Duel duel : comparison.duels()) {
      for (Bout bout : duel.bouts()) {
        int seeds = bout.seeds().size();
        if (SeedTest.takesPart(bout)) {
          sum += (seeds - 1) * variance(bout, paired);
          freedom += seeds - 1;
          differences += seeds;
        }
      }
    }
    return sum > 0
        ? Optional.of(
            new Spread(Math.sqrt(sum / freedom), differences, paired, alike(comparison, paired)))
        : Optional.empty();
  }

  private static double variance(Bout bout, boolean paired) {
    if (!paired) {
      return square(bout.first()) + square(bout.second());
    }
    return square(Arrays.stream(bout.differences()).boxed().toList());
  }

  /**
   * The variance of a mean over k settings is 1 + (k - 1) r times that of independent settings, if
   * r is the correlation of a seed's differences (Kish's design effect).
   */
  private static double alike(Comparison comparison, boolean paired) {
    double excess = 0;
    double most = 0;
    for (Duel duel : comparison.duels()) {
      List<Bout> bouts = duel.bouts().stream().filter(SeedTest::takesPart).toList();
      boolean shared =
          bouts.size() > 1
              && bouts.stream().allMatch(each -> each.seeds().equals(bouts.get(0).seeds()));
      if (shared) {
        double together = 0;
        for (ClusterVariance part : SeedTest.parts(bouts, paired)) {
          together += part.variance();
        }
        double independent = 0;
        for (Bout bout : bouts) {
          independent += variance(bout, paired) / bout.seeds().size();
        }
        independent /= (double) bouts.size() * bouts.size();
        excess += together - independent;
        most += (bouts.size() - 1) * independent;
      }
    }
    return most > 0 ? Math.min(1, Math.max(0, excess / most)) : Double.NaN;
  }

  private static double square(List<Double> values) {
    double deviation = Moments.deviation(values, Moments.mean(values));
    return deviation * deviation;
  }
}
