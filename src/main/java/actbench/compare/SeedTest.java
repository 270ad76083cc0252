package actbench.compare;

import actbench.compare.statistics.StudentT;
import java.util.ArrayList;
import java.util.List;

/**
 * Would other seeds in the same settings agree? A t test of the mean difference over settings,
 * whose variance is put together from the spread over seeds within each setting, with the degrees
 * of freedom of Welch and Satterthwaite. With one setting it is the paired or Welch's t test.
 *
 * @param test the test
 * @param seeds the mean number of seeds a setting
 * @param paired whether differences were taken seed by seed
 */
record SeedTest(StudentT test, double seeds, boolean paired) {

  /** The test over the bouts without divergence; null if seeds or their spread are lacking. */
  static SeedTest of(Duel duel, boolean paired, double overlap) {
    List<Bout> bouts = duel.bouts().stream().filter(bout -> Double.isFinite(bout.gain())).toList();
    if (bouts.isEmpty() || bouts.stream().anyMatch(bout -> bout.first().size() < 2)) {
      return null;
    }
    double variance = 0;
    double freedom = 0;
    double seeds = 0;
    for (Bout bout : bouts) {
      int n = bout.first().size();
      seeds += n;
      for (List<Double> sample : samples(bout, paired)) {
        double deviation = Moments.deviation(sample, Moments.mean(sample));
        double part = deviation * deviation * (1.0 / n + overlap);
        variance += part;
        freedom += part * part / (n - 1);
      }
    }
    if (!(variance > 0)) {
      return null;
    }
    double error = Math.sqrt(variance) / bouts.size();
    StudentT test = StudentT.of(duel.meanGain(), error, variance * variance / freedom);
    return new SeedTest(test, seeds / bouts.size(), paired);
  }

  /** Differences of one seed share its draws, which cancel; without pairing both sides spread. */
  private static List<List<Double>> samples(Bout bout, boolean paired) {
    if (!paired) {
      return List.of(bout.first(), bout.second());
    }
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < bout.first().size(); i++) {
      differences.add(bout.first().get(i) - bout.second().get(i));
    }
    return List.of(differences);
  }
}
