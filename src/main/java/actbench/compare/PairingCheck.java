package actbench.compare;

import actbench.compare.Arena.Outcome;
import java.util.ArrayList;
import java.util.List;
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
        boolean init = differ(runs, Outcome::initHash);
        boolean order = differ(runs, Outcome::orderHash);
        checked++;
        if (runs.stream().anyMatch(run -> run.initHash().isEmpty() || run.orderHash().isEmpty())) {
          unknown = true;
        } else if (init || order) {
          broken.add(
              setting.label()
                  + ", seed "
                  + seed
                  + ": "
                  + (init ? "initial weights" : "order of examples")
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

  private static boolean differ(List<Outcome> runs, Function<Outcome, String> hash) {
    String first = hash.apply(runs.get(0));
    return runs.stream().anyMatch(run -> !hash.apply(run).equals(first));
  }
}
