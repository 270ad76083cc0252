package actbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import actbench.claims.ClaimCatalog;
import actbench.report.Tool.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles documents where LaTeX is installed. */
final class LatexTest {
  @TempDir Path folder;

  private Outcome compile(String latex) throws IOException, InterruptedException {
    Optional<String> pdflatex = Tool.find(List.of("pdflatex"));
    assumeTrue(pdflatex.isPresent(), "no pdflatex on the path");
    Files.writeString(folder.resolve("report.tex"), latex, StandardCharsets.UTF_8);
    return Tool.run(
        folder,
        List.of(
            pdflatex.orElseThrow(), "-halt-on-error", "-interaction=nonstopmode", "report.tex"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "mixed", "hostile", "claims", "claim-list", "study"})
  void compilesEveryDocument(String name) throws Exception {
    Outcome outcome = compile(Samples.documents(Format.LATEX).get(name));
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("Output written on report.pdf");
  }

  /** The list of claims has thousands of rows and must not run off its page. */
  @Test
  void breaksLongTablesAcrossPages() throws Exception {
    String list =
        ClaimsReport.list(
            ClaimCatalog.claims().subList(0, 200), ClaimCatalog.corrections(), Format.LATEX);
    Outcome outcome = compile(list);
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(outcome.out()).doesNotContain("Overfull \\vbox");
    Matcher pages = Pattern.compile("\\(([0-9]+) pages").matcher(outcome.out());
    assertThat(pages.find()).as(outcome.out()).isTrue();
    assertThat(Integer.parseInt(pages.group(1))).isGreaterThanOrEqualTo(5);
  }

  @Test
  void wouldNoticeWhatLatexObeys() throws Exception {
    String broken = Samples.full(Format.LATEX).replace("\\begin{document}", "\\begin{document}a_b");
    assertThat(compile(broken).exitCode()).isNotZero();
  }
}
