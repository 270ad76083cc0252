package actbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Question;
import actbench.result.Metric;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.RunResult;
import actbench.result.Runs;
import actbench.result.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class ReportTest {
  private static final Metric ACCURACY = Metric.named("test_accuracy");

  @TempDir Path folder;

  /** A grid with a diverged run, a failed one, one that is missing and a part table. */
  static Comparison mixed() {
    List<RunResult> runs = new ArrayList<>(Runs.grid());
    runs.set(0, RunResult.without(runs.get(0).config(), Status.CRASHED, "killed by signal 9"));
    runs.set(19, Runs.diverged("relu", 21, 2));
    Rows rows = Runs.rows("mnist-depth", runs);
    return Comparer.compare(
        new Rows("mnist-depth", rows.rows(), List.of("t-relu-d24-s1"), 0),
        new Question("activation", "seed", ACCURACY, 0.001, "", 0, "depth"));
  }

  private static Comparison plain() {
    return Comparer.compare(
        Runs.rows("mnist-depth", Runs.grid()),
        new Question("activation", "seed", Metric.named("test_loss"), 0, "relu", 0, ""));
  }

  /** All names are attacks. */
  static Comparison hostile() {
    List<RunResult> runs = new ArrayList<>();
    List<String> names =
        List.of("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "a|b\n# c\u001b[31m`x`*y*_z_");
    for (int i = 0; i < names.size(); i++) {
      runs.add(Runs.ok(names.get(i), 15, 1, 0.5 + i * 0.1));
    }
    runs.add(
        RunResult.without(
            Runs.config("x\u001b]0;title\u0007\u202e", 15, 1),
            Status.FAILED,
            "[link](javascript:alert(1)) ![i](x) \\ <b> & $x_1$"));
    return Comparer.compare(
        Runs.rows("@name\r\nsecond \"line\", \u2028", runs), Question.about(ACCURACY));
  }

  @ParameterizedTest
  @MethodSource("actbench.report.Golden#cases")
  void matchesTheGoldenFiles(Locale locale, Format format) throws IOException {
    Golden.under(
        locale,
        () -> {
          Golden.check("mixed." + format.word(), Report.write(mixed(), format));
          Golden.check("plain." + format.word(), Report.write(plain(), format));
          Golden.check("hostile." + format.word(), Report.write(hostile(), format));
          Golden.check("mixed.brief", Report.brief(mixed(), 80, "hint"));
          Golden.check("plain.brief", Report.brief(plain(), 80, "hint"));
          Golden.check("hostile.brief", Report.brief(hostile(), 80, "hint"));
        });
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void obeysNoControlCharacters(Format format) {
    assertThat(Report.write(hostile(), format).replace("\r\n", "\n"))
        .doesNotContainPattern("[\\p{Cntrl}&&[^\\n\\r]]")
        .endsWith("\n");
  }

  @Test
  void keepsTextWithinHundredColumns() {
    List<RunResult> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (int depth = 15; depth < 18; depth++) {
        runs.add(Runs.ok("activation-" + i, depth, 1, i / 20.0));
        runs.add(Runs.ok("activation-" + i, depth, 2, i / 21.0));
      }
    }
    String text =
        Report.write(
            Comparer.compare(Runs.rows("wide", runs), Question.about(ACCURACY)), Format.TEXT);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(101));
    assertThat(text).contains("activation-11");
  }

  @Test
  void writesMarkdownTablesWithEqualColumns() {
    Report.write(hostile(), Format.MD)
        .lines()
        .filter(line -> line.startsWith("| "))
        .forEach(line -> assertThat(line).endsWith(" |").doesNotContain("<"));
  }

  @Test
  void writesJsonThatReads() {
    var json = JsonMapper.shared().readTree(Report.write(hostile(), Format.JSON));
    assertThat(json.get("standings").get(0).get("treatment").stringValue()).contains("\u001b");
    assertThat(json.get("left_out")).hasSize(1);
  }

  @Test
  void writesCsvThatReadsBack() throws IOException {
    Path file = folder.resolve("summary.csv");
    Files.writeString(file, Report.write(hostile(), Format.CSV), UTF_8);
    Rows rows =
        actbench.result.ResultReader.read(
            List.of(file),
            new actbench.result.Roles("treatment", "none", "mean", List.of("table", "scope")));
    assertThat(rows.rows())
        .extracting(Row::settings)
        .anyMatch(settings -> "=cmd|' /C calc'!A0".equals(settings.get("treatment")));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void neverClaimsMoreThanTheSeedsAllow(int seeds) {
    List<RunResult> runs = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      runs.add(Runs.ok("mish", 15, seed, 0.9));
      runs.add(Runs.ok("relu", 15, seed, 0.8));
    }
    assertThat(
            Report.write(
                Comparer.compare(Runs.rows("x", runs), Question.about(ACCURACY)), Format.MD))
        .contains(
            seeds == 1
                ? "with 1 seed a setting, chance alone can decide any of them."
                : "with 2 seeds a setting, small differences may be chance.");
  }
}
