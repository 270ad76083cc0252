package actbench.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A grid whose epochs take more memory than there is. */
final class LargeGridTest {
  @TempDir Path folder;

  /** Writes a journal whose epochs do not fit into memory, and the tables of it. */
  static final class Large {
    private static final int RUNS = 60;
    private static final int EPOCHS = 500;

    private Large() {}

    public static void main(String[] args) {
      Path folder = Path.of(args[0]);
      try (Journal journal = Journal.open(folder)) {
        for (int seed = 1; seed <= RUNS; seed++) {
          List<EpochRecord> epochs = new ArrayList<>();
          for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            TreeMap<String, Double> values = new TreeMap<>();
            for (int value = 0; value < 9; value++) {
              values.put("validation_value_" + value, 1.0 / (seed + epoch + value));
            }
            epochs.add(new EpochRecord(epoch, values));
          }
          RunResult run = Runs.ok("mish", 15, seed, 0.9);
          journal.append(
              new RunResult(run.config(), run.status(), "", run.metrics(), run.facts(), epochs));
        }
      }
      try (Journal journal = Journal.open(folder)) {
        new ResultFolder(folder)
            .writeTables(
                List.copyOf(journal.latest().values()), run -> journal.epochs(run.config().id()));
      }
    }
  }

  @Test
  void writesMoreEpochsThanFitIntoMemory() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Large.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    try (var rows = Files.lines(folder.resolve("epochs.csv"))) {
      assertThat(rows).hasSize(1 + Large.RUNS * Large.EPOCHS * 9);
    }
  }
}
