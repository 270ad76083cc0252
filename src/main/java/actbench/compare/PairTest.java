package actbench.compare;

import actbench.compare.statistics.Interval;
import actbench.compare.statistics.Proportion;
import java.util.Objects;

/**
 * What may be concluded of a duel.
 *
 * @param duel what was seen
 * @param basis what the p-value and the interval are drawn from
 * @param estimate the difference that the interval is of: the mean gain over the {@code
 *     seedSettings} if seeds decide; if settings do the Hodges-Lehmann estimate, or the mean gain
 *     where there are too few or too many finished ones for it; without a basis the mean gain
 * @param interval of the estimate at 95 %, by the test that decides: by t over seeds, or by the
 *     averages of pairs of settings (bootstrap for too many of them); none without a basis
 * @param p the two-sided p-value of the basis; NaN without one
 * @param adjustedP the same adjusted by Holm for all pairs, those without a p-value too
 * @param signP the sign test of wins and losses
 * @param wilcoxonP the exact signed rank test over settings, diverged runs as the largest losses
 * @param seedP the t test over seeds; NaN where there are too few
 * @param seedInterval the interval of that test
 * @param seedSettings how many settings that test is of: those of two seeds or more; 0 without it
 * @param pairedSeeds whether that test is paired
 * @param dz the mean gain in standard deviations of the gains over settings; NaN below two
 * @param cliffsDelta of the means over settings, from -1 to 1
 * @param improvement the chance that a run of the first is better, averaged over settings
 * @param seedsNeeded the seeds a setting that would probably tell the two apart if the difference
 *     is the one seen (5 % shared by all pairs, power 80 %); 0 where there is no telling
 */
public record PairTest(
    Duel duel,
    Basis basis,
    double estimate,
    Interval interval,
    double p,
    double adjustedP,
    double signP,
    double wilcoxonP,
    double seedP,
    Interval seedInterval,
    int seedSettings,
    boolean pairedSeeds,
    double dz,
    double cliffsDelta,
    double improvement,
    int seedsNeeded,
    Verdict verdict) {
  /** What a conclusion is drawn from. */
  public enum Basis {
    /** Wilcoxon's test over settings: would other settings agree? */
    SETTINGS,
    /** A t test over seeds within the settings: would other seeds agree? */
    SEEDS,
    /** Nothing; there is too little of either. */
    NONE
  }

  public PairTest {
    Objects.requireNonNull(duel, "duel");
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(seedInterval, "seedInterval");
    Objects.requireNonNull(verdict, "verdict");
  }

  public String first() {
    return duel.first();
  }

  public String second() {
    return duel.second();
  }

  /** Wilson's interval of the share of settings that the first wins, at 95 %. */
  public Interval winShare() {
    return Proportion.wilson(duel.wins(), duel.bouts().size(), 0.95);
  }

  /** Whether the test over seeds is of all settings in which the two met. */
  public boolean seedsEverywhere() {
    return seedSettings == duel.bouts().size();
  }

  /** The same test seen from the other side. */
  public PairTest reversed() {
    return new PairTest(
        duel.reversed(),
        basis,
        0 - estimate,
        negative(interval),
        p,
        adjustedP,
        signP,
        wilcoxonP,
        seedP,
        negative(seedInterval),
        seedSettings,
        pairedSeeds,
        0 - dz,
        0 - cliffsDelta,
        1 - improvement,
        seedsNeeded,
        verdict.reversed());
  }

  private static Interval negative(Interval interval) {
    return new Interval(0 - interval.high(), 0 - interval.low());
  }
}
