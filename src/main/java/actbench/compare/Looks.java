package actbench.compare;

import actbench.result.Row;
import actbench.result.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at rows as they were when each number of seeds was complete. */
public final class Looks {
  private Looks() {}

  /**
   * The looks that these rows allow, the first ones of the design. Each sees only the seeds that it
   * had, so that looking back gives what was seen then.
   *
   * @param seeds how many seeds are complete, counted from 1
   */
  public static List<Look> of(Rows rows, Question question, SequentialDesign design, int seeds) {
    SequentialRule rule = new SequentialRule(design, design.levels(), question.tieBand());
    Set<String> treatments = new TreeSet<>(NaturalOrder.INSTANCE);
    rows.rows().stream()
        .map(row -> row.settings().get(question.treatment()))
        .filter(treatment -> treatment != null)
        .forEach(treatments::add);
    List<Look> looks = new ArrayList<>();
    for (int count : design.looks()) {
      if (count <= seeds && (looks.isEmpty() || !looks.get(looks.size() - 1).settled())) {
        looks.add(rule.next(readings(upTo(rows, question, count), question, treatments)));
      }
    }
    return looks;
  }

  private static Rows upTo(Rows rows, Question question, int seeds) {
    List<Row> kept =
        rows.rows().stream().filter(row -> isWithin(row, question.replicate(), seeds)).toList();
    return new Rows(rows.name(), kept, List.of(), 0);
  }

  private static boolean isWithin(Row row, String replicate, int seeds) {
    try {
      return Integer.parseInt(row.settings().getOrDefault(replicate, "")) <= seeds;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static List<Reading> readings(Rows rows, Question question, Set<String> treatments) {
    Intake intake = Intake.of(rows, question);
    List<String> varied = new ArrayList<>(new TreeMap<>(intake.values()).keySet());
    List<Arena> arenas = intake.arenas(varied);
    List<Setting> settings =
        arenas.stream().map(arena -> Comparer.setting(arena, varied, question)).toList();
    Pairing pairing = PairingCheck.of(arenas, settings, intake);
    boolean paired = pairing.answer() == Pairing.Answer.YES;
    return Comparer.duels(arenas, settings, List.copyOf(treatments), question).stream()
        .map(duel -> Reading.of(duel, question.metric(), paired))
        .toList();
  }
}
