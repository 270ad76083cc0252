package actbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.Progress;
import actbench.compare.Question;
import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Runs;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class HtmlReportTest {
  private static String full() {
    List<RunResult> runs = Runs.grid();
    Comparison comparison = compare(runs, "test_accuracy");
    return Report.write(
        comparison,
        new Evidence(
            Curve.of(runs, comparison, "train_loss"),
            "train_loss",
            Progress.of(runs, comparison, Metric.named("train_loss"), OptionalDouble.empty()),
            OptionalDouble.empty(),
            Optional.of(compare(runs, "seconds")),
            new TreeMap<>(Map.of("commit", "<b>abc</b>"))),
        Format.HTML);
  }

  private static Comparison compare(List<RunResult> runs, String metric) {
    return Comparer.compare(Runs.rows("grid", runs), Question.about(Metric.named(metric)));
  }

  private static List<String> pictures(String html) {
    Matcher matcher = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL).matcher(html);
    List<String> pictures = new ArrayList<>();
    while (matcher.find()) {
      pictures.add(matcher.group());
    }
    return pictures;
  }

  @Test
  void needsNothingFromElsewhere() {
    String html = full().replace("http://www.w3.org/2000/svg", "");
    assertThat(html)
        .doesNotContain("http:", "https:", "<script", "<link", "@import", "url(", "src=");
  }

  @Test
  void drawsWellFormedPictures() throws Exception {
    DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    List<String> pictures = new ArrayList<>(pictures(full()));
    pictures.addAll(pictures(Report.write(ReportTest.hostile(), Format.HTML)));
    pictures.addAll(pictures(Report.write(ReportTest.mixed(), Format.HTML)));
    assertThat(pictures).hasSizeGreaterThan(6);
    for (String picture : pictures) {
      var root = parser.parse(new InputSource(new StringReader(picture))).getDocumentElement();
      assertThat(root.getElementsByTagName("desc").getLength()).isEqualTo(1);
      assertThat(picture).contains("role=\"img\"").doesNotContain("NaN", "Infinity");
    }
  }

  @Test
  void showsRanksSweepsCurvesCostAndProvenance() {
    assertThat(full())
        .contains("Critical-difference diagram")
        .contains("By depth: mish leads at 15 (by 0.20 points); ")
        .contains("Main effect of depth on test_accuracy")
        .contains("Wins (mean) by measures of learning")
        .contains("on the Pareto front")
        .contains("depth=15: train_loss by epoch")
        .contains("against seconds a run")
        .contains("&lt;b&gt;abc&lt;/b&gt;")
        .contains("<h2 id=\"s");
  }

  @Test
  void rendersHostileNamesHarmless() {
    String html = Report.write(ReportTest.hostile(), Format.HTML);
    assertThat(html)
        .doesNotContain("<script", "<b>", "\u001b", "\u202e")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void givesKnownActivationsTheSameColourEverywhere() {
    assertThat(new Palette(List.of("mish", "relu")).series("mish"))
        .isEqualTo(new Palette(List.of("a", "gelu", "mish")).series("mish"));
    assertThat(new Palette(List.of("beta-mish(beta=1.5)")).series("beta-mish(beta=1.5)"))
        .isEqualTo(3);
    List<String> many = new ArrayList<>(List.of("relu", "mish"));
    for (int i = 0; i < 20; i++) {
      many.add("other-" + i);
    }
    Palette palette = new Palette(many);
    assertThat(many.stream().map(palette::series)).doesNotHaveDuplicates();
  }

  @Test
  void labelsAxesRoundly() {
    Axis axis = Axis.of(0.953, 0.987);
    assertThat(axis.ticks().stream().map(axis::label))
        .containsExactly("0.95", "0.96", "0.97", "0.98", "0.99");
    assertThat(Axis.of(5, 5).ticks()).hasSizeGreaterThan(1);
  }
}
