package actbench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines with bands of one standard deviation. A line breaks where places in between have no value:
 * nobody measured there. What then stands alone has a bar in place of the band.
 */
final class LineChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int NOTE_ROW = 16;
  private static final int NOTE_GAP = 6;
  private static final int CAP = 6;
  private static final int DODGE = 10;
  private static final int LEFT = 58;
  private static final int RIGHT = 14;
  private static final int BOTTOM = 44;
  private static final int LEGEND_ROW = 20;
  private static final int LONGEST_NAME = 220;
  private static final int MOST_PLACES = 12;
  private static final int PLACE_GAP = 8;
  private static final int MOST_MARKS = 30;

  /**
   * A point of a line.
   *
   * @param x the place on the x axis, counted from 0
   * @param y the value
   * @param deviation half the height of the band; NaN for none
   */
  record Point(double x, double y, double deviation) {
    boolean spreads() {
      return !Double.isNaN(deviation);
    }
  }

  /**
   * What stands around the lines.
   *
   * @param places the texts along the x axis
   * @param notes sentences below the chart on how its values came about
   * @param spread what the deviations are over, such as {@code 3 seeds}
   */
  record Frame(String xName, String yName, List<String> places, List<String> notes, String spread) {
    Frame {
      places = List.copyOf(places);
      notes = List.copyOf(notes);
    }
  }

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

    /** Whether there is a mark at a place that no line joins to its neighbours. */
    boolean standsAlone(double place) {
      return !published
          && stretches(points).stream()
              .anyMatch(each -> each.size() == 1 && each.get(0).x() == place);
    }
  }

  private final Palette palette;
  private final Frame frame;
  private final List<Series> lines;
  private final List<String> notes;
  private final int bottom;
  private final Svg svg;
  private final double top;
  private final Axis axis;

  private LineChart(Palette palette, Frame frame, List<Series> lines) {
    this.palette = palette;
    this.frame = frame;
    this.lines = lines;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Series line : lines) {
      for (Point point : line.points()) {
        double reach = point.spreads() ? point.deviation() : 0;
        least = Math.min(least, point.y() - reach);
        most = Math.max(most, point.y() + reach);
      }
    }
    this.axis = Axis.of(least, most);
    this.notes = notes();
    this.bottom = HEIGHT - BOTTOM;
    this.svg = new Svg(WIDTH, HEIGHT + (notes.isEmpty() ? 0 : NOTE_GAP + NOTE_ROW * notes.size()));
    this.top = 10 + LEGEND_ROW * legend();
  }

  /** The chart. */
  static Svg draw(Palette palette, Frame frame, List<Series> lines) {
    LineChart chart = new LineChart(palette, frame, lines);
    chart.axes();
    lines.forEach(chart::spread);
    lines.forEach(chart::line);
    return chart.svg;
  }

  /** The frame's notes and what bands and bars are, in lines that fit. */
  private List<String> notes() {
    List<String> all = new ArrayList<>();
    frame.notes().forEach(note -> all.addAll(Svg.wrapped(note, WIDTH - LEFT - RIGHT)));
    List<List<Point>> spreads = new ArrayList<>();
    lines.forEach(line -> spreads.addAll(spreads(line)));
    if (!spreads.isEmpty()) {
      boolean bars = spreads.stream().anyMatch(each -> each.size() == 1);
      boolean bands = spreads.stream().anyMatch(each -> each.size() > 1);
      String drawn = bars && bands ? "Bands and bars" : bars ? "Bars" : "Bands";
      all.add(drawn + ": ±1 SD of " + frame.spread() + ".");
    }
    return all;
  }

  /** Points whose places follow one another; each list has one at least. */
  private static List<List<Point>> stretches(List<Point> points) {
    List<List<Point>> stretches = new ArrayList<>();
    double last = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      if (point.x() - last > 1) {
        stretches.add(new ArrayList<>());
      }
      stretches.get(stretches.size() - 1).add(point);
      last = point.x();
    }
    return stretches;
  }

  private static List<List<Point>> spreads(Series line) {
    return stretches(line.points().stream().filter(Point::spreads).toList());
  }

  /** Draws the legend and gives the number of its rows. A name stands once, by its strong line. */
  private int legend() {
    double x = LEFT;
    int row = 0;
    for (Series line : lines) {
      boolean again =
          line.published()
              && lines.stream()
                  .anyMatch(each -> !each.published() && each.name().equals(line.name()));
      if (again) {
        continue;
      }
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

  private void axes() {
    List<String> places = frame.places();
    for (double tick : axis.ticks()) {
      svg.line("grid", LEFT, y(tick), WIDTH - RIGHT, y(tick));
      svg.text("tick", "end", LEFT - 6, y(tick) + 4, axis.label(tick));
    }
    svg.line("axis", LEFT, bottom, WIDTH - RIGHT, bottom);
    int every = Math.max(1, (int) Math.ceil(places.size() / (double) MOST_PLACES));
    double room = room() * every - PLACE_GAP;
    for (int i = 0; i < places.size(); i += every) {
      double side = Math.min(x(i), WIDTH - x(i));
      String place = Svg.fitted(places.get(i), Math.min(room, 2 * side));
      svg.text("tick", "middle", x(i), bottom + 16, place);
    }
    svg.text("name", "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, frame.xName());
    svg.text("name", "start", 4, top + 2, frame.yName());
    for (int i = 0; i < notes.size(); i++) {
      double y = HEIGHT - 8 + NOTE_GAP + NOTE_ROW * (i + 1);
      svg.text("name", "start", LEFT, y, notes.get(i));
    }
  }

  /** How far it is from one place to the next. */
  private double room() {
    return (WIDTH - LEFT - RIGHT) / (double) frame.places().size();
  }

  private double x(double place) {
    double width = WIDTH - LEFT - RIGHT;
    int places = frame.places().size();
    return places < 2 ? LEFT + width / 2 : LEFT + width * (0.04 + 0.92 * place / (places - 1));
  }

  private double y(double value) {
    return bottom - (bottom - top - 12) * axis.at(value);
  }

  /** Where a point lies; those that stand alone side by side, or they would hide one another. */
  private double x(Series line, Point point) {
    List<Series> alone = lines.stream().filter(each -> each.standsAlone(point.x())).toList();
    int place = alone.indexOf(line);
    double step = Math.min(DODGE, 0.8 * room() / alone.size());
    return place < 0 ? x(point.x()) : x(point.x()) + step * (place - (alone.size() - 1) / 2.0);
  }

  private void spread(Series line) {
    int series = palette.series(line.name()) % Palette.SIZE;
    for (List<Point> stretch : spreads(line)) {
      if (stretch.size() == 1) {
        bar("bar s" + series, x(line, stretch.get(0)), stretch.get(0));
        continue;
      }
      List<double[]> edge = new ArrayList<>();
      stretch.forEach(point -> edge.add(spot(point, point.deviation())));
      for (int i = stretch.size() - 1; i >= 0; i--) {
        edge.add(spot(stretch.get(i), -stretch.get(i).deviation()));
      }
      svg.path("band s" + series, edge, true);
    }
  }

  private void bar(String style, double x, Point point) {
    double high = y(point.y() + point.deviation());
    double low = y(point.y() - point.deviation());
    svg.line(style, x, high, x, low);
    svg.line(style, x - CAP, high, x + CAP, high);
    svg.line(style, x - CAP, low, x + CAP, low);
  }

  private double[] spot(Point point, double shift) {
    return new double[] {x(point.x()), y(point.y() + shift)};
  }

  private void line(Series line) {
    int series = palette.series(line.name());
    for (List<Point> stretch : stretches(line.points())) {
      double[] first = spot(stretch.get(0), 0);
      if (stretch.size() > 1) {
        svg.path(line.style(series), stretch.stream().map(each -> spot(each, 0)).toList(), false);
      } else if (line.published()) {
        // Without a mark a point alone would not be seen.
        svg.line(line.style(series), first[0] - CAP, first[1], first[0] + CAP, first[1]);
      }
    }
    boolean all = !line.published() && line.points().size() <= MOST_MARKS;
    for (Point point : line.points()) {
      if (all || line.standsAlone(point.x())) {
        svg.mark(series, x(line, point), y(point.y()), hint(line, point));
      }
    }
  }

  private static String hint(Series line, Point point) {
    return line.name()
        + ": "
        + Figures.fixed(point.y(), 4)
        + (point.spreads() ? " ± " + Figures.fixed(point.deviation(), 4) : "");
  }
}
