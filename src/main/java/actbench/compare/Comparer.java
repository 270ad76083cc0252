package actbench.compare;

import actbench.result.Metric;
import actbench.result.ResultException;
import actbench.result.Rows;
import actbench.spec.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers a question from rows.
 *
 * <p>Treatments meet in settings: runs that agree in everything but treatment and seed. There only
 * the seeds count that all of them have, and the best mean wins. A diverged run is a loss; see
 * {@link Cell}.
 */
public final class Comparer {
  private Comparer() {}

  /**
   * The comparison that these rows allow; the order of the rows does not matter.
   *
   * @throws ResultException if a name in the question is unknown or nothing can be compared
   */
  public static Comparison compare(Rows rows, Question question) {
    Intake intake = Intake.of(rows, question);
    if (intake.counted() == 0) {
      throw new ResultException(
          "error: no run of "
              + rows.name()
              + " has finished; the first of "
              + intake.omissions().size()
              + ": "
              + intake.omissions().get(0).id()
              + " "
              + intake.omissions().get(0).status());
    }
    SortedMap<String, String> fixed = new TreeMap<>();
    List<String> varied = new ArrayList<>();
    intake
        .values()
        .forEach(
            (name, values) -> {
              if (values.size() == 1) {
                fixed.put(name, values.iterator().next());
              } else {
                varied.add(name);
              }
            });
    List<Arena> arenas = intake.arenas(varied);
    List<String> telling = telling(arenas, varied);
    List<Setting> unordered =
        arenas.stream().map(arena -> setting(arena, telling, question)).toList();
    List<Standing> standings = standings(unordered, treatments(arenas), question.metric());
    List<String> treatments = standings.stream().map(Standing::treatment).toList();
    if (!question.baseline().isEmpty() && !treatments.contains(question.baseline())) {
      throw new ResultException(
          "error: unknown baseline '"
              + question.baseline()
              + "'."
              + Suggestion.of(question.baseline(), new TreeSet<>(treatments)));
    }
    List<Setting> settings =
        unordered.stream().map(setting -> inOrder(setting, treatments)).toList();
    List<Duel> duels = duels(arenas, settings, treatments, question);
    Pairing pairing = PairingCheck.of(arenas, settings, intake);
    return new Comparison(
        rows.name(),
        question,
        intake.counted(),
        fixed,
        varied,
        treatments,
        settings,
        standings,
        duels,
        Inference.of(duels, question, pairing),
        Ranking.of(settings, treatments, question),
        pairing,
        intake.omissions(),
        Notes.of(rows, intake, arenas, settings, duels),
        List.of(),
        parts(settings, treatments, question));
  }

  /**
   * The metric of this name, its unit fitted to the values that the rows have.
   *
   * @param name empty for the metric by which the rows are judged
   * @throws actbench.result.ResultException if that is several
   */
  public static Metric metric(Rows rows, String name) {
    return Intake.fitted(rows, name.isEmpty() ? rows.primary() : named(rows, name));
  }

  private static Metric named(Rows rows, String name) {
    return rows.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .findFirst()
        .orElseGet(() -> Metric.named(name));
  }

  /**
   * The settings that a label needs: of several that always change together one is enough. Those
   * whose names say most come first.
   */
  private static List<String> telling(List<Arena> arenas, List<String> varied) {
    Map<List<Integer>, String> telling = new LinkedHashMap<>();
    for (String name : Sweep.leadingFirst(varied)) {
      Map<String, Integer> numbers = new HashMap<>();
      List<Integer> pattern = new ArrayList<>(arenas.size());
      for (Arena arena : arenas) {
        String value = arena.values().getOrDefault(name, "");
        pattern.add(numbers.computeIfAbsent(value, key -> numbers.size()));
      }
      telling.putIfAbsent(pattern, name);
    }
    return List.copyOf(telling.values());
  }

  private static Set<String> treatments(List<Arena> arenas) {
    Set<String> treatments = new TreeSet<>(NaturalOrder.INSTANCE);
    arenas.forEach(arena -> treatments.addAll(arena.outcomes().keySet()));
    return treatments;
  }

  static Setting setting(Arena arena, List<String> varied, Question question) {
    List<String> here = List.copyOf(arena.outcomes().keySet());
    List<String> seeds = arena.common(here);
    List<Cell> cells = here.stream().map(treatment -> arena.cell(treatment, seeds)).toList();
    String label =
        varied.stream()
            .filter(name -> arena.values().containsKey(name))
            .map(name -> name + "=" + arena.values().get(name))
            .collect(Collectors.joining(" "));
    boolean contested = cells.size() > 1 && !seeds.isEmpty();
    return new Setting(
        label.isEmpty() ? unlabelled(varied) : label,
        arena.values(),
        seeds,
        cells,
        contested ? winners(cells, question.metric()) : List.of());
  }

