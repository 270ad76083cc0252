package actbench.compare;

import actbench.result.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a reader must know of the data before believing a table. */
final class Notes {
  private static final Set<String> TIMES = Set.of("seconds", "images_per_second");
  private static final int NAMED = 6;

  private Notes() {}

  static List<String> of(
      Rows rows, Intake intake, List<Arena> arenas, List<Setting> settings, List<Duel> duels) {
    List<String> notes = new ArrayList<>();
    String replicate = intake.question().replicate();
    if (rows.repeats() > 0) {
      notes.add(
          rows.repeats() + " rows were passed over: their runs are in an earlier source already.");
    }
    if (rows.unplanned() > 0) {
      notes.add(
          rows.unplanned()
              + " finished "
              + (rows.unplanned() == 1 ? "run belongs" : "runs belong")
              + " to another form of the spec and stand"
              + (rows.unplanned() == 1 ? "s" : "")
              + " in no table.");
    }
    if (!intake.replicated()) {
      notes.add("No column '" + replicate + "': repeats are numbered in the order of the rows.");
    }
    SortedMap<String, Integer> absent = new TreeMap<>(NaturalOrder.INSTANCE);
    List<String> everywhere =
        arenas.stream()
            .flatMap(arena -> arena.outcomes().keySet().stream())
            .distinct()
            .sorted(NaturalOrder.INSTANCE)
            .toList();
    for (int i = 0; i < arenas.size(); i++) {
      Map<String, ? extends Map<String, ?>> here = arenas.get(i).outcomes();
      everywhere.stream()
          .filter(treatment -> !here.containsKey(treatment))
          .forEach(treatment -> absent.merge(treatment, 1, Integer::sum));
      addUnequalSeeds(notes, settings.get(i), here, replicate);
    }
    absent.forEach(
        (treatment, count) ->
            notes.add(
                treatment
                    + " has no finished run in "
                    + count
                    + " of "
                    + arenas.size()
                    + " settings; wins there are among the others."));
    long alone = settings.stream().filter(setting -> setting.cells().size() < 2).count();
    if (alone > 0) {
      notes.add(
          alone
              + " of "
              + settings.size()
              + " settings have one competitor only and count for nothing.");
    }
    if (TIMES.contains(intake.question().metric().name())) {
      addUnequalConditions(notes, rows, intake.question());
    } else {
      notes.addAll(Conditions.notes(arenas, settings));
    }
    addSeedTests(notes, duels, replicate);
    return notes;
  }

  /** Times of runs beside which something else ran say nothing of the treatments. */
  private static void addUnequalConditions(List<String> notes, Rows rows, Question question) {
    EqualConditions conditions =
        EqualConditions.of(rows.rows(), question.treatment(), question.replicate());
    if (conditions.equal() < conditions.places()) {
      notes.add(
          "In "
              + (conditions.places() - conditions.equal())
              + " of "
              + conditions.places()
              + " groups of one setting and "
              + question.replicate()
              + " the runs had different conditions ("
              + String.join(", ", conditions.unequal().keySet())
              + "): these times do not compare.");
    }
  }

  private static void addUnequalSeeds(
      List<String> notes,
      Setting setting,
      Map<String, ? extends Map<String, ?>> outcomes,
      String replicate) {
    List<String> uneven = new ArrayList<>();
    outcomes.forEach(
        (treatment, seeds) -> {
          if (seeds.size() > setting.seeds().size()) {
            uneven.add(treatment + " has " + seeds.size());
          }
        });
    if (!uneven.isEmpty() && outcomes.size() > 1) {
      notes.add(
          setting.label()
              + ": compared on "
              + (setting.seeds().isEmpty()
                  ? "nothing, since no " + replicate + " is common to all"
                  : "the common " + replicate + "s " + String.join(", ", setting.seeds()))
              + " ("
              + String.join(", ", uneven)
              + ").");
    }
  }

  /** What tests over seeds leave out, and where they are not exact; alike pairs in one note. */
  private static void addSeedTests(List<String> notes, List<Duel> duels, String replicate) {
    Map<List<String>, List<String>> leftOut = new LinkedHashMap<>();
    List<String> uneven = new ArrayList<>();
    for (Duel duel : duels) {
      String pair = duel.first() + " - " + duel.second();
      List<Bout> taken = duel.bouts().stream().filter(SeedTest::takesPart).toList();
      List<String> single =
          duel.bouts().stream().filter(bout -> bout.seeds().size() < 2).map(Bout::setting).toList();
      if (!single.isEmpty() && !taken.isEmpty()) {
        leftOut.computeIfAbsent(single, key -> new ArrayList<>()).add(pair);
      }
      Set<String> everywhere = new HashSet<>();
      taken.forEach(bout -> everywhere.addAll(bout.seeds()));
      long values = taken.stream().mapToLong(bout -> bout.seeds().size()).sum();
      boolean shared = values > everywhere.size();
      if (shared && values < (long) everywhere.size() * taken.size()) {
        uneven.add(pair);
      }
    }
    leftOut.forEach(
        (settings, pairs) ->
            notes.add(
                "Tests over "
                    + replicate
                    + "s leave out settings where two have only one "
                    + replicate
                    + " in common: "
                    + some(settings)
                    + " ("
                    + some(pairs)
                    + ")."));
    if (!uneven.isEmpty()) {
      notes.add(
          "Not all settings have the same "
              + replicate
              + "s, so that the tests over "
              + replicate
              + "s are approximate: "
              + some(uneven)
              + ".");
    }
  }

  private static String some(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
        + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
  }
}
