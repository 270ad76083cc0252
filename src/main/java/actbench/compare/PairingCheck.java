package actbench.compare;

import actbench.compare.Arena.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares the recorded hashes of runs that share setting and seed. */
final class PairingCheck {
  private static final int NAMED = 3;

  private PairingCheck() {}

  /** Pairing over all arenas; settings are theirs, in the same order. */
  static Pairing of(List<Arena> arenas, List<Setting> settings, boolean replicated) {
    int checked = 0;
    boolean unknown = !replicated;
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < arenas.size(); i++) {
      Setting setting = settings.get(i);
      if (!setting.contested()) {
        continue;
      }
      for (String seed : setting.seeds()) {
        List<Outcome> runs =
            arenas.get(i).outcomes().values().stream().map(seeds -> seeds.get(seed)).toList();
        Set<String> init = hashes(runs, Outcome::initHash);
        Set<String> order = hashes(runs, Outcome::orderHash);
        checked++;
        if (init.contains("") || order.contains("")) {
          unknown = true;
        } else if (init.size() > 1 || order.size() > 1) {
          broken.add(
              setting.label()
                  + ", seed "
                  + seed
                  + ": "
                  + (init.size() > 1 ? "initial weights" : "order of examples")
                  + " differ");
        }
      }
    }
    Pairing.Answer answer =
        !broken.isEmpty()
            ? Pairing.Answer.NO
            : unknown || checked == 0 ? Pairing.Answer.UNKNOWN : Pairing.Answer.YES;
    return new Pairing(answer, checked, broken.subList(0, Math.min(NAMED, broken.size())));
  }

  private static Set<String> hashes(List<Outcome> runs, Function<Outcome, String> hash) {
    Set<String> hashes = new TreeSet<>();
    runs.forEach(run -> hashes.add(hash.apply(run)));
    return hashes;
  }
}
