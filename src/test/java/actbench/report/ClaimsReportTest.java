package actbench.report;

import static actbench.claims.StudyRuns.depth;
import static org.assertj.core.api.Assertions.assertThat;

import actbench.claims.ClaimCatalog;
import actbench.claims.ClaimCheck;
import actbench.claims.ClaimChecker;
import actbench.claims.StudyRuns;
import actbench.result.Row;
import actbench.result.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ClaimsReportTest {
  private static final String HOSTILE = "<script>alert(1)</script>\\end{document}|`x`";

  private static List<ClaimCheck> reversed() {
    return ClaimChecker.check(
        Map.of(
            "x",
            StudyRuns.rows(
                depth("mnist", 10, 15, "relu", 1, 0.990),
                depth("mnist", 10, 15, "relu", 2, 0.991),
                depth("mnist", 10, 15, "relu", 3, 0.992),
                depth("mnist", 10, 15, "mish", 1, 0.980),
                depth("mnist", 10, 15, "mish", 2, 0.9811),
                depth("mnist", 10, 15, "mish", 3, 0.9819))),
        ClaimCatalog.claims());
  }

  @ParameterizedTest
  @MethodSource("actbench.report.Golden#cases")
  void matchesTheGoldenFiles(Locale locale, Format format) throws IOException {
    Golden.under(
        locale,
        () -> {
          Golden.check("claims." + format.word(), Samples.claims(format));
          Golden.check("claim-list." + format.word(), Samples.claimList(format));
        });
  }

  @Test
  void saysFirstWhatIsContradicted() {
    String text = ClaimsReport.write("x", reversed(), Format.MD);
    assertThat(text)
        .contains(
            "These results touch 2 of 2885 published claims with 1 set of runs: 0 confirmed, 2"
                + " contradicted (2 full; 1 set of runs), 0 not refuted; the other 2883 are not"
                + " tested. 2 verdicts say that a difference lies beyond chance; 2 of them (1 set of"
                + " runs) survive the adjustment for all tests (Benjamini and Hochberg, 5 %). Of 1"
                + " distinct test chance alone would find a difference in 0.1 on average.")
        .contains(
            "- Contradicted: mnist depth-net: mish - relu, depth=15: published +1.23 ± 0.15, here"
                + " -1.00 (-1.")
        .contains("## What is not tested, and why")
        .contains("other data");
    assertThat(text.indexOf("- Contradicted")).isLessThan(text.indexOf("## mnist depth-net"));
  }

  @Test
  void leavesOutWhatSingleRunsDoNotHave() {
    assertThat(ClaimsReport.write("x", reversed(), Format.MD)).contains("| adjusted p |");
    List<ClaimCheck> single =
        ClaimChecker.check(StudyRuns.some(), ClaimCatalog.claims()).stream()
            .filter(check -> check.claim().value().equals("25"))
            .toList();
    assertThat(ClaimsReport.write("x", single, Format.MD))
        .contains("No answer has an interval yet")
        .doesNotContain("| interval |", "adjusted p", "adjustment");
  }

  /** Two differences clear of chance by themselves, but not among eleven. */
  @Test
  void saysWhenNothingSurvivesAmongSoMany() {
    Map<String, Rows> grids = new TreeMap<>();
    for (int depth = 15; depth <= 25; depth++) {
      List<Row> rows = new ArrayList<>();
      for (int seed = 1; seed <= 3; seed++) {
        double lead = depth == 15 ? 0.01 : 0;
        rows.add(depth("mnist", 10, depth, "relu", seed, 0.9));
        rows.add(depth("mnist", 10, depth, "mish", seed, 0.9 + lead + 0.003 * (seed - 2)));
      }
      grids.put("depth " + depth, StudyRuns.rows(rows.toArray(Row[]::new)));
    }
    assertThat(ClaimsReport.write("x", ClaimChecker.check(grids, ClaimCatalog.claims()), Format.MD))
        .contains(
            "2 verdicts say that a difference lies beyond chance; none survives the adjustment for"
                + " all tests")
        .contains("Of 11 distinct tests chance alone would find a difference in 0.6 on average.");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void keepsHostileNamesHarmless(Format format) {
    String text = ClaimsReport.write(HOSTILE, reversed(), format);
    if (format == Format.HTML) {
      assertThat(text).doesNotContain("<script>");
    }
    if (format == Format.LATEX) {
      assertThat(text.split("\\\\end\\{document\\}", -1)).hasSize(2);
    }
    assertThat(text).contains("contradicted");
  }
}
