package actbench.report;

import actbench.claims.Reproduced;
import actbench.compare.Cell;
import actbench.result.CsvTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The study's tables for programs, unrounded: a row for each function of each published row. */
final class StudyData {
  private StudyData() {}

  static String csv(List<Reproduced> rows) {
    return CsvTable.write(cells(rows));
  }

  static String json(String name, List<Reproduced> rows) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "actbench-tables/1");
    json.put("name", name);
    json.put("rows", cells(rows));
    return JsonText.of(json);
  }

  private static List<Map<String, Object>> cells(List<Reproduced> rows) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Reproduced row : rows) {
      for (String function : StudyTable.functions(List.of(row))) {
        cells.add(cell(row, function));
      }
    }
    return cells;
  }

  private static Map<String, Object> cell(Reproduced row, String function) {
    Cell cell = row.cell(function).orElse(null);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("table", row.published().table());
    values.put("dataset", row.published().dataset());
    values.put("row", row.published().label());
    values.put("activation", function);
    values.put("metric", row.published().metric().name());
    values.put("published", JsonText.number(row.published().score(function)));
    values.put("form", cell == null ? "not run" : row.form().words());
    values.put("mean", cell == null ? null : JsonText.number(cell.mean()));
    values.put("deviation", cell == null ? null : JsonText.number(cell.deviation()));
    values.put("seeds", cell == null ? 0 : cell.seeds());
    values.put("diverged", cell == null ? 0 : cell.diverged());
    values.put("source", row.published().source());
    return values;
  }
}
