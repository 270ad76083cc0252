package actbench.compare;

import java.util.Objects;

/**
 * How one treatment did over all settings.
 *
 * @param settings contested settings it took part in
 * @param outright settings won alone
 * @param shared settings in which it shares the best result
 * @param wins outright wins, and of each shared one its share: a k-th where k treatments tie
 * @param runs runs that count, diverged ones among them
 * @param diverged how many of them diverged
 * @param mean of its means over the settings in which every treatment has one; NaN without any
 */
public record Standing(
    String treatment,
    int settings,
    int outright,
    int shared,
    double wins,
    int runs,
    int diverged,
    double mean) {
  public Standing {
    Objects.requireNonNull(treatment, "treatment");
  }
}
