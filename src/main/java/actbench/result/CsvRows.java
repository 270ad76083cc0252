package actbench.result;

import actbench.spec.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads rows from a tidy CSV file: one of ours or one from elsewhere. */
final class CsvRows {
  private static final Set<String> FACTS =
      Set.of(
          "init_hash",
          "order_hash",
          "data",
          "started_at",
          "failure",
          "engine_path",
          "git_commit",
          "threads",
          "validation",
          KeptModel.UNKEPT,
          Metric.PRIMARY,
          Metric.PRIMARY_DIRECTION);

  /** What a column is taken for. */
  private enum Part {
    ID,
    STATUS,
    FAILURE,
    SETTING,
    METRIC,
    FACT,
    UNUSED
  }

  private final Path file;
  private final Roles roles;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private List<String> names = List.of();
  private String metric = "";
  private Part[] parts = {};

  private CsvRows(Path file, Roles roles) {
    this.file = file;
    this.roles = roles;
  }

  static List<Row> read(Path file, Roles roles) {
    CsvRows reading = new CsvRows(file, roles);
    CsvTable.read(file, reading::heading, reading::row);
    return reading.rows;
  }

  private void heading(List<String> header) {
    names = header.stream().map(name -> Row.column(name.strip())).toList();
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw new ResultException(
            file + ":1: error: the column '" + names.get(i) + "' is there twice");
      }
    }
    List<String> needed = new ArrayList<>(roles.blocks());
    needed.add(roles.treatment());
    boolean tells = names.contains(Metric.PRIMARY);
    metric = roles.metric().isEmpty() && !tells ? Metric.USUAL : roles.metric();
    if (!metric.isEmpty()) {
      needed.add(metric);
    }
    for (String name : needed) {
      if (!names.contains(name)) {
        throw new ResultException(
            file + ":1: error: no column '" + name + "'." + Suggestion.of(name, names));
      }
    }
    parts = names.stream().map(this::part).toArray(Part[]::new);
  }

  private Part part(String name) {
    if (name.equals(roles.treatment()) || name.equals(roles.replicate())) {
      return Part.SETTING;
    } else if (name.equals(metric)) {
      return Part.METRIC;
    } else if (roles.blocks().contains(name)) {
      return Part.SETTING;
    }
    return switch (name) {
      case "run_id" -> Part.ID;
      case "status" -> Part.STATUS;
      case "failure" -> Part.FAILURE;
      case "" -> Part.UNUSED;
      default -> {
        if (FACTS.contains(name) || name.endsWith("_hash")) {
          yield Part.FACT;
        } else if (Metric.isMeasured(name)) {
          yield Part.METRIC;
        }
        yield roles.blocks().isEmpty() ? Part.SETTING : Part.UNUSED;
      }
    };
  }

  private void row(long line, String[] cells) {
    String id = file.getFileName() + ":" + line;
    String statusWord = "";
    String failure = "";
    SortedMap<String, String> settings = new TreeMap<>();
    SortedMap<String, Double> metrics = new TreeMap<>();
    SortedMap<String, String> facts = new TreeMap<>();
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i];
      if (!cell.isEmpty()) {
        switch (parts[i]) {
          case ID -> id = cell;
          case STATUS -> statusWord = cell;
          case FAILURE -> failure = cell;
          case SETTING -> settings.put(names.get(i), shared(cell));
          case METRIC -> metric(line, names.get(i), cell, metrics);
          case FACT -> facts.put(names.get(i), shared(cell));
          case UNUSED -> {}
        }
      }
    }
    String judged = metric.isEmpty() ? Metric.primary(facts).name() : metric;
    Double outcome = metrics.get(judged);
    Status status = status(line, statusWord, outcome);
    if (status != Status.OK && failure.isEmpty()) {
      failure = outcome == null ? "no " + judged : judged + " is " + outcome;
    }
    rows.add(new Row(id, status, failure, settings, metrics, facts));
  }

  /** Without a status the outcome tells: not a number is a divergence, nothing at all a failure. */
  private Status status(long line, String word, Double outcome) {
    if (word.isEmpty()) {
      if (outcome == null) {
        return Status.FAILED;
      }
      return Double.isFinite(outcome) ? Status.OK : Status.DIVERGED;
    }
    try {
      return Status.of(word);
    } catch (IllegalArgumentException e) {
      throw new ResultException(file + ":" + line + ": error: " + e.getMessage(), e);
    }
  }

  private void metric(long line, String name, String cell, SortedMap<String, Double> metrics) {
    try {
      metrics.put(name, number(cell.strip()));
    } catch (NumberFormatException e) {
      if (name.equals(metric)) {
        throw new ResultException(
            file + ":" + line + ": error: " + name + " must be a number, found '" + cell + "'", e);
      }
    }
  }

  private static double number(String cell) {
    return switch (cell) {
      case "nan", "NaN", "NAN", "NA" -> Double.NaN;
      case "inf", "Inf", "Infinity", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf", "-Inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(cell);
    };
  }

  /** The same few texts come in every row. */
  private String shared(String text) {
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
