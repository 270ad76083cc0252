package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Sweep;
import java.util.List;
import java.util.Locale;

/** Means of each treatment at each value of a setting; the stronger the colour, the better. */
final class HeatMap {
  private static final int LEFT = 150;
  private static final int TOP = 26;
  private static final int ROW = 28;
  private static final int WIDTH = 640;

  private HeatMap() {}

  static Svg draw(Comparison comparison, Figures figures, String name, List<String> values) {
    List<String> treatments = comparison.treatments();
    Svg svg = new Svg(WIDTH, TOP + ROW * treatments.size() + 6);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (String treatment : treatments) {
      for (String value : values) {
        double mean = Sweep.mean(comparison, name, value, treatment).value();
        if (!Double.isNaN(mean)) {
          least = Math.min(least, mean);
          most = Math.max(most, mean);
        }
      }
    }
    double width = (WIDTH - LEFT) / (double) values.size();
    svg.text("name", "end", LEFT - 8, 16, name);
    for (int column = 0; column < values.size(); column++) {
      svg.text("tick", "middle", LEFT + width * (column + 0.5), 16, values.get(column));
    }
    for (int row = 0; row < treatments.size(); row++) {
      double y = TOP + ROW * row;
      svg.text("label", "end", LEFT - 8, y + ROW / 2.0 + 4, treatments.get(row));
      for (int column = 0; column < values.size(); column++) {
        double mean = Sweep.mean(comparison, name, values.get(column), treatments.get(row)).value();
        double share = most > least ? (mean - least) / (most - least) : 0.5;
        boolean higher = comparison.question().metric().better(1, 0);
        double x = LEFT + width * column;
        if (!Double.isNaN(mean)) {
          svg.cell(x, y, width, ROW, 0.04 + 0.5 * (higher ? share : 1 - share));
        }
        svg.text(
            "label",
            "middle",
            x + width / 2,
            y + ROW / 2.0 + 4,
            Double.isNaN(mean) ? "-" : fitted(figures.value(mean), width));
      }
    }
    return svg;
  }

  /** As many digits as fit. */
  private static String fitted(String text, double width) {
    int fit = Math.max(2, (int) (width / 7.5));
    int point = text.indexOf('.');
    if (text.length() <= fit || point < 0) {
      return text;
    }
    return String.format(
        Locale.ROOT, "%." + Math.max(0, fit - point - 1) + "f", Double.parseDouble(text));
  }
}
