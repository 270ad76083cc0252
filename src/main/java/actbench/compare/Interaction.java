package actbench.compare;

import java.util.ArrayList;
import java.util.List;

/** Who has the best mean at each pair of values of two settings. */
public final class Interaction {
  private final Comparison comparison;
  private final Sweep rows;
  private final Sweep columns;

  private Interaction(Comparison comparison, Sweep rows, Sweep columns) {
    this.comparison = comparison;
    this.rows = rows;
    this.columns = columns;
  }

  /** One for each two sweeps that share settings at two values of either or more. */
  public static List<Interaction> of(Comparison comparison, List<Sweep> sweeps) {
    List<Interaction> all = new ArrayList<>();
    for (int i = 0; i < sweeps.size(); i++) {
      for (int j = i + 1; j < sweeps.size(); j++) {
        Interaction each = new Interaction(comparison, sweeps.get(i), sweeps.get(j));
        if (each.met(each.rows, each.columns) > 1 && each.met(each.columns, each.rows) > 1) {
          all.add(each);
        }
      }
    }
    return all;
  }

  /** How many values of one meet at least one of the other. */
  private long met(Sweep one, Sweep other) {
    return one.values().stream()
        .filter(
            value ->
                one.settings(value).stream()
                    .anyMatch(setting -> setting.values().containsKey(other.name())))
        .count();
  }

  /** The same, turned if it only fits so; null if it does not fit at all. */
  public Interaction within(int mostRows, int mostColumns) {
    int down = rows.values().size();
    int across = columns.values().size();
    if (down <= mostRows && across <= mostColumns) {
      return this;
    }
    return across <= mostRows && down <= mostColumns
        ? new Interaction(comparison, /* rows= */ columns, /* columns= */ rows)
        : null;
  }

  public Sweep rows() {
    return rows;
  }

  public Sweep columns() {
    return columns;
  }

  /** The lead over the contested settings that have both values. */
  public Lead lead(String row, String column) {
    List<Setting> here =
        rows.settings(row).stream()
            .filter(setting -> column.equals(setting.values().get(columns.name())))
            .toList();
    return Lead.of(comparison, treatment -> Sweep.mean(here, treatment).value());
  }
}
