package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Journal;
import actbench.result.ResultFolder;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {
  private record Outcome(int exitCode, String out, String err) {}

  @TempDir Path folder;

  @BeforeEach
  void writeResults() {
    try (Journal journal = Journal.open(folder)) {
      Runs.grid().forEach(journal::append);
    }
    new ResultFolder(folder).writeTables(Runs.grid(), RunResult::epochs);
  }

  private static Outcome compare(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Cli.run(command(args), new PrintWriter(out), new PrintWriter(err));
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  @Test
  void comparesAFolder() {
    Outcome outcome = compare(folder.toString(), "--by", "depth", "--baseline", "relu", "--all");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("mish has the best mean in 2.5 of 3 settings")
        .contains("By depth")
        .contains("vs relu");
  }

  @Test
  void givesTheSameFromCsvAlone() {
    String csv = new ResultFolder(folder).runsCsv().toString();
    // A table has no learning curves.
    assertThat(compare(csv, "--format", "csv").out())
        .isEqualTo(
            compare(folder.toString(), "--format", "csv")
                .out()
                .lines()
                .filter(line -> !line.startsWith("measure,"))
                .map(line -> line + "\n")
                .collect(Collectors.joining()));
  }

  @Test
  void comparesByOtherMetrics() {
    assertThat(compare(folder.toString(), "--metric", "test-loss", "--all").out())
        .contains("metric: test_loss, lower is better");
    assertThat(compare(folder.toString(), "--metric", "test_loss", "--higher-is-better").out())
        .contains("relu has the best mean in 3 of 3 settings");
  }

  @Test
  void takesTheTieBandInPoints() {
    assertThat(compare(folder.toString(), "--tie-band", "0.5", "--format", "md").out())
        .contains("no more than 0.50 points tie");
  }

  @Test
  void explainsWrongUse() {
    Path none = folder.resolve("none");
    assertThat(compare(none.toString()))
        .isEqualTo(
            new Outcome(
                2,
                "",
                none
                    + ": error: no such folder or file; expected a results folder or a CSV file"
                    + System.lineSeparator()));
    Path parent = folder.resolve("study");
    try (Journal journal = Journal.open(parent.resolve("depth"))) {
      Runs.grid().forEach(journal::append);
    }
    assertThat(compare(parent.toString()).err())
        .contains(
            "nor runs.csv; results lie in 1 folder inside: name one, such as "
                + parent.resolve("depth")
                + ", or "
                + parent.resolve("*")
                + " to put all together");
    assertThat(compare(folder.toString(), "--metric", "test_los").err())
        .startsWith("actbench: error: ")
        .contains(" has no metric 'test_los'. Did you mean 'test_loss'? It has: ");
    assertThat(compare(folder.toString(), "--baseline", "rely").exitCode()).isEqualTo(2);
    assertThat(compare(folder.toString(), "--tie-band", "-1").exitCode()).isEqualTo(2);
    assertThat(compare(folder.toString(), "--tie-band", "NaN").exitCode()).isEqualTo(2);
    assertThat(compare().exitCode()).isEqualTo(2);
    assertThat(compare(folder.toString(), "--format", "pdf").exitCode()).isEqualTo(2);
    assertThat(compare(folder.toString(), "--lower-is-better", "--higher-is-better").exitCode())
        .isEqualTo(2);
  }

  private static String[] command(String... args) {
    return Stream.concat(Stream.of("compare"), Stream.of(args)).toArray(String[]::new);
  }
}
