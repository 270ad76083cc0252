package actbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.report.LineChart.Frame;
import actbench.report.LineChart.Point;
import actbench.report.LineChart.Series;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LineChartTest {
  private static final Frame FRAME =
      new Frame("depth", "%", List.of("15", "16", "17", "18"), List.of(), "3 seeds");

  private static String drawn(Series... lines) {
    return LineChart.draw(new Palette(List.of("relu", "mish")), FRAME, List.of(lines))
        .element("chart", "title", "description");
  }

  private static Point point(int place, double deviation) {
    return new Point(place, 90 - place, deviation);
  }

  private static List<String> paths(String svg, String style) {
    return Pattern.compile("<path class=\"" + style + "\" d=\"([^\"]*)\"")
        .matcher(svg)
        .results()
        .map(each -> each.group(1))
        .toList();
  }

  private static int count(String svg, String text) {
    return svg.split(Pattern.quote(text), -1).length - 1;
  }

  @Test
  void joinsNoPlacesWithOneBetweenThatNobodyMeasured() {
    String svg =
        drawn(
            new Series(
                "relu", List.of(point(0, Double.NaN), point(1, Double.NaN), point(3, Double.NaN))));
    assertThat(paths(svg, "line s0")).singleElement().asString().containsOnlyOnce("L");
    assertThat(count(svg, "class=\"mark s0\"")).as("legend and three points").isEqualTo(4);
    assertThat(svg).doesNotContain("SD");
  }

  @Test
  void drawsABarForAPointAloneAndABandForNeighbours() {
    String lone = drawn(new Series("relu", List.of(point(0, 2), point(3, 2))));
    assertThat(paths(lone, "line s0")).isEmpty();
    assertThat(paths(lone, "band s0")).isEmpty();
    assertThat(count(lone, "class=\"bar s0\"")).as("two bars with two caps").isEqualTo(6);
    assertThat(lone).contains(">Bars: ±1 SD of 3 seeds.<");

    String both = drawn(new Series("relu", List.of(point(0, 2), point(1, 2), point(3, 2))));
    assertThat(paths(both, "band s0")).singleElement().asString().endsWith("Z");
    assertThat(count(both, "class=\"bar s0\"")).isEqualTo(3);
    assertThat(both).contains(">Bands and bars: ±1 SD of 3 seeds.<");
  }

  /** One seed among several: its neighbours' band does not reach over it. */
  @Test
  void breaksTheBandWhereThereIsNoDeviation() {
    String svg =
        drawn(
            new Series(
                "relu", List.of(point(0, 2), point(1, 2), point(2, Double.NaN), point(3, 2))));
    assertThat(paths(svg, "line s0")).hasSize(1);
    assertThat(paths(svg, "band s0")).singleElement().asString().matches("(?:[ML][^ML]*){4}");
    assertThat(count(svg, "class=\"bar s0\"")).isEqualTo(3);
  }

  @Test
  void setsPointsThatStandAloneSideBySide() {
    String svg =
        drawn(new Series("relu", List.of(point(2, 1))), new Series("mish", List.of(point(2, 1))));
    Matcher relu = at("s0", svg);
    Matcher mish = at("s2", svg);
    assertThat(Double.parseDouble(mish.group(1)) - Double.parseDouble(relu.group(1))).isEqualTo(10);
    assertThat(mish.group(2)).isEqualTo(relu.group(2));
  }

  /** The second mark of a series; the first is in the legend. */
  private static Matcher at(String series, String svg) {
    Matcher mark =
        Pattern.compile("class=\"mark " + series + "\" transform=\"translate\\((\\S+) (\\S+)\\)")
            .matcher(svg);
    assertThat(mark.find()).isTrue();
    assertThat(mark.find()).isTrue();
    return mark;
  }

  @Test
  void showsAPublishedPointAlone() {
    String svg = drawn(new Series("relu", List.of(point(1, Double.NaN)), true));
    assertThat(count(svg, "class=\"line s0 published\"")).as("in the legend too").isEqualTo(2);
    assertThat(svg).contains(">relu, published<").doesNotContain("class=\"mark");
  }

  @Test
  void namesAFunctionOnceInTheLegend() {
    List<Point> points = List.of(point(0, Double.NaN), point(1, Double.NaN));
    assertThat(drawn(new Series("relu", points, true), new Series("relu", points)))
        .contains(">relu<")
        .doesNotContain(">relu, published<");
  }

  @Test
  void breaksNotesBetweenWords() {
    assertThat(Svg.wrapped("one two three", 50)).containsExactly("one two", "three");
    assertThat(Svg.wrapped("", 50)).containsExactly("");
  }
}
