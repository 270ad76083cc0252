package actbench.report;

import java.util.ArrayList;
import java.util.List;

/** Lines with bands of one standard deviation. */
final class LineChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int BOTTOM = 44;
  private static final int LEGEND_ROW = 20;
  private static final int LONGEST_NAME = 220;
  private static final int MOST_PLACES = 12;

  /**
   * A point of a line.
   *
   * @param x the place on the x axis, counted from 0
   * @param y the value
   * @param deviation half the height of the band; NaN for none
   */
  record Point(double x, double y, double deviation) {}

  /**
   * A line.
   *
   * @param published whether it stands behind the others for comparison: thin, without marks
   */
  record Series(String name, List<Point> points, boolean published) {
    Series {
      points = List.copyOf(points);
    }

    Series(String name, List<Point> points) {
      this(name, points, false);
    }

    String title() {
      return published ? name + ", published" : name;
    }

    String style(int series) {
      return "line s" + series % Palette.SIZE + (published ? " published" : "");
    }
  }

  private final Palette palette;
  private final List<String> places;
  private final List<Series> lines;
  private final Svg svg = new Svg(WIDTH, HEIGHT);
  private final double top;
  private final Axis axis;

  private LineChart(Palette palette, List<String> places, List<Series> lines) {
    this.palette = palette;
    this.places = places;
    this.lines = lines;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Series line : lines) {
      for (Point point : line.points()) {
        double reach = Double.isNaN(point.deviation()) ? 0 : point.deviation();
        least = Math.min(least, point.y() - reach);
        most = Math.max(most, point.y() + reach);
      }
    }
    this.axis = Axis.of(least, most);
    this.top = 10 + LEGEND_ROW * legend();
  }

  /**
   * The chart.
   *
   * @param places the texts along the x axis
   */
  static Svg draw(
      Palette palette, String xName, String yName, List<String> places, List<Series> lines) {
    LineChart chart = new LineChart(palette, places, lines);
    chart.axes(xName, yName);
    lines.forEach(chart::band);
    lines.forEach(chart::line);
    return chart.svg;
  }

  /** Draws the legend and gives the number of its rows. */
  private int legend() {
    double x = LEFT;
    int row = 0;
    for (Series line : lines) {
      String name = Svg.fitted(line.title(), LONGEST_NAME);
      double width = 34 + 7.2 * name.length();
      if (x + width > WIDTH - RIGHT && x > LEFT) {
        x = LEFT;
        row++;
      }
      double y = 12 + LEGEND_ROW * row;
      int series = palette.series(line.name());
      svg.line(line.style(series), x, y, x + 22, y);
      if (!line.published()) {
        svg.mark(series, x + 11, y, line.name());
      }
      svg.text("label", "start", x + 27, y + 4, name);
      x += width;
    }
    return row + 1;
  }

  private void axes(String xName, String yName) {
    for (double tick : axis.ticks()) {
      svg.line("grid", LEFT, y(tick), WIDTH - RIGHT, y(tick));
      svg.text("tick", "end", LEFT - 6, y(tick) + 4, axis.label(tick));
    }
    svg.line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    int every = Math.max(1, (int) Math.ceil(places.size() / (double) MOST_PLACES));
    double room = (WIDTH - LEFT - RIGHT) * every / (double) places.size();
    for (int i = 0; i < places.size(); i += every) {
      svg.text("tick", "middle", x(i), HEIGHT - BOTTOM + 16, Svg.fitted(places.get(i), room));
    }
    svg.text("name", "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, xName);
    svg.text("name", "start", 4, top + 2, yName);
  }

  private double x(double place) {
    double width = WIDTH - LEFT - RIGHT;
    return places.size() < 2
        ? LEFT + width / 2
        : LEFT + width * (0.04 + 0.92 * place / (places.size() - 1));
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - top - 12) * axis.at(value);
  }

  private void band(Series line) {
    List<Point> points =
        line.points().stream().filter(point -> !Double.isNaN(point.deviation())).toList();
    if (points.size() < 2) {
      return;
    }
    List<double[]> edge = new ArrayList<>();
    points.forEach(point -> edge.add(spot(point, point.deviation())));
    for (int i = points.size() - 1; i >= 0; i--) {
      edge.add(spot(points.get(i), -points.get(i).deviation()));
    }
    svg.path("band s" + palette.series(line.name()) % Palette.SIZE, edge, true);
  }

  private double[] spot(Point point, double shift) {
    return new double[] {x(point.x()), y(point.y() + shift)};
  }

  private void line(Series line) {
    int series = palette.series(line.name());
    List<double[]> spots = line.points().stream().map(point -> spot(point, 0)).toList();
    if (spots.size() > 1) {
      svg.path(line.style(series), spots, false);
    }
    boolean marked = !line.published() && line.points().size() <= 30;
    for (Point point : line.points()) {
      if (marked) {
        svg.mark(
            series, x(point.x()), y(point.y()), line.name() + ": " + Figures.fixed(point.y(), 4));
      }
    }
  }
}
