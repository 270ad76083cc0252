package actbench.compare;

import actbench.compare.statistics.ClusterVariance;
import actbench.compare.statistics.ClusterVariance.Group;
import actbench.compare.statistics.StudentT;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Would other seeds in the same settings agree? A t test of the mean difference over settings,
 * which count equally.
 *
 * <p>Runs of one seed share its draws in every setting, so that the settings' differences depend on
 * each other and seeds are the only repeats there are: with the same n seeds everywhere this is the
 * one-sample t test of each seed's mean difference over the settings, n - 1 degrees of freedom.
 * Where seeds lack in some settings the variance is as in {@link ClusterVariance}, and settings
 * without a seed in common count as independent. Without pairing both sides vary for themselves,
 * and degrees of freedom are those of Welch and Satterthwaite. Settings of one seed tell nothing of
 * chance and take no part.
 *
 * @param test the test; its difference is the mean over the settings that take part
 * @param seeds the harmonic mean of the numbers of seeds in a setting
 * @param settings how many settings take part
 * @param paired whether differences were taken seed by seed
 */
record SeedTest(StudentT test, double seeds, int settings, boolean paired) {
  // Equal differences of decimal numbers differ in their last bits, which is no chance.
  private static final double NOISE = 1e-12;

  /** The test over the bouts without divergence; null if seeds or their spread are lacking. */
  static SeedTest of(Duel duel, boolean paired, double overlap) {
    List<Bout> bouts = duel.bouts().stream().filter(SeedTest::takesPart).toList();
    if (bouts.isEmpty()) {
      return null;
    }
    List<ClusterVariance> parts = parts(bouts, paired);
    double variance = 0;
    double freedom = 0;
    for (ClusterVariance each : parts) {
      double part = each.variance() * (1 + each.size() * overlap);
      variance += part;
      freedom += part * part / each.freedom();
    }
    double seeds = bouts.size() / bouts.stream().mapToDouble(bout -> 1.0 / size(bout)).sum();
    double error = Math.sqrt(variance);
    if (!(error > NOISE * largest(bouts))) {
      return null;
    }
    double difference = Moments.mean(bouts.stream().map(Bout::gain).toList());
    StudentT test = StudentT.of(difference, error, variance * variance / freedom);
    return new SeedTest(test, seeds, bouts.size(), paired);
  }

  /** Whether a bout says anything of the scatter from seed to seed. */
  static boolean takesPart(Bout bout) {
    return Double.isFinite(bout.gain()) && size(bout) > 1;
  }

  private static int size(Bout bout) {
    return bout.seeds().size();
  }

  private static double largest(List<Bout> bouts) {
    return bouts.stream()
        .flatMap(bout -> Stream.of(bout.first(), bout.second()))
        .flatMap(List::stream)
        .mapToDouble(Math::abs)
        .max()
        .orElse(0);
  }

  /** Independent parts of the variance of the mean difference; all bouts take part. */
  static List<ClusterVariance> parts(List<Bout> bouts, boolean paired) {
    if (paired) {
      return ClusterVariance.of(
          bouts.stream().map(bout -> new Group(bout.seeds(), bout.differences())).toList());
    }
    List<ClusterVariance> parts = new ArrayList<>();
    parts.addAll(
        ClusterVariance.of(
            bouts.stream().map(bout -> new Group(bout.seeds(), array(bout.first()))).toList()));
    parts.addAll(
        ClusterVariance.of(
            bouts.stream().map(bout -> new Group(bout.seeds(), array(bout.second()))).toList()));
    return parts;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
