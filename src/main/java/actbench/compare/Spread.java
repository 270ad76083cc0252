package actbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much the difference of two treatments scatters from seed to seed within a setting.
 *
 * @param deviation the standard deviation, put together from all pairs and settings
 * @param differences how many differences it is from
 * @param paired whether they are of equal draws; else they are of independent runs
 */
public record Spread(double deviation, int differences, boolean paired) {

  /** The spread in a comparison; empty without two seeds that no pair diverged on. */
  public static Optional<Spread> of(Comparison comparison) {
    boolean paired = comparison.pairing().answer() == Pairing.Answer.YES;
    double sum = 0;
    int freedom = 0;
    int differences = 0;
    for (Duel duel : comparison.duels()) {
      for (Bout bout : duel.bouts()) {
        int seeds = bout.first().size();
        if (seeds > 1 && Double.isFinite(bout.gain())) {
          sum += (seeds - 1) * variance(bout, paired);
          freedom += seeds - 1;
          differences += seeds;
        }
      }
    }
    return sum > 0
        ? Optional.of(new Spread(Math.sqrt(sum / freedom), differences, paired))
        : Optional.empty();
  }

  private static double variance(Bout bout, boolean paired) {
    if (!paired) {
      return square(bout.first()) + square(bout.second());
    }
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < bout.first().size(); i++) {
      differences.add(bout.first().get(i) - bout.second().get(i));
    }
    return square(differences);
  }

  private static double square(List<Double> values) {
    double deviation = Moments.deviation(values, Moments.mean(values));
    return deviation * deviation;
  }
}
