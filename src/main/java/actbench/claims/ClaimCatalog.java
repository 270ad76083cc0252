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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All published claims that ship with the program, and the known errors of the sources. */
public final class ClaimCatalog {
  private ClaimCatalog() {}

  /** The claims in the order of their file. */
  public static List<Claim> claims() {
    RecipeBook recipes = recipes();
    return read("claims.csv", row -> claim(row, recipes));
  }

  /** What the sources get wrong. */
  public static List<Correction> corrections() {
    return read(
        "corrections.csv",
        row -> new Correction(row.get("id"), row.get("claimed"), row.get("evidence")));
  }

  /** The rows of the published tables and figures, in the order of their file. */
  public static List<PublishedRow> published() {
    Map<List<String>, List<Map<String, String>>> rows = new LinkedHashMap<>();
    for (Map<String, String> line : read("published.csv", Function.identity())) {
      rows.computeIfAbsent(
              List.of(line.get("table"), line.get("dataset"), line.get("row")),
              key -> new ArrayList<>())
          .add(line);
    }
    RecipeBook recipes = recipes();
    return rows.values().stream().map(lines -> published(lines, recipes)).toList();
  }

  private static RecipeBook recipes() {
    return new RecipeBook(read("recipes.csv", Function.identity()));
  }

  private static PublishedRow published(List<Map<String, String>> lines, RecipeBook recipes) {
    Map<String, String> first = lines.get(0);
    Map<String, Double> scores = new LinkedHashMap<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    for (Map<String, String> line : lines) {
      scores.put(line.get("activation"), Double.parseDouble(line.get("score")));
      errors.put(line.get("activation"), number(line, "error", 0));
    }
    return new PublishedRow(
        first.get("table"),
        first.get("row"),
        first.get("dataset"),
        first.get("model"),
        first.get("setting"),
        first.get("value"),
        Metric.named(first.get("metric")),
        scores,
        epochs(first),
        words(first.get("experiments")),
        first.get("source"),
        errors,
        Integer.parseInt(first.get("runs")),
        recipes.find(first.get("table"), first.get("dataset"), first.get("model")),
        first.get("note"));
  }

  /** The article's criteria, in its order. */
  public static List<Criterion> criteria() {
    return read(
        "criteria.csv",
        row ->
            new Criterion(
                row.get("criterion"),
                row.get("claimed"),
                words(row.get("tables")),
                new Range(row.get("range"))));
  }

  private static double number(Map<String, String> row, String column, double without) {
    String text = row.get(column);
    return text.isEmpty() ? without : Double.parseDouble(text);
  }

  /** The words of a cell; none of an empty one. */
  static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
  }

  private static int epochs(Map<String, String> row) {
    return row.get("epochs").isEmpty() ? 0 : Integer.parseInt(row.get("epochs"));
  }

  private static Claim claim(Map<String, String> row, RecipeBook recipes) {
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
        epochs(row),
        row.get("source"),
        row.get("note"),
        new Precision(
            number(row, "first_error", 0) + number(row, "second_error", 0),
            Integer.parseInt(row.get("runs")),
            number(row, "first_sd", Double.NaN),
            number(row, "second_sd", Double.NaN)),
        recipes.find(row.get("experiment"), row.get("dataset"), row.get("model")));
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
