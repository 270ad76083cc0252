package actbench.cli;

import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.result.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A plan as text for people and as CSV. */
final class PlanTable {
  private static final String GAP = "  ";

  private PlanTable() {}

  /** What all runs share, then a line for each run with what sets it apart, then the count. */
  static String text(Plan plan) {
    List<String> varying = PlanCommand.varying(plan);
    StringBuilder text = new StringBuilder();
    RunConfig first = plan.runs().get(0);
    text.append(plan.name()).append('\n');
    for (String key : first.settings().keySet()) {
      if (!varying.contains(key)) {
        text.append(GAP)
            .append(String.format(Locale.ROOT, "%-16s", key))
            .append(first.label(key))
            .append('\n');
      }
    }
    List<String> heading = new ArrayList<>(List.of("run"));
    heading.addAll(varying);
    heading.add("seed");
    List<List<String>> rows = new ArrayList<>();
    rows.add(heading);
    for (RunConfig run : plan.runs()) {
      List<String> row = new ArrayList<>(List.of(run.id()));
      varying.forEach(key -> row.add(run.has(key) ? run.label(key) : ""));
      row.add(Long.toString(run.seed()));
      rows.add(row);
    }
    appendAligned(text.append('\n'), rows);
    return text.append('\n')
        .append("Total: ")
        .append(Words.count(plan.runs().size(), "run"))
        .append('\n')
        .toString();
  }

  private static void appendAligned(StringBuilder text, List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        String cell = row.get(column);
        text.append(cell);
        if (column < columns - 1) {
          text.append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
      }
      text.append('\n');
    }
  }

  static String csv(Plan plan) {
    TreeSet<String> keys = new TreeSet<>();
    plan.runs().forEach(run -> keys.addAll(run.settings().keySet()));
    List<String> heading = new ArrayList<>(List.of("run_id"));
    keys.forEach(key -> heading.add(key.replace('-', '_')));
    heading.add("seed");
    List<List<Object>> rows = new ArrayList<>();
    for (RunConfig run : plan.runs()) {
      List<Object> row = new ArrayList<>(List.of(run.id()));
      keys.forEach(key -> row.add(run.has(key) ? run.label(key) : ""));
      row.add(run.seed());
      rows.add(row);
    }
    return CsvTable.write(heading, rows);
  }
}
