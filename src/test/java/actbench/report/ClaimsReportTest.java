package actbench.report;

import static actbench.claims.StudyRuns.depth;
import static org.assertj.core.api.Assertions.assertThat;

import actbench.claims.ClaimCatalog;
import actbench.claims.ClaimCheck;
import actbench.claims.ClaimChecker;
import actbench.claims.StudyRuns;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        .contains("0 confirmed, 0 not refuted, 2 contradicted; the other 2890 are not tested")
        .contains(
            "- Contradicted: mnist depth-net: mish - relu, depth=15: published +1.23 ± 0.15, here"
                + " -1.00 (-1.")
        .contains("## What is not tested, and why")
        .contains("other data");
    assertThat(text.indexOf("- Contradicted")).isLessThan(text.indexOf("## mnist depth-net"));
  }

  @Test
  void saysHowManyIntervalsMayMiss() {
    assertThat(ClaimsReport.write("x", reversed(), Format.MD))
        .contains("of 2 intervals at 95 % about 1 may miss by chance alone");
    List<ClaimCheck> single =
        ClaimChecker.check(StudyRuns.some(), ClaimCatalog.claims()).stream()
            .filter(check -> check.claim().value().equals("25"))
            .toList();
    assertThat(ClaimsReport.write("x", single, Format.MD))
        .contains("No answer has an interval yet")
        .doesNotContain("| interval |");
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
