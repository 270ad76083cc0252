package actbench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a treatment is the best: the criteria table of the articles, from results.
 *
 * @param setting the setting that varies
 * @param treatment whose row it is
 * @param best the values at which it has the best mean alone, in order
 * @param values all values, in order
 * @param ordered whether they are numbers
 */
public record Criterion(
    String setting, String treatment, List<String> best, List<String> values, boolean ordered) {
  private static final int NAMED_EXCEPTIONS = 2;

  public Criterion {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(treatment, "treatment");
    best = List.copyOf(best);
    values = List.copyOf(values);
  }

  /** One row for each sweep and treatment that leads anywhere. */
  public static List<Criterion> of(Comparison comparison, List<Sweep> sweeps) {
    List<Criterion> rows = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      for (String treatment : comparison.treatments()) {
        List<String> best = sweep.ledBy(treatment);
        if (!best.isEmpty()) {
          rows.add(new Criterion(sweep.name(), treatment, best, sweep.values(), sweep.isOrdered()));
        }
      }
    }
    return rows;
  }

  /**
   * The values in as few words as the articles use: {@code all}, {@code > 15}, {@code < 0.1 or 1},
   * {@code all but nadam}.
   */
  public String condition() {
    if (best.size() == values.size()) {
      return "all";
    } else if (ordered) {
      return ranges();
    }
    List<String> others = values.stream().filter(value -> !best.contains(value)).toList();
    return others.size() <= NAMED_EXCEPTIONS && others.size() < best.size()
        ? "all but " + String.join(", ", others)
        : String.join(", ", best);
  }

  private String ranges() {
    List<String> ranges = new ArrayList<>();
    int from = 0;
    while (from < values.size()) {
      int to = from;
      while (to < values.size() && best.contains(values.get(to))) {
        to++;
      }
      if (to > from) {
        ranges.add(range(from, to));
      }
      from = to + 1;
    }
    return String.join(" or ", ranges);
  }

  /** Beyond the last value nothing was measured, so a single one there stands for itself. */
  private String range(int from, int to) {
    if (to - from == 1) {
      return values.get(from);
    } else if (from == 0) {
      return "< " + values.get(to);
    } else if (to == values.size()) {
      return "> " + values.get(from - 1);
    }
    return values.get(from) + " to " + values.get(to - 1);
  }
}
