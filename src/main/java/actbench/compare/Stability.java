package actbench.compare;

import actbench.compare.statistics.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Does the winner depend on one value of one setting, or on one of its rivals? Each value of each
 * varied setting and each treatment is left out in turn, and the wins are counted again.
 *
 * @param setting whose value is left out; the treatment's name for a treatment
 * @param value the value
 * @param settings contested settings that remain
 * @param leaders who then has most wins; several if they share the lead
 * @param agreement Kendall's tau-b between the wins with and without it, of those that remain; NaN
 *     if all wins are equal
 */
public record Stability(
    String setting, String value, int settings, List<String> leaders, double agreement) {
  /** One of more values than this decides nothing, and leaving out each would take too long. */
  private static final int MOST_VALUES = 100;

  public Stability {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(value, "value");
    leaders = List.copyOf(leaders);
  }

  /**
   * One row for each value that leaves at least one contested setting behind, and for each of three
   * treatments or more.
   */
  public static List<Stability> of(Comparison comparison, List<Sweep> sweeps) {
    List<Stability> rows = new ArrayList<>();
    List<Setting> contested = comparison.contested();
    List<String> treatments = comparison.treatments();
    for (Sweep sweep : sweeps) {
      if (sweep.values().size() > MOST_VALUES) {
        continue;
      }
      for (String value : sweep.values()) {
        List<Setting> rest =
            contested.stream()
                .filter(setting -> !value.equals(setting.values().get(sweep.name())))
                .toList();
        if (!rest.isEmpty()) {
          rows.add(row(sweep.name(), value, contested, rest, treatments));
        }
      }
    }
    if (treatments.size() > 2) {
      for (String treatment : treatments) {
        List<String> others = treatments.stream().filter(each -> !each.equals(treatment)).toList();
        List<Setting> rest =
            contested.stream()
                .map(setting -> without(setting, treatment, comparison.question()))
                .filter(Setting::contested)
                .toList();
        if (!rest.isEmpty()) {
          rows.add(row(comparison.question().treatment(), treatment, contested, rest, others));
        }
      }
    }
    return rows;
  }

  private static Stability row(
      String name, String value, List<Setting> all, List<Setting> rest, List<String> treatments) {
    double[] wins = wins(rest, treatments);
    return new Stability(
        name,
        value,
        rest.size(),
        leaders(wins, treatments),
        Correlation.kendall(wins(all, treatments), wins));
  }

  private static Setting without(Setting setting, String treatment, Question question) {
    List<Cell> cells =
        setting.cells().stream().filter(cell -> !cell.treatment().equals(treatment)).toList();
    return new Setting(
        setting.label(),
        setting.values(),
        setting.seeds(),
        cells,
        cells.size() > 1 ? Comparer.winners(cells, question.metric()) : List.of());
  }

  private static double[] wins(List<Setting> settings, List<String> treatments) {
    double[] wins = new double[treatments.size()];
    for (Setting setting : settings) {
      for (String winner : setting.winners()) {
        int place = treatments.indexOf(winner);
        if (place >= 0) {
          wins[place] += 1.0 / setting.winners().size();
        }
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
