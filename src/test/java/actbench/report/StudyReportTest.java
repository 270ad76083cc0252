package actbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.claims.ClaimCatalog;
import actbench.claims.Reproduction;
import actbench.claims.StudyRuns;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

final class StudyReportTest {
  @ParameterizedTest
  @MethodSource("actbench.report.Golden#cases")
  void matchesTheGoldenFiles(Locale locale, Format format) throws IOException {
    Golden.under(
        locale,
        () -> {
          Golden.check("study." + format.word(), Samples.study(format));
        });
  }

  @Test
  void countsWhatWasRun() {
    String text =
        StudyReport.write(
            "results/study",
            new TreeMap<>(StudyRuns.some()),
            Reproduction.of(StudyRuns.some(), ClaimCatalog.published()),
            ClaimCatalog.criteria(),
            Format.MD);
    assertThat(text)
        .contains("Wins published: relu 1, swish 1, mish 2, beta-mish 5.")
        .contains("Mish ahead of relu: published 58 of 75; here not run.")
        .contains("Rows with runs here: 2 of 191: 1 full, 1 small.")
        .contains("Mish ahead of relu: published 11 of 11; here 2 of 2.")
        .contains("diverged 1 of 1")
        .contains("| depth-mnist-small | mnist (canonical) | 4 | 3 | 1 | 0 |");
    // Published: 15 layers, 0.1 and 10, 100 units are not what the article claims.
    assertThat(text)
        .contains(
            "| over swish | Mish wins, it is said | published, claimed | published,"
                + " elsewhere | here, claimed | here, elsewhere | runs here |")
        .contains("| number of layers | more than 15 | 10 of 10 | 1 of 1 | not run | not run |")
        .contains(
            "| number of layers | more than 15 | 10 of 10 | 1 of 1 | 1 of 1 | 1 of 1 | 1 full, 1 small |")
        .contains("| optimizer | all but Nadam | 11 of 15 | 1 of 2 | not run | not run |")
        .contains("| learning rate | below 0.1 or 1 | 7 of 10 | 0 of 4 | not run | not run |")
        .contains("| initializer | all but random-normal | 17 of 18 | 1 of 2 |")
        .contains("| dense units | more than 100 | 6 of 6 | 1 of 2 |")
        .contains("| mixup | all | 4 of 4 | - | not run | - | not run |");
  }

  @Test
  void drawsFiguresThatStandAlone() throws Exception {
    Map<String, String> files =
        StudyReport.figures(Samples.reproduced(Set.of("depth", "batch-size")));
    assertThat(files).containsOnlyKeys("depth.svg", "batch-size.svg");
    var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (String file : files.values()) {
      parser.parse(new InputSource(new StringReader(file)));
      assertThat(file)
          .contains("fill=\"#fff\"", "swish, published")
          .doesNotContain("NaN", "var(", "class=");
    }
    // Two functions at two depths here; where nothing was run there are the published lines alone.
    assertThat(files.get("depth.svg").split("fill-opacity=\"1.00\"", -1)).hasSize(1 + 2 + 3);
    assertThat(files.get("batch-size.svg")).doesNotContain("fill-opacity=\"1.00\"");
    assertThat(files.get("batch-size.svg"))
        .contains(
            ">Thin lines: published, 50 epochs, one run each.<", "Nothing was run here yet.<");
    // The face says how the runs were made and what bars are; the description has the numbers.
    assertThat(files.get("depth.svg").replaceAll("</text>\\s*<text[^>]*>", " "))
        .contains(
            ">Thin lines: published, 10 epochs, one run each.",
            "Marks: runs here, at 15: full, 10 epochs, 2 seeds; at 25: small, 10 epochs, 100"
                + " training images, 1 seed.",
            "Bars: ±1 SD of 2 seeds.<")
        .contains("mish, here: 98.28 at 15, 70.00 at 25.</desc>");
    assertThat(files.values()).noneMatch(file -> file.contains("table below"));
  }
}
