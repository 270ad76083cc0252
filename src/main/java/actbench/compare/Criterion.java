package actbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a treatment is the best: the criteria table of the articles, from results.
 *
 * @param setting the setting that varies
 * @param treatment whose row it is
 * @param best the values at which it has the best mean alone
 * @param values how many values there are with a best mean
 */
public record Criterion(String setting, String treatment, List<String> best, int values) {
  public Criterion {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(treatment, "treatment");
    best = List.copyOf(best);
  }

  /** One row for each varied setting and treatment that leads anywhere. */
  public static List<Criterion> of(Comparison comparison) {
    List<Criterion> rows = new ArrayList<>();
    for (String name : comparison.varied()) {
      SortedSet<String> values = new TreeSet<>(NaturalOrder.INSTANCE);
      comparison
          .contested()
          .forEach(setting -> values.add(setting.values().getOrDefault(name, "")));
      if (values.size() > 1) {
        for (String treatment : comparison.treatments()) {
          List<String> best =
              values.stream()
                  .filter(value -> Sweep.leader(comparison, name, value).equals(treatment))
                  .toList();
          if (!best.isEmpty()) {
            rows.add(new Criterion(name, treatment, best, values.size()));
          }
        }
      }
    }
    return rows;
  }
}
