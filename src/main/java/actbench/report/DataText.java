package actbench.report;

import actbench.result.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Maps of values as text for programs, the same on every platform. */
final class DataText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DataText() {}

  static String json(Map<String, Object> json) {
    return MAPPER.writeValueAsString(json).replace("\r\n", "\n") + "\n";
  }

  /** A table with the keys of the first of its rows, which it must have, for its header. */
  static String csv(List<Map<String, Object>> rows) {
    List<List<Object>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(Arrays.asList(row.values().toArray())));
    return CsvTable.write(List.copyOf(rows.get(0).keySet()), cells);
  }
}
