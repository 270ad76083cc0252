package actbench.compare;

import actbench.compare.Arena.Outcome;
import actbench.result.DataFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What runs were trained with beside their settings. A grid may be resumed with another program or
 * elsewhere, and sums that are rounded in another order end a little elsewhere.
 */
final class Conditions {
  private Conditions() {}

  /** A sentence for data that was not published, and one for each condition that differs. */
  static List<String> notes(List<Arena> arenas, List<Setting> settings) {
    List<String> notes = new ArrayList<>();
    List<String> unpublished =
        values(arenas, DataFact.NAME).stream().filter(DataFact::isUnpublished).toList();
    if (!unpublished.isEmpty()) {
      notes.add(
          "There are runs on other data than published: " + String.join(", ", unpublished) + ".");
    }
    add(
        notes,
        arenas,
        settings,
        "git_commit",
        versions -> "come from " + versions.size() + " versions of the program");
    add(
        notes,
        arenas,
        settings,
        "threads",
        counts -> "had different numbers of threads, " + String.join(" and ", counts));
    add(
        notes,
        arenas,
        settings,
        "engine_path",
        paths -> "took different paths of the engine, " + String.join(" and ", paths));
    return notes;
  }

  private static void add(
      List<String> notes,
      List<Arena> arenas,
      List<Setting> settings,
      String fact,
      Function<Set<String>, String> words) {
    Set<String> values = values(arenas, fact);
    if (values.size() > 1) {
      notes.add("The runs " + words.apply(values) + where(arenas, settings, fact));
    }
  }

  private static Set<String> values(List<Arena> arenas, String fact) {
    Set<String> values = new TreeSet<>(NaturalOrder.INSTANCE);
    for (Arena arena : arenas) {
      arena
          .outcomes()
          .values()
          .forEach(seeds -> seeds.values().forEach(run -> values.add(run.fact(fact))));
    }
    values.remove("");
    return values;
  }

  /** Ends the sentence: only where such runs meet does it touch a comparison. */
  private static String where(List<Arena> arenas, List<Setting> settings, String fact) {
    int contested = 0;
    int mixed = 0;
    for (int i = 0; i < arenas.size(); i++) {
      Setting setting = settings.get(i);
      if (setting.contested()) {
        contested++;
        mixed += isMixed(arenas.get(i), setting.seeds(), fact) ? 1 : 0;
      }
    }
    return mixed == 0
        ? ", the same wherever runs of one setting and seed meet."
        : "; such meet in " + mixed + " of " + contested + " settings.";
  }

  private static boolean isMixed(Arena arena, List<String> seeds, String fact) {
    return seeds.stream()
        .anyMatch(
            seed -> {
              List<Outcome> runs =
                  arena.outcomes().values().stream().map(each -> each.get(seed)).toList();
              return PairingCheck.differ(runs, fact);
            });
  }
}
