package actbench.compare;

import actbench.compare.statistics.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Does the winner depend on one value of one setting? Each value of each varied setting is left out
 * in turn and the wins are counted again.
 *
 * @param setting whose value is left out
 * @param value the value
 * @param settings contested settings that remain
 * @param leaders who then has most wins; several if they share the lead
 * @param agreement Kendall's tau-b between the wins with and without it; NaN if all wins are equal
 */
public record Stability(
    String setting, String value, int settings, List<String> leaders, double agreement) {
  public Stability {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(value, "value");
    leaders = List.copyOf(leaders);
  }

  /** One row for each value that leaves at least one contested setting behind. */
  public static List<Stability> of(Comparison comparison) {
    List<Setting> contested = comparison.contested();
    double[] whole = wins(contested, comparison.treatments());
    List<Stability> rows = new ArrayList<>();
    for (String name : comparison.varied()) {
      SortedSet<String> values = new TreeSet<>(NaturalOrder.INSTANCE);
      contested.forEach(setting -> values.add(setting.values().getOrDefault(name, "")));
      for (String value : values) {
        List<Setting> rest =
            contested.stream()
                .filter(setting -> !setting.values().getOrDefault(name, "").equals(value))
                .toList();
        if (!rest.isEmpty()) {
          double[] wins = wins(rest, comparison.treatments());
          rows.add(
              new Stability(
                  name,
                  value,
                  rest.size(),
                  leaders(wins, comparison.treatments()),
                  Correlation.kendall(whole, wins)));
        }
      }
    }
    return rows;
  }

  private static double[] wins(List<Setting> settings, List<String> treatments) {
    double[] wins = new double[treatments.size()];
    for (Setting setting : settings) {
      for (String winner : setting.winners()) {
        wins[treatments.indexOf(winner)] += 1.0 / setting.winners().size();
      }
    }
    return wins;
  }

  private static List<String> leaders(double[] wins, List<String> treatments) {
    double most = 0;
    for (double each : wins) {
      most = Math.max(most, each);
    }
    List<String> leaders = new ArrayList<>();
    for (int i = 0; i < wins.length; i++) {
      // Thirds do not add up exactly.
      if (most > 0 && wins[i] >= most - 1e-9) {
        leaders.add(treatments.get(i));
      }
    }
    return leaders;
  }
}
