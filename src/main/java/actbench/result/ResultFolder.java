package actbench.result;

import actbench.grid.Plan;
import actbench.grid.PlanJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The layout of a results folder: which file has which name and form.
 *
 * @param path the folder, {@code results/<name>}
 */
public record ResultFolder(Path path) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public ResultFolder {
    Objects.requireNonNull(path, "path");
  }

  public Path journal() {
    return path.resolve(Journal.FILE);
  }

  public Path runsCsv() {
    return path.resolve("runs.csv");
  }

  public Path epochsCsv() {
    return path.resolve("epochs.csv");
  }

  public Path specYaml() {
    return path.resolve("spec.yaml");
  }

  public Path planJson() {
    return path.resolve("plan.json");
  }

  public Path environmentJson() {
    return path.resolve("environment.json");
  }

  public Path summaryMd() {
    return path.resolve("summary.md");
  }

  public Path summaryCsv() {
    return path.resolve("summary.csv");
  }

  /** The folder of what workers said, one file a run. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** The folder of trained networks; see {@link KeptModel#file}. */
  public Path models() {
    return path.resolve("models");
  }

  /** Whether at least one run is there. */
  public boolean hasRuns() {
    return Files.isRegularFile(runsCsv())
        || (Files.isRegularFile(journal()) && journal().toFile().length() > 0);
  }

  /** The results folders inside a folder that have at least one run, by name. */
  public static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(each -> new ResultFolder(each).hasRuns()).sorted().toList();
    }
  }

  /** Keeps a spec that gives these runs again. */
  public void writeSpec(String yaml) {
    AtomicFile.write(specYaml(), yaml);
  }

  public void writePlan(Plan plan) {
    AtomicFile.write(planJson(), PlanJson.write(plan));
  }

  /**
   * Keeps what the runs were made with: commit, JVM, libraries, processor, data checksums; and what
   * earlier ones were, where that was something else.
   */
  public void writeEnvironment(SortedMap<String, String> environment) {
    new EnvironmentFile(environmentJson()).write(environment);
  }

  /** What {@link #writeEnvironment} kept last; empty if there is nothing. */
  public SortedMap<String, String> readEnvironment() {
    return new EnvironmentFile(environmentJson()).read();
  }

  private static SortedMap<String, String> texts(Path file) {
    SortedMap<String, String> texts = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        MAPPER
            .readTree(text)
            .properties()
            .forEach(
                each ->
                    texts.put(
                        each.getKey(),
                        each.getValue().isString()
                            ? each.getValue().stringValue()
                            : each.getValue().toString()));
      } catch (IOException e) {
        throw new ResultException(file + ": error: cannot be read: " + AtomicFile.reason(e), e);
      } catch (JacksonException e) {
        throw new ResultException(file + ": error: not JSON: " + e.getOriginalMessage(), e);
      }
    }
    return texts;
  }

  /** How seeds were to be added until pairs are decided; written before the first look. */
  public Path sequentialJson() {
    return path.resolve("sequential.json");
  }

  /** What was seen at each look. */
  public Path looksCsv() {
    return path.resolve("looks.csv");
  }

  public void writeSequential(SortedMap<String, String> rule) {
    AtomicFile.write(sequentialJson(), MAPPER.writeValueAsString(rule) + "\n");
  }

  /** What {@link #writeSequential} kept; empty if there is nothing. */
  public SortedMap<String, String> readSequential() {
    return texts(sequentialJson());
  }

  public void writeLooks(String csv) {
    AtomicFile.write(looksCsv(), csv);
  }

  public void writeSummary(String markdown, String csv) {
    AtomicFile.write(summaryMd(), markdown);
    AtomicFile.write(summaryCsv(), csv);
  }

  /**
   * Rebuilds {@code runs.csv} and {@code epochs.csv} from results, in the order given.
   *
   * @param epochs has the epochs of a run; asked run by run, since those of all may not fit into
   *     memory
   */
  public void writeTables(List<RunResult> runs, Function<RunResult, List<EpochRecord>> epochs) {
    CsvTable.write(runsCsv(), RunColumns.of(runs), runs);
    CsvTable.write(
        epochsCsv(),
        List.of("run_id", "epoch", "metric", "value"),
        runs.stream().flatMap(run -> values(run.config().id(), epochs.apply(run))));
  }

  private static Stream<List<Object>> values(String run, List<EpochRecord> epochs) {
    return epochs.stream()
        .flatMap(
            record ->
                new TreeMap<>(record.values())
                    .entrySet().stream()
                        .map(
                            value ->
                                List.<Object>of(
                                    run, record.epoch(), value.getKey(), value.getValue())));
  }

  /**
   * Sets the results aside under the first number that is free, {@code journal-1.jsonl}, and what
   * was concluded from them or says how they came about, {@code sequential-1.json}: none of it is
   * true of other results.
   */
  void setAside() throws IOException {
    List<Path> files =
        List.of(
            journal(), environmentJson(), sequentialJson(), looksCsv(), summaryMd(), summaryCsv());
    int number = 1;
    while (anyExists(files, number)) {
      number++;
    }
    for (Path file : files) {
      if (Files.exists(file) && Files.size(file) > 0) {
        Files.move(file, numbered(file, number));
      }
    }
  }

  private static boolean anyExists(List<Path> files, int number) {
    return files.stream().anyMatch(file -> Files.exists(numbered(file, number)));
  }

  private static Path numbered(Path file, int number) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
  }

  /**
   * The results that belong to a plan, in its order; what the journal has from an earlier spec is
   * left where it is.
   */
  public static List<RunResult> inPlan(Plan plan, Map<String, RunResult> latest) {
    return plan.runs().stream().map(run -> latest.get(run.id())).filter(Objects::nonNull).toList();
  }
}
