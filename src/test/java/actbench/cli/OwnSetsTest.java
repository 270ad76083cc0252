package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data sets of the user's own, from the spec to the comparison. */
@Timeout(240)
final class OwnSetsTest {
  @TempDir Path folder;

  /** Two clouds of points on a line: below and above 10. */
  private static String points() {
    StringBuilder text = new StringBuilder("x,noise,side\n");
    for (int i = 0; i < 40; i++) {
      text.append(i % 2 == 0 ? 5 + i * 0.1 : 11 + i * 0.1)
          .append(",")
          .append(i % 7)
          .append(i % 2 == 0 ? ",low\n" : ",high\n");
    }
    return text.toString();
  }

  private Path spec(String file, String dataset, String... keys) throws IOException {
    return Files.writeString(
        folder.resolve(file),
        "dataset: %s\nmodel: mlp\ndepth: 1\nwidth: 8\nactivation: [relu, mish]\nepochs: 40\n%s\n"
            .formatted(dataset, String.join("\n", keys)),
        StandardCharsets.UTF_8);
  }

  private static List<String> ids(Path spec, String... more) {
    List<String> arguments = new ArrayList<>(List.of("plan", spec.toString(), "--format", "json"));
    arguments.addAll(List.of(more));
    CliResult result = CliResult.of(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isZero();
    List<String> ids = new ArrayList<>();
    for (JsonNode run : JsonMapper.shared().readTree(result.out()).get("runs")) {
      ids.add(run.get("id").stringValue());
    }
    return ids;
  }

  private String problem(Path spec, String... more) {
    List<String> arguments = new ArrayList<>(List.of("validate", spec.toString()));
    arguments.addAll(List.of(more));
    CliResult result = CliResult.of(arguments.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.out()).isEqualTo(ExitCode.USAGE);
    return result.err().replace(folder + "/", "").strip();
  }

  @Test
  void idsDependOnContentAndNotOnThePlace() throws IOException {
    Files.writeString(folder.resolve("points.csv"), points());
    Path spec = spec("a.yaml", "{csv: points.csv, target: side}");
    List<String> ids = ids(spec);
    Files.createDirectory(folder.resolve("sub"));
    Files.move(folder.resolve("points.csv"), folder.resolve("sub/renamed.csv"));
    assertThat(ids(spec("a.yaml", "\n  target: side\n  csv: sub/renamed.csv\n  test: 0.2")))
        .isEqualTo(ids);
    // From the command line a path starts at the working directory.
    assertThat(
            ids(spec, "--set", "dataset={csv: '%s'}".formatted(folder.resolve("sub/renamed.csv"))))
        .isEqualTo(ids);
    Path kept = Files.copy(spec, Files.createDirectory(folder.resolve("kept")).resolve("a.yaml"));
    assertThat(problem(kept))
        .isEqualTo(
            "kept/sub/renamed.csv: error: no such file; a path starts at the folder of the spec, and --set dataset.csv=PATH gives another");
    assertThat(ids(kept, "--set", "dataset.csv=" + folder.resolve("sub/renamed.csv")))
        .isEqualTo(ids);
    assertThat(ids(spec, "--set", "dataset.test=0.3")).isNotEqualTo(ids);
    assertThat(ids(spec, "--set", "dataset.split-seed=0,1")).hasSize(4).containsAll(ids);
    Files.writeString(folder.resolve("sub/renamed.csv"), points() + "99,1,high\n");
    assertThat(ids(spec)).doesNotContainAnyElementsOf(ids);
  }

  @Test
  void learnsFromATable() throws IOException {
    Files.writeString(folder.resolve("points.csv"), points());
    Path spec =
        spec(
            "own.yaml",
            "{csv: points.csv, target: side, validation: 0.1}",
            "normalization: standardize",
            "optimizer: {name: adam, learning-rate: 0.05}",
            "batch-size: 8");
    String results = folder.resolve("results").toString();
    CliResult run =
        CliResult.of("run", spec.toString(), "--results-dir", results, "--keep-models", "--quiet");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    Path own = Path.of(results, "own");
    assertThat(RunsCsv.numbers(own.resolve("runs.csv"), "test_accuracy")).containsExactly(1.0, 1.0);
    assertThat(Files.readString(own.resolve("runs.csv"), StandardCharsets.UTF_8))
        .containsPattern("points\\.csv \\(sha256 [0-9a-f]{12}\\)");
    assertThat(CliResult.of("compare", own.toString()).exitCode()).isZero();

    // Moved and done already: nothing is trained again.
    Files.createDirectory(folder.resolve("sub"));
    Files.move(folder.resolve("points.csv"), folder.resolve("sub/points.csv"));
    Files.move(spec, folder.resolve("sub/own.yaml"));
    CliResult plan =
        CliResult.of("plan", folder.resolve("sub/own.yaml").toString(), "--results-dir", results);
    assertThat(plan.out()).as(plan.err()).contains("All runs are done");

    // Changed: all is new.
    Files.writeString(folder.resolve("sub/points.csv"), points() + "99,1,high\n");
    plan =
        CliResult.of("plan", folder.resolve("sub/own.yaml").toString(), "--results-dir", results);
    assertThat(plan.out()).as(plan.err()).contains("2 runs to train");
  }

  @Test
  void refusesInTheSpecAndInTheFile() throws IOException {
    Files.writeString(folder.resolve("points.csv"), points());
    assertThat(problem(spec("a.yaml", "points.csv")))
        .isEqualTo(
            "a.yaml:1:10: error: 'points.csv' is no name; write it as {csv: \"points.csv\"}");
    assertThat(problem(spec("a.yaml", "{cvs: points.csv}")))
        .isEqualTo(
            "a.yaml:1:10: error: 'dataset' is a map without a 'name', 'csv', 'images', 'idx'. Did you mean 'csv'?");
    assertThat(problem(spec("a.yaml", "{csv: points.csv, targt: side}")))
        .isEqualTo(
            "a.yaml:1:28: error: 'csv' has no parameter 'targt'; expected one of target, as, header, ignore, separator, train, validation, test, split-seed. Did you mean 'target'?");
    assertThat(problem(spec("a.yaml", "{csv: points.csv, test: -1}")))
        .isEqualTo(
            "a.yaml:1:34: error: wrong value for 'test', found '-1'; expected a number above 0");
    assertThat(problem(spec("a.yaml", "{csv: points.csv, test: 40}")))
        .startsWith("a.yaml:1:16: error: data set 'points.csv': its 40 examples cannot give");
    assertThat(problem(spec("a.yaml", "{csv: points.csv, name: mnist}")))
        .isEqualTo("a.yaml:1:28: error: 'name' cannot stand beside 'csv'");
    assertThat(problem(spec("a.yaml", "{csv: [points.csv]}")))
        .startsWith("a.yaml:1:16: error: wrong value for 'csv', found a list");
    assertThat(problem(spec("a.yaml", "{csv: points.csv, target: sied}")))
        .isEqualTo(
            "points.csv:1:1: error: no column 'sied' for 'target'. Did you mean 'side'? Known: x, noise, side");
    assertThat(problem(spec("a.yaml", "{csv: /dev/zero}")))
        .isEqualTo("/dev/zero: error: is no plain file; expected a CSV file");
    assertThat(problem(spec("a.yaml", "{csv: \"a\\0b\"}"))).contains("error: no path");
    assertThat(problem(spec("a.yaml", "{csv: points.csv}", "early-stopping: validation-loss")))
        .contains("write the dataset as {csv: ..., validation: 0.1}");
    Files.copy(folder.resolve("points.csv"), folder.resolve("copy.csv"));
    assertThat(problem(spec("a.yaml", "[{csv: points.csv}, {csv: copy.csv}]")))
        .isEqualTo(
            "a.yaml:1:1: error: 'dataset' takes the same content twice: points.csv and copy.csv");
  }

  @Test
  void excludesByPath() throws IOException {
    Files.writeString(folder.resolve("a.csv"), points());
    Files.writeString(folder.resolve("b.csv"), points() + "99,1,high\n");
    Path spec =
        spec(
            "a.yaml",
            "[{csv: a.csv}, {csv: b.csv}]",
            "exclude: [{dataset: {csv: b.csv}, activation: mish}]");
    assertThat(ids(spec)).hasSize(3);
  }
}
