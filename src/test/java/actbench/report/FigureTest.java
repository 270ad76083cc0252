package actbench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.Progress;
import actbench.compare.Question;
import actbench.result.Metric;
import actbench.result.Rows;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

final class FigureTest {
  private static final Metric ACCURACY = Metric.named("test_accuracy");
  private static final String ATTACK = "<script>alert(1)</script>\"'&\u001b[31m\n=cmd()";

  private static Evidence evidence(List<RunResult> runs, Comparison comparison) {
    Rows rows = Runs.rows("grid", runs);
    return new Evidence(
        Curve.of(runs, comparison, "train_loss"),
        "train_loss",
        Progress.of(runs, comparison, Metric.named("train_loss"), OptionalDouble.empty()),
        OptionalDouble.empty(),
        Optional.of(Comparer.compare(rows, Question.about(Metric.named("seconds")))),
        Optional.empty(),
        new TreeMap<>());
  }

  /** The grid, and an activation whose name is an attack. */
  private static List<RunResult> runs() {
    List<RunResult> runs = new ArrayList<>(Runs.grid());
    for (int depth = 15; depth <= 21; depth += 3) {
      for (int seed = 1; seed <= 3; seed++) {
        runs.add(Runs.ok(ATTACK, depth, seed, 0.9 + seed * 0.001));
      }
    }
    return runs;
  }

  private static Comparison comparison(List<RunResult> runs) {
    return Comparer.compare(Runs.rows("grid", runs), Question.about(ACCURACY));
  }

  @Test
  void drawsEveryFigureAloneAsSvgAndPng() throws Exception {
    List<RunResult> runs = runs();
    Comparison comparison = comparison(runs);
    Evidence evidence = evidence(runs, comparison);
    assertThat(Report.figures(comparison, evidence).keySet())
        .containsExactly(
            "cost", "curve-1", "curve-2", "curve-3", "heat-depth", "ranks", "sweep-depth");
    for (String name : Report.figures(comparison, evidence).keySet()) {
      byte[] svg = Report.figure(comparison, evidence, name, false);
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg))
              .getDocumentElement();
      assertThat(root.getElementsByTagName("script").getLength()).isZero();
      assertThat(root.getElementsByTagName("title").getLength()).isEqualTo(1);
      assertThat(new String(svg, UTF_8).replace("http://www.w3.org/2000/svg", ""))
          .as("colours inside, nothing from elsewhere")
          .doesNotContain("class=", "var(", "NaN", "http", "url(", "\u001b")
          .doesNotContain("above", "below");
      BufferedImage png =
          ImageIO.read(new ByteArrayInputStream(Report.figure(comparison, evidence, name, true)));
      assertThat(png.getWidth()).isEqualTo(1280);
      assertThat(colours(png)).isGreaterThan(10);
    }
  }

  private static long colours(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }

  @Test
  void refusesAFigureThatThereIsNot() {
    Comparison comparison = comparison(Runs.grid());
    assertThatThrownBy(() -> Report.figure(comparison, Evidence.NONE, "leads-a-b", false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no figure 'leads-a-b'");
  }

  @Test
  void matchesTheGoldenFile() throws IOException {
    List<RunResult> runs = Runs.grid();
    Comparison comparison = comparison(runs);
    for (String tag : List.of("", "de-DE", "tr-TR")) {
      Locale before = Locale.getDefault();
      Locale.setDefault(Locale.forLanguageTag(tag));
      try {
        Golden.check(
            "sweep-depth.svg",
            new String(
                Report.figure(comparison, evidence(runs, comparison), "sweep-depth", false),
                UTF_8));
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Test
  void hasTheColoursOfTheStyleSheet() {
    String light = HtmlRenderer.style().substring(0, HtmlRenderer.style().indexOf("@media"));
    for (int series = 0; series < Palette.SIZE; series++) {
      assertThat(light)
          .contains(String.format(Locale.ROOT, "--s%d: #%06x;", series, Theme.series(series)));
    }
    assertThat(light)
        .contains(
            String.format(Locale.ROOT, "--ink: #%06x; --soft: #%06x;", Theme.INK, Theme.SOFT));
  }

  @Test
  void cutsNamesThatAreTooLong() {
    assertThat(Svg.fitted("relu", 100)).isEqualTo("relu");
    assertThat(Svg.fitted("a".repeat(99), 66)).hasSize(10).endsWith("…");
    assertThat(Svg.fitted("\uD83D\uDE00".repeat(20), 66).codePoints().count()).isEqualTo(10);
  }
}
