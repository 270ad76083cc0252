package actbench.compare;

import java.util.List;
import java.util.Objects;

/**
 * Two treatments against each other over all settings both took part in.
 *
 * @param first the treatment whose wins are counted
 * @param second its rival
 * @param bouts one a setting
 */
public record Duel(String first, String second, List<Bout> bouts) {
  public Duel {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    bouts = List.copyOf(bouts);
  }

  public int wins() {
    return count(1);
  }

  public int ties() {
    return count(0);
  }

  public int losses() {
    return count(-1);
  }

  private int count(int result) {
    return (int) bouts.stream().filter(bout -> bout.result() == result).count();
  }

  /** Whether neither diverged in any setting. */
  public boolean finished() {
    return bouts.stream().allMatch(bout -> Double.isFinite(bout.gain()));
  }

  /** The gains in the settings where neither diverged. */
  public List<Double> gains() {
    return bouts.stream().map(Bout::gain).filter(Double::isFinite).toList();
  }

  /** The mean of {@link #gains}; NaN without any. */
  public double meanGain() {
    return Moments.mean(gains());
  }

  /** The same duel seen from the other side. */
  public Duel reversed() {
    return new Duel(second, first, bouts.stream().map(Bout::reversed).toList());
  }
}
