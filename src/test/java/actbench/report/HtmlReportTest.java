package actbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class HtmlReportTest {
  private static String full() {
    return Samples.full(Format.HTML);
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
  void isHtmlWithoutAnError() {
    Samples.documents(Format.HTML)
        .forEach(
            (name, html) -> {
              Parser parser = Parser.htmlParser().setTrackErrors(10);
              Document page = parser.parseInput(html, "");
              assertThat(parser.getErrors()).as(name).isEmpty();
              List<String> ids = page.select("[id]").eachAttr("id");
              assertThat(ids).as(name).doesNotHaveDuplicates();
              assertThat(page.select("a[href]").eachAttr("href"))
                  .as("links lead to places in " + name)
                  .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
              assertThat(page.select("svg").not("[role=img][aria-labelledby]")).isEmpty();
              assertThat(
                      page.select("table").stream()
                          .filter(each -> each.select("caption").isEmpty()))
                  .isEmpty();
              assertThat(page.select("th").not("[scope]")).isEmpty();
            });
    Parser control = Parser.htmlParser().setTrackErrors(10);
    control.parseInput("<!DOCTYPE html><p><b id=a></i></p>", "");
    assertThat(control.getErrors()).isNotEmpty();
  }

  @Test
  void hasColoursThatCanBeReadInBothThemes() {
    for (String theme : List.of(HtmlRenderer.style().split("@media"))) {
      Map<String, Integer> colours = new HashMap<>();
      Matcher matcher = Pattern.compile("--(\\w+): #(\\p{XDigit}{6});").matcher(theme);
      while (matcher.find()) {
        colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
      }
      if (colours.isEmpty()) {
        continue;
      }
      for (String text : List.of("ink", "soft", "link")) {
        assertThat(contrast(colours.get(text), colours.get("paper"))).as(text).isGreaterThan(4.5);
        assertThat(contrast(colours.get(text), colours.get("tint"))).as(text).isGreaterThan(4.5);
      }
      for (int series = 0; series < Palette.SIZE; series++) {
        assertThat(contrast(colours.get("s" + series), colours.get("paper")))
            .as("s" + series)
            .isGreaterThan(3);
      }
    }
  }

  /** The contrast ratio of the Web Content Accessibility Guidelines 2.1. */
  private static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 255)
        + 0.7152 * linear(colour >> 8 & 255)
        + 0.0722 * linear(colour & 255);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
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
