package actbench.claims;

import actbench.result.CsvTable;
import actbench.result.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All published claims that ship with the program, and the known errors of the sources. */
public final class ClaimCatalog {
  private ClaimCatalog() {}

  /** The claims in the order of their file. */
  public static List<Claim> claims() {
    return read("claims.csv", ClaimCatalog::claim);
  }

  /** What the sources get wrong. */
  public static List<Correction> corrections() {
    return read(
        "corrections.csv",
        row -> new Correction(row.get("id"), row.get("claimed"), row.get("evidence")));
  }

  private static Claim claim(Map<String, String> row) {
    return new Claim(
        row.get("id"),
        row.get("dataset"),
        row.get("model"),
        row.get("setting"),
        row.get("value"),
        row.get("first"),
        row.get("second"),
        Metric.named(row.get("metric")),
        Double.parseDouble(row.get("first_score")),
        Double.parseDouble(row.get("second_score")),
        row.get("epochs").isEmpty() ? 0 : Integer.parseInt(row.get("epochs")),
        row.get("source"),
        row.get("note"));
  }

  private static <T> List<T> read(String name, Function<Map<String, String>, T> form) {
    List<T> all = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    try (InputStream in = ClaimCatalog.class.getResourceAsStream(name);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      CsvTable.read(
          name,
          text,
          columns::addAll,
          (line, cells) -> {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
              row.put(columns.get(i), cells[i]);
            }
            all.add(form.apply(row));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }
}
