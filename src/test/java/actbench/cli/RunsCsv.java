package actbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads {@code runs.csv} for tests. */
final class RunsCsv {
  /** What differs between two goes of one run. */
  private static final Set<String> CLOCKS =
      Set.of("seconds", "images_per_second", "peak_memory_bytes", "started_at");

  private RunsCsv() {}

  private static CSVParser parser(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    return CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), format);
  }

  /** A column of numbers, row by row. */
  static List<Double> numbers(Path file, String column) throws IOException {
    try (CSVParser parser = parser(file)) {
      return parser.stream().map(row -> Double.parseDouble(row.get(column))).toList();
    }
  }

  /** Each run's row by its id, without what the clock and the machine's load decide. */
  static Map<String, String> outcomes(Path file) throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    try (CSVParser parser = parser(file)) {
      List<String> columns =
          parser.getHeaderNames().stream().filter(name -> !CLOCKS.contains(name)).toList();
      for (CSVRecord row : parser) {
        String text =
            columns.stream().map(column -> column + "=" + row.get(column)).toList().toString();
        if (outcomes.put(row.get("run_id"), text) != null) {
          throw new AssertionError(row.get("run_id") + " is there twice");
        }
      }
    }
    return outcomes;
  }
}
