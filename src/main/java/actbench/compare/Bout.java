package actbench.compare;

import java.util.List;
import java.util.Objects;

/**
 * Two treatments in one setting, over the seeds both have.
 *
 * @param setting the setting's label
 * @param result 1 if the first is better, -1 if the second is, 0 for a tie
 * @param gain the difference of the means, positive if the first is better; NaN if a run diverged
 * @param seedGains the same difference seed by seed; empty if a run diverged
 */
public record Bout(String setting, int result, double gain, List<Double> seedGains) {
  public Bout {
    Objects.requireNonNull(setting, "setting");
    seedGains = List.copyOf(seedGains);
  }
}
