package actbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Journal;
import actbench.result.ResultFolder;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void writeResults() {
    try (Journal journal = Journal.open(folder)) {
      Runs.grid().forEach(journal::append);
    }
    new ResultFolder(folder).writeEnvironment(new TreeMap<>(Map.of("jvm", "17.0.15")));
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int report(String... args) {
    return Cli.run(command(args), new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void writesHtmlIntoTheFolder() throws IOException {
    assertThat(report(folder.toString())).isZero();
    assertThat(out.toString()).startsWith("Report written to " + folder.resolve("report.html"));
    assertThat(Files.readString(folder.resolve("report.html"), UTF_8))
        .contains("Learning curves", "17.0.15", "Quality against cost", "</html>");
  }

  /** Mish ran with another version of the program, in one seed or in all. */
  private String withAnotherVersion(long seeds) throws IOException {
    Path results = folder.resolve("versions" + seeds);
    try (Journal journal = Journal.open(results)) {
      for (RunResult run : Runs.grid()) {
        boolean other =
            run.config().label("activation").equals("mish") && run.config().seed() <= seeds;
        SortedMap<String, String> facts = new TreeMap<>(run.facts());
        facts.put("git_commit", other ? "b" : "a");
        journal.append(
            new RunResult(
                run.config(), run.status(), run.failure(), run.metrics(), facts, run.epochs()));
      }
    }
    Path file = folder.resolve(seeds + ".md");
    assertThat(report(results.toString(), "-o", file.toString(), "--format", "md")).isZero();
    return Files.readString(file, UTF_8);
  }

  @Test
  void comparesTimesUnderEqualConditionsOnly() throws IOException {
    assertThat(withAnotherVersion(1))
        .contains("Times are compared in 6 of 9 groups of one setting and seed: only there did all")
        .contains("Left out: 3 for version.")
        .contains("seconds a run");
    assertThat(withAnotherVersion(3))
        .contains("No times are compared: in none of the 9 groups of one setting and seed did all")
        .contains("Left out: 9 for version.")
        .doesNotContain("seconds a run");
  }

  @Test
  void writesOtherFormatsWhereAsked() throws IOException {
    Path file = folder.resolve("sub/table.tex");
    assertThat(report(folder.toString(), "-o", file.toString(), "--format", "latex")).isZero();
    assertThat(Files.readString(file, UTF_8)).contains("\\toprule");
    Path markdown = folder.resolve("table.md");
    assertThat(report(folder.toString(), "-o", markdown.toString())).isZero();
    assertThat(Files.readString(markdown, UTF_8)).startsWith("# ");
    assertThat(report(folder.toString(), "--format", "latex")).isZero();
    assertThat(folder.resolve("report.tex")).exists();
  }

  @Test
  void neverPutsSeveralResultsIntoTheReportOfOne() throws IOException {
    Path other = folder.resolve("other");
    try (Journal journal = Journal.open(other)) {
      Runs.grid().forEach(journal::append);
    }
    assertThat(report(folder.toString(), other.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("one report of several results; expected -o FILE");
    assertThat(folder.resolve("report.html")).doesNotExist();
    Path both = folder.resolve("both.html");
    assertThat(report(folder.toString(), other.toString(), "-o", both.toString())).isZero();
    assertThat(both).isNotEmptyFile();
  }

  @Test
  void writesSingleFigures() throws IOException {
    assertThat(report(folder.toString(), "--figure", "list")).isZero();
    assertThat(out.toString()).contains("ranks: Critical-difference diagram", "sweep-depth: ");
    Path svg = folder.resolve("ranks.svg");
    assertThat(report(folder.toString(), "--figure", "ranks", "-o", svg.toString())).isZero();
    assertThat(Files.readString(svg, UTF_8)).startsWith("<svg ").endsWith("</svg>\n");
    Path png = folder.resolve("depth.PNG");
    assertThat(report(folder.toString(), "--figure", "sweep-depth", "-o", png.toString())).isZero();
    assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1280);
  }

  @Test
  void refusesUnknownFiguresAndEndings() {
    Path pdf = folder.resolve("ranks.pdf");
    assertThat(report(folder.toString(), "--figure", "rank", "-o", pdf.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("unknown figure 'rank'. Did you mean 'ranks'? Known: cost, ");
    assertThat(report(folder.toString(), "--figure", "ranks", "-o", pdf.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("expected a name ending in .svg or .png");
    assertThat(pdf).doesNotExist();
  }

  @Test
  void explainsWrongUse() {
    assertThat(report(folder.resolve("none").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("no such folder or file");
  }

  private static String[] command(String... args) {
    return Stream.concat(Stream.of("report"), Stream.of(args)).toArray(String[]::new);
  }
}
