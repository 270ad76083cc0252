package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills the program and its workers in mid-run, and looks whether anything is lost or counted
 * twice.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(400)
final class KillTest {
  private static final int KILLS = 6;

  private static final String SPEC =
      """
      name: grid
      dataset: {name: digits, train: 400, test: 100}
      model: mlp
      depth: 1
      width: 8
      learning-rate: 0.1
      batch-size: 16
      activation: [relu, mish]
      epochs: 40
      seeds: 4
      """;

  @TempDir Path folder;

  @Test
  void losesAtMostTheRunInProgressHoweverOftenItIsKilled() throws Exception {
    Process whole = start("undisturbed");
    assertThat(whole.waitFor()).isZero();
    Map<String, String> undisturbed = RunsCsv.outcomes(folder.resolve("undisturbed/grid/runs.csv"));

    Random random = new Random(20);
    Path journal = folder.resolve("killed/grid/journal.jsonl");
    long before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start("killed");
      boolean ended = process.waitFor(1500 + random.nextInt(5000), TimeUnit.MILLISECONDS);
      List<ProcessHandle> workers = process.descendants().toList();
      if (!ended && kill % 3 == 2 && !workers.isEmpty()) {
        workers.get(0).destroyForcibly();
        process.waitFor(2, TimeUnit.SECONDS);
      }
      process.destroyForcibly().waitFor();
      for (ProcessHandle worker : workers) {
        worker.onExit().get(20, TimeUnit.SECONDS);
      }
      long rows = rows(journal);
      assertThat(rows).as("rows are never lost").isGreaterThanOrEqualTo(before);
      before = rows;
    }
    Process last = start("killed", "--retry-failed");
    assertThat(last.waitFor()).isZero();
    assertThat(RunsCsv.outcomes(folder.resolve("killed/grid/runs.csv"))).isEqualTo(undisturbed);
  }

  /**
   * Ctrl-C signals all processes that the terminal started, a closed terminal and a shutdown too:
   * workers must not answer for themselves.
   */
  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  @EnabledOnOs(OS.LINUX)
  void endsInAnOrderlyWayWhenTheWholeGroupIsSignalled(String signal, int code) throws Exception {
    Path log = folder.resolve("stopped.log");
    List<String> command = new ArrayList<>();
    // The build may itself run with these signals ignored, and children inherit that.
    command.addAll(List.of("env", "--default-signal=HUP,INT,TERM", "setsid"));
    command.addAll(command("stopped", "--set", "epochs=100"));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Path journal = folder.resolve("stopped/grid/journal.jsonl");
    while (rows(journal) < 1 && process.isAlive()) {
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    List<ProcessHandle> workers = process.descendants().toList();
    assertThat(workers).as(Files.readString(log)).isNotEmpty();
    new ProcessBuilder("kill", "-" + signal, "--", "-" + process.pid()).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(code);
    for (ProcessHandle worker : workers) {
      worker.onExit().get(20, TimeUnit.SECONDS);
    }
    assertThat(Files.readString(log))
        .containsOnlyOnce("Stopped. ")
        .contains(" of 8 runs are done and safe in ", "the same command goes on from there.")
        .doesNotContain("\tat ", "crashed", "failed");
    assertThat(Files.readString(journal).lines())
        .as("a stopped run leaves no row")
        .isNotEmpty()
        .allMatch(line -> line.startsWith("{\"status\":\"ok\""));
    assertThat(RunsCsv.outcomes(folder.resolve("stopped/grid/runs.csv"))).isNotEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void stopsWithWhatIsSafeWhenNothingMoreCanBeWritten() throws Exception {
    List<String> command = new ArrayList<>();
    // A limit on the size of files (in 512 bytes) is a full disk for the journal after some runs.
    command.addAll(List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"));
    command.addAll(command("full"));
    command.add(command.indexOf("-cp"), "-XX:-UsePerfData");
    command.add(command.indexOf("-cp"), "-Dactbench.save.tries=1");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    assertThat(said)
        .contains(
            "journal.jsonl: error: cannot be written: ", "Stopped. ", "runs are done and safe in ")
        .doesNotContain("\tat ");
    Matcher elsewhere = Pattern.compile("is in (\\S+); add that line").matcher(said);
    assertThat(elsewhere.find()).as(said).isTrue();
    Files.delete(Path.of(elsewhere.group(1)));
    long safe = rows(folder.resolve("full/grid/journal.jsonl"));
    assertThat(safe).isBetween(1L, 7L);
    assertThat(said).contains("Stopped. " + safe + " of 8 runs");
    assertThat(start("full").waitFor()).isZero();
    assertThat(RunsCsv.outcomes(folder.resolve("full/grid/runs.csv"))).hasSize(8);
  }

  private Process start(String results, String... options) throws IOException {
    return new ProcessBuilder(command(results, options))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(results + ".log").toFile()))
        .start();
  }

  private List<String> command(String results, String... options) throws IOException {
    Path spec = folder.resolve("grid.yaml");
    Files.writeString(spec, SPEC, StandardCharsets.UTF_8);
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "run",
                    spec.toString(),
                    "--results-dir",
                    folder.resolve(results).toString(),
                    "--threads",
                    "1",
                    "--jobs",
                    "2"),
                Stream.of(options))
            .toArray(String[]::new);
    return ChildJvm.of(List.of(), arguments).command();
  }

  private static long rows(Path journal) throws IOException {
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(journal)) {
      return lines.count();
    }
  }
}
