package actbench.compare;

import java.util.ArrayList;
import java.util.List;

/** How treatments do along the values of one setting. */
public final class Sweep {
  private Sweep() {}

  /**
   * A treatment at one value of a setting.
   *
   * @param value the mean of its cell means there; NaN if a run diverged or a cell is missing, for
   *     a mean over fewer settings would not compare
   * @param deviation the standard deviation over seeds if there is one cell, else NaN
   */
  public record Mean(double value, double deviation) {}

  /** The mean of a treatment over the contested settings with this value. */
  public static Mean mean(Comparison comparison, String name, String value, String treatment) {
    List<Cell> cells = new ArrayList<>();
    int settings = 0;
    for (Setting setting : comparison.contested()) {
      if (setting.values().getOrDefault(name, "").equals(value)) {
        settings++;
        setting.cell(treatment).ifPresent(cells::add);
      }
    }
    if (cells.size() < settings || cells.stream().anyMatch(cell -> cell.diverged() > 0)) {
      return new Mean(Double.NaN, Double.NaN);
    }
    double mean = Moments.mean(cells.stream().map(Cell::mean).toList());
    return new Mean(mean, cells.size() == 1 ? cells.get(0).deviation() : Double.NaN);
  }

  /** Who has the best mean where: {@code "swish at 15, mish from 16 to 25"}. */
  public static String leaders(Comparison comparison, String name, List<String> values) {
    List<String> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= values.size(); i++) {
      String leader = leader(comparison, name, values.get(from));
      if (i == values.size() || !leader(comparison, name, values.get(i)).equals(leader)) {
        stretches.add(
            leader
                + (i - from == 1
                    ? " at " + values.get(from)
                    : " from " + values.get(from) + " to " + values.get(i - 1)));
        from = i;
      }
    }
    return "Best mean by " + name + ": " + String.join(", ", stretches) + ".";
  }

  /** Who has the best mean at a value; several names if they share it. */
  static String leader(Comparison comparison, String name, String value) {
    List<String> leaders = new ArrayList<>();
    double best = Double.NaN;
    for (String treatment : comparison.treatments()) {
      double mean = mean(comparison, name, value, treatment).value();
      if (mean == best) {
        leaders.add(treatment);
      } else if (!Double.isNaN(mean)
          && (Double.isNaN(best) || comparison.question().metric().better(mean, best))) {
        best = mean;
        leaders.clear();
        leaders.add(treatment);
      }
    }
    return leaders.isEmpty() ? "nobody" : String.join(" and ", leaders);
  }
}
