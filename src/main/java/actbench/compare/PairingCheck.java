package actbench.compare;

import actbench.compare.Arena.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what was recorded of runs that share setting and seed. */
final class PairingCheck {
  private static final int NAMED = 3;
  private static final List<String> HASHES = List.of("init_hash", "order_hash");

  private PairingCheck() {}

  /** Pairing over all arenas; settings are theirs, in the same order. */
  static Pairing of(List<Arena> arenas, List<Setting> settings, Intake intake) {
    Map<String, String> shared = new LinkedHashMap<>();
    shared.put("init_hash", "initial weights");
    shared.put("order_hash", "order of examples");
    if (!intake.question().treatment().equals("dataset")) {
      shared.put("data", "bytes of the data");
    }
    int checked = 0;
    boolean unknown = !intake.replicated();
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < arenas.size(); i++) {
      Setting setting = settings.get(i);
      if (!setting.contested()) {
        continue;
      }
      for (String seed : setting.seeds()) {
        List<Outcome> runs =
            arenas.get(i).outcomes().values().stream().map(seeds -> seeds.get(seed)).toList();
        checked++;
        if (runs.stream()
            .anyMatch(run -> HASHES.stream().anyMatch(name -> run.fact(name).isEmpty()))) {
          unknown = true;
          continue;
        }
        shared.entrySet().stream()
            .filter(each -> differ(runs, each.getKey()))
            .findFirst()
            .ifPresent(
                each ->
                    broken.add(
                        setting.label() + ", seed " + seed + ": " + each.getValue() + " differ"));
      }
    }
    Pairing.Answer answer =
        !broken.isEmpty()
            ? Pairing.Answer.NO
            : unknown || checked == 0 ? Pairing.Answer.UNKNOWN : Pairing.Answer.YES;
    return new Pairing(answer, checked, broken.subList(0, Math.min(NAMED, broken.size())));
  }

  /** Whether a fact differs between the runs that have it. */
  static boolean differ(List<Outcome> runs, String fact) {
    return runs.stream()
            .map(run -> run.fact(fact))
            .filter(value -> !value.isEmpty())
            .distinct()
            .limit(2)
            .count()
        > 1;
  }
}
