package actbench.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads results back: results folders by their journal, any tidy CSV file by its heading. Takes no
 * lock, so it may look on while runs go on.
 */
public final class ResultReader {
  private ResultReader() {}

  /**
   * The rows of all sources together. A run that several sources have counts once, the first {@code
   * ok} row of it, else the last.
   *
   * @param sources results folders and CSV files, at least one
   * @throws ResultException if a source is missing, damaged or has no rows
   */
  public static Rows read(List<Path> sources, Roles roles) {
    Map<String, Row> rows = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    Set<String> unplanned = new HashSet<>();
    int seen = 0;
    for (Path source : sources) {
      Collection<Row> part = rowsOf(source, roles, missing, unplanned);
      if (part.isEmpty() && missing.isEmpty()) {
        throw new ResultException(source + ": error: no runs in it yet");
      }
      seen += part.size();
      for (Row row : part) {
        Row before = rows.get(row.id());
        if (before == null || before.status() != Status.OK) {
          rows.put(row.id(), row);
        }
      }
    }
    missing.removeAll(rows.keySet());
    unplanned.removeAll(rows.keySet());
    if (rows.isEmpty()) {
      throw new ResultException(sources.get(0) + ": error: no run has finished yet");
    }
    String name = sources.stream().map(ResultReader::name).collect(Collectors.joining(" + "));
    return new Rows(
        name,
        List.copyOf(rows.values()),
        List.copyOf(missing),
        seen - rows.size(),
        unplanned.size());
  }

  private static Collection<Row> rowsOf(
      Path source, Roles roles, Set<String> missing, Set<String> unplanned) {
    if (!Files.exists(source)) {
      throw new ResultException(
          source + ": error: no such folder or file; expected a results folder or a CSV file");
    }
    if (!Files.isDirectory(source)) {
      return CsvRows.read(source, roles);
    }
    ResultFolder folder = new ResultFolder(source);
    if (Files.exists(folder.journal())) {
      Map<String, RunResult> latest = JournalLines.read(folder.journal(), false).latest();
      List<RunResult> planned = planned(folder, latest, missing);
      latest.values().stream()
          .filter(run -> run.status().isFinished())
          .map(run -> run.config().id())
          .forEach(unplanned::add);
      planned.forEach(run -> unplanned.remove(run.config().id()));
      return planned.stream().map(Row::of).toList();
    }
    if (Files.exists(folder.runsCsv())) {
      return CsvRows.read(folder.runsCsv(), roles);
    }
    throw new ResultException(
        source
            + ": error: not a results folder: it has neither journal.jsonl nor runs.csv"
            + inside(source));
  }

  /** Whoever names the folder above learns what to name instead. */
  private static String inside(Path source) {
    try {
      List<Path> folders = ResultFolder.inside(source);
      if (folders.isEmpty()) {
        return "";
      }
      return "; results lie in %d folders inside: name one, such as %s, or %s to put all together"
          .formatted(folders.size(), folders.get(0), source.resolve("*"))
          .replace(" 1 folders ", " 1 folder ");
    } catch (IOException e) {
      // What is not a results folder may be closed to us too; the message does without.
      return "";
    }
  }

  /**
   * The runs of a results folder, epochs included, in the order of its plan if it has one.
   *
   * @throws ResultException if the folder has no journal or a damaged one
   */
  public static List<RunResult> runs(Path source) {
    ResultFolder folder = new ResultFolder(source);
    if (!Files.exists(folder.journal())) {
      throw new ResultException(source + ": error: not a results folder: it has no journal.jsonl");
    }
    return planned(
        folder, JournalLines.read(folder.journal(), true).latest(), new LinkedHashSet<>());
  }

  /** Keeps to the plan: a journal may hold runs of an earlier form of the spec. */
  private static List<RunResult> planned(
      ResultFolder folder, Map<String, RunResult> latest, Set<String> missing) {
    if (!Files.exists(folder.planJson())) {
      return List.copyOf(latest.values());
    }
    List<RunResult> runs = new ArrayList<>();
    for (String id : planIds(folder.planJson())) {
      RunResult run = latest.get(id);
      if (run == null) {
        missing.add(id);
      } else {
        runs.add(run);
      }
    }
    return runs;
  }

  private static List<String> planIds(Path file) {
    try {
      JsonNode plan = JsonMapper.shared().readTree(Files.readString(file, StandardCharsets.UTF_8));
      List<String> ids = new ArrayList<>();
      for (JsonNode run : plan.path("runs")) {
        ids.add(run.path("id").stringValue());
      }
      return ids;
    } catch (IOException e) {
      throw new ResultException(file + ": error: cannot be read: " + AtomicFile.reason(e), e);
    } catch (JacksonException e) {
      throw new ResultException(file + ": error: not a plan: " + e.getOriginalMessage(), e);
    }
  }

  private static String name(Path source) {
    Path last = source.toAbsolutePath().normalize().getFileName();
    String name = last == null ? source.toString() : last.toString();
    return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
  }
}
