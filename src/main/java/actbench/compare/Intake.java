package actbench.compare;

import actbench.compare.Arena.Outcome;
import actbench.result.Metric;
import actbench.result.ResultException;
import actbench.result.Roles;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import actbench.spec.Suggestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** Sorts rows into arenas; what cannot count is kept with its reason. */
final class Intake {
  private final Question question;
  private final boolean replicated;
  private final Map<String, Arena> arenas = new HashMap<>();
  private final SortedMap<String, Set<String>> values = new TreeMap<>();
  private final List<Omission> omissions = new ArrayList<>();
  private int counted;

  private Intake(Question question, boolean replicated) {
    this.question = question;
    this.replicated = replicated;
  }

  /**
   * Takes in all rows.
   *
   * @throws ResultException if no row has the metric or the treatment, or if two rows claim one
   *     place
   */
  static Intake of(Rows rows, Question question) {
    checkNames(rows, question);
    Intake intake =
        new Intake(
            question,
            rows.rows().stream().anyMatch(row -> row.settings().containsKey(question.replicate())));
    // The order of the rows decides nothing, but repeats without a name are numbered in it.
    rows.rows().forEach(intake::add);
    rows.missing().forEach(id -> intake.omissions.add(new Omission(id, "missing", "not run yet")));
    intake.omissions.sort(Comparator.comparing(Omission::id));
    return intake;
  }

  private static void checkNames(Rows rows, Question question) {
    String metric = question.metric().name();
    // The name may well be right: older runs and other tasks have other metrics.
    if (!any(rows, row -> row.metrics().containsKey(metric))
        && any(rows, row -> row.status() == Status.OK)) {
      Set<String> metrics = names(rows, Row::metrics);
      throw new ResultException(
          "error: "
              + rows.name()
              + " has no metric '"
              + metric
              + "'."
              + Suggestion.near(metric, metrics)
              + " It has: "
              + String.join(", ", metrics));
    }
    checkSetting(question.treatment(), rows);
    // Tables from elsewhere may lack the usual column; one that was named must be there.
    if (!question.replicate().equals(Roles.OWN.replicate())) {
      checkSetting(question.replicate(), rows);
    }
    if (!question.by().isEmpty()) {
      checkSetting(question.by(), rows);
    }
  }

  private static void checkSetting(String name, Rows rows) {
    if (!any(rows, row -> row.settings().containsKey(name))) {
      throw new ResultException(
          "error: unknown setting '"
              + name
              + "'."
              + Suggestion.of(name, names(rows, Row::settings)));
    }
  }

  private static boolean any(Rows rows, Predicate<Row> asked) {
    return rows.rows().stream().anyMatch(asked);
  }

  private static Set<String> names(Rows rows, Function<Row, Map<String, ?>> part) {
    Set<String> names = new TreeSet<>();
    rows.rows().forEach(row -> names.addAll(part.apply(row).keySet()));
    return names;
  }

  private void add(Row row) {
    String treatment = row.settings().get(question.treatment());
    Double value = row.metrics().get(question.metric().name());
    boolean diverged =
        row.status() == Status.DIVERGED
            || (row.status() == Status.OK && value != null && !Double.isFinite(value));
    if (treatment == null) {
      omit(row, "no " + question.treatment());
    } else if (diverged) {
      place(row, treatment, Double.NaN);
    } else if (row.status() != Status.OK) {
      omit(row, row.failure());
    } else if (value == null) {
      omit(row, "no " + question.metric().name());
    } else {
      place(row, treatment, value);
    }
  }

  private void omit(Row row, String reason) {
    omissions.add(new Omission(row.id(), row.status().word(), reason));
  }

  private void place(Row row, String treatment, double value) {
    Arena arena = arenas.computeIfAbsent(key(row), key -> new Arena(block(row), !replicated));
    SortedMap<String, Outcome> seeds = arena.seeds(treatment);
    String seed =
        replicated
            ? row.settings().getOrDefault(question.replicate(), "")
            : Integer.toString(seeds.size() + 1);
    if (seeds.putIfAbsent(seed, new Outcome(value, row.facts())) != null) {
      throw new ResultException(
          "error: two rows are "
              + treatment
              + " in one setting with "
              + question.replicate()
              + " "
              + seed
              + ", the second is "
              + row.id()
              + "; name the columns that tell them apart");
    }
    counted++;
  }

  /** One text for all settings of a block, since comparing maps takes a hundred times longer. */
  private String key(Row row) {
    StringBuilder key = new StringBuilder(300);
    row.settings()
        .forEach(
            (name, value) -> {
              if (!name.equals(question.treatment()) && !name.equals(question.replicate())) {
                key.append(name).append('\0').append(value).append('\0');
              }
            });
    return key.toString();
  }

  private SortedMap<String, String> block(Row row) {
    SortedMap<String, String> block = new TreeMap<>(row.settings());
    block.remove(question.treatment());
    block.remove(question.replicate());
    return block;
  }

  Question question() {
    return question;
  }

  List<Arena> arenas(List<String> varied) {
    Comparator<Arena> order = Comparator.comparingInt(arena -> 0);
    for (String name : varied) {
      order =
          order.thenComparing(
              arena -> arena.values().getOrDefault(name, ""), NaturalOrder.INSTANCE);
    }
    return arenas.values().stream().sorted(order).toList();
  }

  /** The values of each setting in the runs that count; empty text for a setting that is absent. */
  SortedMap<String, Set<String>> values() {
    if (values.isEmpty()) {
      Set<String> names = new TreeSet<>();
      arenas.values().forEach(arena -> names.addAll(arena.values().keySet()));
      for (String name : names) {
        Set<String> found = new TreeSet<>(NaturalOrder.INSTANCE);
        arenas.values().forEach(arena -> found.add(arena.values().getOrDefault(name, "")));
        values.put(name, found);
      }
    }
    return values;
  }

  List<Omission> omissions() {
    return omissions;
  }

  int counted() {
    return counted;
  }

  /** Whether the repeats have names of their own, so that they can be matched. */
  boolean replicated() {
    return replicated;
  }

  /** The metric with its unit set right: accuracies above 1 are per cent. */
  static Metric fitted(Rows rows, Metric metric) {
    boolean percent =
        metric.unit().equals(Metric.PROPORTION)
            && rows.rows().stream()
                .map(row -> row.metrics().get(metric.name()))
                .anyMatch(value -> value != null && value > 1 && Double.isFinite(value));
    return percent ? metric.with(Metric.PERCENT, metric.direction()) : metric;
  }
}
