package actbench.report;

import actbench.compare.Cell;
import actbench.compare.Comparison;
import actbench.compare.Omission;
import actbench.compare.PairTest;
import actbench.compare.Part;
import actbench.compare.Progress;
import actbench.compare.Setting;
import actbench.compare.Standing;
import actbench.compare.statistics.Interval;
import actbench.result.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A comparison as one tidy table. The column {@code table} tells its parts apart: {@code wins} (a
 * row a treatment, over all settings), {@code part} (the same for one value of the setting asked
 * for), {@code setting} (a row a cell), {@code pair} (two rows a pair, one from either side),
 * {@code measure} (as {@code wins}, by a measure of the learning curves; those that never got there
 * are counted as diverged) and {@code left_out} (a row a run). Numbers are not rounded.
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
          "estimate",
          "interval_low",
          "interval_high",
          "p",
          "adjusted_p",
          "note");

  private ComparisonCsv() {}

  static String write(Comparison comparison, Evidence evidence) {
    List<Row> rows = new ArrayList<>();
    comparison.standings().forEach(each -> rows.add(standing("wins", "all", each)));
    for (Part part : comparison.parts()) {
      String scope = comparison.question().by() + "=" + part.value();
      part.standings().forEach(each -> rows.add(standing("part", scope, each)));
    }
    for (Setting setting : comparison.settings()) {
      setting.cells().forEach(cell -> rows.add(cell(setting, cell)));
    }
    for (PairTest test : comparison.tests()) {
      rows.add(pair(test));
      rows.add(pair(test.reversed()));
    }
    for (Progress.Measure measure : evidence.progress()) {
      String scope = measure.comparison().question().metric().name();
      measure.comparison().standings().forEach(each -> rows.add(standing("measure", scope, each)));
    }
    comparison.omissions().forEach(run -> rows.add(omission(run)));
    return CsvTable.write(HEADER, rows.stream().map(Row::cells).toList());
  }

  /** A row whose cells are named; those never named are empty. */
  private static final class Row {
    private final Map<String, Object> values = new HashMap<>();

    Row(String table, String scope) {
      with("table", table).with("scope", scope);
    }

    Row with(String column, String text) {
      values.put(column, TextRenderer.harmless(text));
      return this;
    }

    Row with(String column, int number) {
      values.put(column, number);
      return this;
    }

    Row with(String column, double number) {
      if (Double.isFinite(number)) {
        values.put(column, number);
      }
      return this;
    }

    List<Object> cells() {
      List<Object> cells = new ArrayList<>();
      HEADER.forEach(column -> cells.add(values.get(column)));
      return cells;
    }
  }

  private static Row standing(String table, String scope, Standing standing) {
    return new Row(table, scope)
        .with("treatment", standing.treatment())
        .with("settings", standing.settings())
        .with("runs", standing.runs())
        .with("diverged", standing.diverged())
        .with("mean", standing.mean())
        .with("wins", standing.wins())
        .with("outright_wins", standing.outright())
        .with("shared_wins", standing.shared());
  }

  private static Row cell(Setting setting, Cell cell) {
    int winners = setting.winners().size();
    boolean wins = setting.winners().contains(cell.treatment());
    return new Row("setting", setting.label())
        .with("treatment", cell.treatment())
        .with("settings", 1)
        .with("runs", cell.seeds())
        .with("diverged", cell.diverged())
        .with("mean", cell.mean())
        .with("standard_deviation", cell.deviation())
        .with("wins", wins ? 1.0 / winners : 0.0)
        .with("outright_wins", wins && winners == 1 ? 1 : 0)
        .with("shared_wins", wins && winners > 1 ? 1 : 0);
  }

  /** In a pair's row the mean is that of the differences, positive if the first is better. */
  private static Row pair(PairTest test) {
    Interval interval = test.interval();
    return new Row("pair", "all")
        .with("treatment", test.first())
        .with("against", test.second())
        .with("settings", test.duel().bouts().size())
        .with("mean", test.duel().meanGain())
        .with("wins", test.duel().wins())
        .with("ties", test.duel().ties())
        .with("losses", test.duel().losses())
        .with("estimate", interval.exists() ? test.estimate() : Double.NaN)
        .with("interval_low", interval.low())
        .with("interval_high", interval.high())
        .with("p", test.p())
        .with("adjusted_p", test.adjustedP())
        .with("note", test.verdict().name().toLowerCase(Locale.ROOT));
  }

  private static Row omission(Omission run) {
    return new Row("left_out", run.id()).with("note", run.status() + ": " + run.reason());
  }
}