  /** The only setting, or the one that has none of what the others vary in. */
  private static String unlabelled(List<String> varied) {
    return varied.isEmpty() ? "all" : "without " + String.join(", ", varied);
  }

  /** Wins go by exact means: the band is for pairs, where it cannot chain. */
  static List<String> winners(List<Cell> cells, Metric metric) {
    Cell best = cells.get(0);
    for (Cell cell : cells) {
      best = cell.against(best, metric, 0) > 0 ? cell : best;
    }
    Cell winner = best;
    return cells.stream()
        .filter(cell -> cell.diverged() < cell.seeds() && cell.against(winner, metric, 0) == 0)
        .map(Cell::treatment)
        .toList();
  }

  private static Setting inOrder(Setting setting, List<String> treatments) {
    Comparator<Cell> order = Comparator.comparing(cell -> treatments.indexOf(cell.treatment()));
    return new Setting(
        setting.label(),
        setting.values(),
        setting.seeds(),
        setting.cells().stream().sorted(order).toList(),
        setting.winners().stream().sorted(Comparator.comparing(treatments::indexOf)).toList());
  }

  private static List<Standing> standings(
      List<Setting> settings, Set<String> treatments, Metric metric) {
    List<Setting> contested = settings.stream().filter(Setting::contested).toList();
    List<Setting> finished =
        contested.stream()
            .filter(setting -> setting.cells().size() == treatments.size())
            .filter(setting -> setting.cells().stream().allMatch(cell -> cell.diverged() == 0))
            .toList();
    Comparator<Standing> order =
        Comparator.comparingDouble(Standing::wins)
            .reversed()
            .thenComparing((a, b) -> order(a.mean(), b.mean(), metric))
            .thenComparing(Standing::treatment, NaturalOrder.INSTANCE);
    return treatments.stream()
        .map(treatment -> standing(treatment, contested, finished))
        .sorted(order)
        .toList();
  }

  private static int order(double a, double b, Metric metric) {
    return metric.better(a, b) ? -1 : metric.better(b, a) ? 1 : 0;
  }

  private static Standing standing(
      String treatment, List<Setting> contested, List<Setting> finished) {
    int played = 0;
    int outright = 0;
    int shared = 0;
    double wins = 0;
    int runs = 0;
    int diverged = 0;
    for (Setting setting : contested) {
      Cell cell = setting.cell(treatment).orElse(null);
      if (cell != null) {
        played++;
        runs += cell.seeds();
        diverged += cell.diverged();
      }
      if (setting.winners().contains(treatment)) {
        wins += 1.0 / setting.winners().size();
        outright += setting.winners().size() == 1 ? 1 : 0;
        shared += setting.winners().size() == 1 ? 0 : 1;
      }
    }
    double mean =
        Moments.mean(
            finished.stream()
                .map(setting -> setting.cell(treatment).orElseThrow().mean())
                .toList());
    return new Standing(treatment, played, outright, shared, wins, runs, diverged, mean);
  }

  static List<Duel> duels(
      List<Arena> arenas, List<Setting> settings, List<String> treatments, Question question) {
    List<Duel> duels = new ArrayList<>();
    for (int i = 0; i < treatments.size(); i++) {
      for (int j = i + 1; j < treatments.size(); j++) {
        List<Bout> bouts = new ArrayList<>();
        for (int k = 0; k < arenas.size(); k++) {
          bouts.add(
              arenas
                  .get(k)
                  .bout(settings.get(k).label(), treatments.get(i), treatments.get(j), question));
        }
        bouts.removeIf(Objects::isNull);
        duels.add(new Duel(treatments.get(i), treatments.get(j), bouts));
      }
    }
    return duels;
  }

  private static List<Part> parts(
      List<Setting> settings, List<String> treatments, Question question) {
    if (question.by().isEmpty()) {
      return List.of();
    }
    SortedMap<String, List<Setting>> groups = new TreeMap<>(NaturalOrder.INSTANCE);
    for (Setting setting : settings) {
      if (setting.contested()) {
        String value = setting.values().getOrDefault(question.by(), "");
        groups.computeIfAbsent(value, key -> new ArrayList<>()).add(setting);
      }
    }
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, List<Setting>> group : groups.entrySet()) {
      Set<String> here = new TreeSet<>(NaturalOrder.INSTANCE);
      group.getValue().forEach(each -> each.cells().forEach(cell -> here.add(cell.treatment())));
      here.retainAll(treatments);
      parts.add(
          new Part(
              group.getKey(),
              group.getValue().size(),
              standings(group.getValue(), here, question.metric())));
    }
    return parts;
  }
}
