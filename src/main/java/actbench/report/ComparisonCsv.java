package actbench.report;

import actbench.compare.Cell;
import actbench.compare.Comparison;
import actbench.compare.Duel;
import actbench.compare.Part;
import actbench.compare.Setting;
import actbench.compare.Standing;
import actbench.result.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A comparison as one tidy table. The column {@code table} tells its parts apart: {@code wins} (a
 * row a treatment, over all settings), {@code part} (the same for one value of the setting asked
 * for), {@code setting} (a row a cell), {@code pair} (a row a pair) and {@code left_out} (a row a
 * run). Numbers are not rounded.
 */
final class ComparisonCsv {
  private static final List<String> HEADER =
      List.of(
          "table",
          "scope",
          "treatment",
          "against",
          "settings",
          "runs",
          "diverged",
          "mean",
          "standard_deviation",
          "wins",
          "outright_wins",
          "shared_wins",
          "ties",
          "losses",
          "note");

  private ComparisonCsv() {}

  static String write(Comparison comparison) {
    List<List<Object>> rows = new ArrayList<>();
    comparison.standings().forEach(each -> rows.add(standing("wins", "all", each)));
    for (Part part : comparison.parts()) {
      String scope = comparison.question().by() + "=" + part.value();
      part.standings().forEach(each -> rows.add(standing("part", scope, each)));
    }
    for (Setting setting : comparison.settings()) {
      setting.cells().forEach(cell -> rows.add(cell(setting, cell)));
    }
    for (Duel duel : comparison.duels()) {
      rows.add(pair(duel));
      rows.add(pair(duel.reversed()));
    }
    comparison
        .omissions()
        .forEach(
            run ->
                rows.add(
                    row(
                        "left_out",
                        run.id(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        run.status() + ": " + run.reason())));
    return CsvTable.write(HEADER, rows);
  }

  private static List<Object> standing(String table, String scope, Standing standing) {
    return row(
        table,
        scope,
        standing.treatment(),
        null,
        standing.settings(),
        standing.runs(),
        standing.diverged(),
        number(standing.mean()),
        null,
        standing.wins(),
        standing.outright(),
        standing.shared(),
        null,
        null,
        null);
  }

  private static List<Object> cell(Setting setting, Cell cell) {
    int winners = setting.winners().size();
    boolean wins = setting.winners().contains(cell.treatment());
    return row(
        "setting",
        setting.label(),
        cell.treatment(),
        null,
        1,
        cell.seeds(),
        cell.diverged(),
        number(cell.mean()),
        number(cell.deviation()),
        wins ? 1.0 / winners : 0.0,
        wins && winners == 1 ? 1 : 0,
        wins && winners > 1 ? 1 : 0,
        null,
        null,
        null);
  }

  /** In a pair's row the mean is that of the differences, positive if the first is better. */
  private static List<Object> pair(Duel duel) {
    return row(
        "pair",
        "all",
        duel.first(),
        duel.second(),
        duel.bouts().size(),
        null,
        null,
        number(duel.meanGain()),
        null,
        duel.wins(),
        null,
        null,
        duel.ties(),
        duel.losses(),
        null);
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static List<Object> row(Object... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell instanceof String text ? TextRenderer.harmless(text) : cell)
        .toList();
  }
}
