package actbench.claims;

import actbench.claims.Reproduced.Form;
import actbench.compare.Comparer;
import actbench.compare.Question;
import actbench.compare.Setting;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One setting of one grid in which runs could repeat published numbers. Neither grids nor settings
 * are put together: elsewhere the same network may have been trained for another question.
 *
 * @param rows its runs
 * @param form on what budget they were
 * @param distance how many settings differ from the published recipe, and how many ways of making
 *     it harder are on of which the publication says nothing
 */
record Occasion(String grid, Setting setting, List<Row> rows, Form form, int distance) {
  private static final List<String> EXTRAS =
      List.of("class_weights", "cutmix", "input_noise", "label_smoothing", "mixup", "test_noise");

  Occasion {
    rows = List.copyOf(rows);
  }

  /** The occasions of a grid: one a setting, in the order of a comparison. */
  static List<Occasion> of(String grid, List<Row> rows, Metric metric, Published published) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<SortedMap<String, String>, List<Row>> places = new HashMap<>();
    for (Row row : rows) {
      SortedMap<String, String> place = new TreeMap<>(row.settings());
      place.remove("activation");
      place.remove("seed");
      places.computeIfAbsent(place, key -> new ArrayList<>()).add(row);
    }
    return Comparer.compare(new Rows(grid, rows, List.of(), 0), Question.about(metric))
        .settings()
        .stream()
        .map(
            setting ->
                new Occasion(
                    grid,
                    setting,
                    places.get(setting.values()),
                    form(setting, published),
                    distance(setting, published)))
        .toList();
  }

  private static Form form(Setting setting, Published published) {
    boolean whole =
        setting
            .values()
            .getOrDefault("dataset", "")
            .equals(StudyNames.dataset(published.dataset()));
    boolean asLong =
        published.epochs() == 0
            || setting
                .values()
                .getOrDefault("epochs", "")
                .equals(Integer.toString(published.epochs()));
    return whole && asLong ? Form.FULL : Form.SMALL;
  }

  private static int distance(Setting setting, Published published) {
    int distance = 0;
    for (Map.Entry<String, String> wanted : published.recipe().settings().entrySet()) {
      String found = setting.values().get(wanted.getKey());
      if (found != null
          && !wanted.getKey().equals(published.setting())
          && !RowMatch.same(wanted.getKey(), found, wanted.getValue())) {
        distance++;
      }
    }
    for (String extra : EXTRAS) {
      boolean on = !RowMatch.isOff(setting.values().getOrDefault(extra, RowMatch.NONE));
      distance += on && !extra.equals(published.setting()) ? 1 : 0;
    }
    return distance;
  }
}
