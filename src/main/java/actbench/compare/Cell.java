package actbench.compare;

import actbench.result.Metric;
import java.util.List;
import java.util.Objects;

/**
 * One treatment in one setting, over the seeds that count.
 *
 * @param seeds how many runs count, diverged ones among them
 * @param diverged how many of them diverged
 * @param values the outcomes of the others, in the order of the seeds
 * @param mean of the values; NaN without any
 * @param deviation the sample standard deviation (divisor n - 1); NaN below two values
 */
public record Cell(
    String treatment, int seeds, int diverged, List<Double> values, double mean, double deviation) {
  public Cell {
    Objects.requireNonNull(treatment, "treatment");
    values = List.copyOf(values);
  }

  static Cell of(String treatment, int diverged, List<Double> values) {
    double mean = Moments.mean(values);
    return new Cell(
        treatment,
        values.size() + diverged,
        diverged,
        values,
        mean,
        Moments.deviation(values, mean));
  }

  /**
   * How this cell stands against another one of the same seeds: positive if it is better.
   *
   * <p>Fewer diverged seeds are better, whatever the means: a mean over survivors says nothing of
   * the others. Equally many, but not none, are a tie for the same reason. Without divergence the
   * means decide, and a difference within the band is a tie.
   */
  public int against(Cell other, Metric metric, double band) {
    if (diverged != other.diverged) {
      return other.diverged - diverged;
    } else if (diverged > 0) {
      return 0;
    }
    double gain = metric.gain(mean, other.mean);
    // The band's edge belongs to the band in decimal terms too: 0.901 - 0.9 is a tie at 0.001.
    double edge = band + 1e-12 * Math.max(Math.abs(mean), Math.abs(other.mean));
    return band > 0 && Math.abs(gain) <= edge ? 0 : (int) Math.signum(gain);
  }
}
