package actbench.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A place along a setting where one treatment overtakes another. Differences within the tie band
 * are no lead, so a crossover has more than that on either side.
 *
 * @param setting the setting, whose values are numbers
 * @param first leads from {@code after} on
 * @param second leads up to {@code before}
 * @param before the last value with the second ahead
 * @param after the first value with the first ahead
 * @param gainBefore of the first over the second there, below 0
 * @param gainAfter above 0
 * @param pBefore of the test over seeds at {@code before}; NaN with too few
 * @param pAfter the same at {@code after}
 */
public record Crossover(
    String setting,
    String first,
    String second,
    String before,
    String after,
    double gainBefore,
    double gainAfter,
    double pBefore,
    double pAfter) {

  /** Whether chance explains neither side at 5 %, each side for itself. */
  public boolean isClear() {
    return pBefore < Inference.ALPHA && pAfter < Inference.ALPHA;
  }

  /** All crossovers, by setting, pair and value. */
  public static List<Crossover> of(Comparison comparison, List<Sweep> sweeps) {
    List<Crossover> all = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      if (sweep.isOrdered()) {
        for (Duel duel : comparison.duels()) {
          addAll(all, comparison, sweep, duel);
        }
      }
    }
    return all;
  }

  private static void addAll(List<Crossover> all, Comparison comparison, Sweep sweep, Duel duel) {
    Map<String, Bout> bouts = new HashMap<>();
    duel.bouts().forEach(bout -> bouts.put(bout.setting(), bout));
    Duel before = null;
    String at = "";
    for (String value : sweep.values()) {
      Duel here =
          new Duel(
              duel.first(),
              duel.second(),
              sweep.settings(value).stream()
                  .map(setting -> bouts.get(setting.label()))
                  .filter(bout -> bout != null)
                  .toList());
      boolean whole = here.gains().size() == sweep.settings(value).size();
      if (!whole || !(Math.abs(here.meanGain()) > comparison.question().tieBand())) {
        continue;
      }
      if (before != null && before.meanGain() * here.meanGain() < 0) {
        boolean up = here.meanGain() > 0;
        all.add(
            new Crossover(
                sweep.name(),
                up ? duel.first() : duel.second(),
                up ? duel.second() : duel.first(),
                at,
                value,
                -Math.abs(before.meanGain()),
                Math.abs(here.meanGain()),
                p(before, comparison),
                p(here, comparison)));
      }
      before = here;
      at = value;
    }
  }

  private static double p(Duel duel, Comparison comparison) {
    boolean paired = comparison.pairing().answer() == Pairing.Answer.YES;
    SeedTest test = SeedTest.of(duel, paired, comparison.question().overlap());
    return test == null ? Double.NaN : test.test().p().twoSided();
  }
}
