package actbench.claims;

import actbench.claims.Reproduced.Form;
import actbench.result.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One setting of one grid. What claims ask of a setting is asked here once, not of all its runs.
 *
 * @param values text by setting, without function and seed
 * @param functions the runs by the label of their function, in the order of the rows
 */
record Place(String grid, SortedMap<String, String> values, Map<String, List<Row>> functions) {
  private static final String FUNCTION = "activation";
  private static final String SEED = "seed";

  /** What is missed where another network stands in for a lost one. */
  static final String NETWORK = "model";

  /** Settings of which publications say nothing unless they sweep them. */
  static final List<String> EXTRAS =
      List.of(
          "batch_norm_momentum",
          "class_weights",
          "cutmix",
          "input_noise",
          "label_smoothing",
          "mixup",
          "test_noise");

  Place {
    values = Collections.unmodifiableSortedMap(values);
    functions = Collections.unmodifiableMap(functions);
  }

  /** The places of a grid in the order in which its rows name them. */
  static List<Place> of(String grid, List<Row> rows) {
    Map<SortedMap<String, String>, Map<String, List<Row>>> places = new LinkedHashMap<>();
    for (Row row : rows) {
      SortedMap<String, String> values = new TreeMap<>(row.settings());
      String function = values.remove(FUNCTION);
      values.remove(SEED);
      places
          .computeIfAbsent(values, key -> new LinkedHashMap<>())
          .computeIfAbsent(function == null ? RowMatch.NONE : function, key -> new ArrayList<>())
          .add(row);
    }
    List<Place> all = new ArrayList<>();
    places.forEach((values, functions) -> all.add(new Place(grid, values, functions)));
    return all;
  }

  boolean ran(String function) {
    return functions.keySet().stream().anyMatch(label -> RowMatch.isFunction(label, function));
  }

  List<Row> rows() {
    return functions.values().stream().flatMap(List::stream).toList();
  }

  /** The rows of a function that count, under its published label; one a seed. */
  List<Row> named(String function, Predicate<Row> counts) {
    List<Row> named = new ArrayList<>();
    Set<String> known = new HashSet<>();
    functions.forEach(
        (label, rows) -> {
          if (RowMatch.isFunction(label, function)) {
            List<Row> counted = rows.stream().filter(counts).toList();
            List<String> seeds = seeds(counted);
            for (int i = 0; i < counted.size(); i++) {
              // Swish may have been run under its name and as beta-Swish with beta 1.
              if (known.add(seeds.get(i))) {
                Row row = counted.get(i);
                named.add(label.equals(function) ? row : labelled(row, function));
              }
            }
          }
        });
    return named;
  }

  /** The seed of each run; repeats without one are numbered in their order, as comparisons do. */
  static List<String> seeds(List<Row> rows) {
    List<String> seeds = new ArrayList<>();
    for (Row row : rows) {
      seeds.add(row.settings().getOrDefault(SEED, Integer.toString(seeds.size() + 1)));
    }
    return seeds;
  }

  private static Row labelled(Row row, String function) {
    SortedMap<String, String> settings = new TreeMap<>(row.settings());
    settings.put(FUNCTION, function);
    return new Row(row.id(), row.status(), row.failure(), settings, row.metrics(), row.facts());
  }

  /** On what budget runs here were, by that of published ones. */
  Form form(Published published) {
    boolean whole =
        values.getOrDefault("dataset", "").equals(StudyNames.dataset(published.dataset()));
    boolean asLong =
        published.epochs() == 0
            || values.getOrDefault("epochs", "").equals(Integer.toString(published.epochs()));
    return whole && asLong ? Form.FULL : Form.SMALL;
  }

  /**
   * The settings that are not known to be as published, whatever the budget: those of the recipe,
   * those given of which the publication says nothing, and the model where the network is lost.
   */
  List<String> missed(Published published) {
    List<String> missed = new ArrayList<>();
    for (Map.Entry<String, String> wanted : published.recipe().settings().entrySet()) {
      String found = values.get(wanted.getKey());
      if (!wanted.getKey().equals(published.setting())
          && (found == null || !RowMatch.same(wanted.getKey(), found, wanted.getValue()))) {
        missed.add(wanted.getKey());
      }
    }
    for (String extra : EXTRAS) {
      boolean on = !RowMatch.isOff(values.getOrDefault(extra, RowMatch.NONE));
      if (on && !extra.equals(published.setting())) {
        missed.add(extra);
      }
    }
    if (published.model().equals(StudyNames.LOST_NETWORK)) {
      missed.add(NETWORK);
    }
    return missed;
  }
}
