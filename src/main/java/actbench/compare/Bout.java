package actbench.compare;

import java.util.List;
import java.util.Objects;

/**
 * Two treatments in one setting, over the seeds both have.
 *
 * @param setting the setting's label
 * @param result 1 if the first is better, -1 if the second is, 0 for a tie
 * @param gain the difference of the means, positive if the first is better; NaN if a run diverged
 * @param seeds the seeds both have, in order; equal ones in several settings are the same draws
 * @param first the outcomes of the first by seed; NaN for a diverged run
 * @param second those of the second, for the same seeds
 * @param improvement the chance that a run of the first is better than one of the second, whatever
 *     their seeds; ties count half, a diverged run is worse than any other
 */
public record Bout(
    String setting,
    int result,
    double gain,
    List<String> seeds,
    List<Double> first,
    List<Double> second,
    double improvement) {
  public Bout {
    Objects.requireNonNull(setting, "setting");
    seeds = List.copyOf(seeds);
    first = List.copyOf(first);
    second = List.copyOf(second);
  }

  /** The first's outcome less the second's, by seed; not turned for metrics that are to be low. */
  double[] differences() {
    double[] differences = new double[seeds.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = first.get(i) - second.get(i);
    }
    return differences;
  }

  /** The same bout seen from the other side. */
  Bout reversed() {
    return new Bout(setting, -result, 0 - gain, seeds, second, first, 1 - improvement);
  }
}
