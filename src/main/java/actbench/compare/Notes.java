package actbench.compare;

import actbench.result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a reader must know of the data before believing a table. */
final class Notes {
  private static final Set<String> TIMES = Set.of("seconds", "images_per_second");

  private Notes() {}

  static List<String> of(Rows rows, Intake intake, List<Arena> arenas, List<Setting> settings) {
    List<String> notes = new ArrayList<>();
    String replicate = intake.question().replicate();
    if (rows.repeats() > 0) {
      notes.add(
          rows.repeats() + " rows were passed over: their runs are in an earlier source already.");
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
    addUnequalConditions(notes, rows, intake.question());
    return notes;
  }

  /** Times of runs beside which something else ran say nothing of the treatments. */
  private static void addUnequalConditions(List<String> notes, Rows rows, Question question) {
    if (!TIMES.contains(question.metric().name())) {
      return;
    }
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
}
