package actbench.report;

import actbench.compare.Tradeoff;
import java.util.ArrayList;
import java.util.List;

/** A metric against its cost, with the Pareto front: what no other one beats in both. */
final class CostChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 340;
  private static final int LEFT = 58;
  private static final int RIGHT = 110;
  private static final int TOP = 24;
  private static final int BOTTOM = 44;
  private static final int LINE = 13;

  private CostChart() {}

  /** The chart of treatments, the cheapest first. */
  static Svg draw(
      Palette palette, String costName, String valueName, double scale, List<Tradeoff> spots) {
    Svg svg = new Svg(WIDTH, HEIGHT);
    Axis xs = Axis.around(spots.stream().mapToDouble(Tradeoff::cost).toArray());
    Axis ys = Axis.around(spots.stream().mapToDouble(spot -> spot.value() * scale).toArray());
    for (double tick : ys.ticks()) {
      svg.line("grid", LEFT, y(ys, tick), WIDTH - RIGHT, y(ys, tick));
      svg.text("tick", "end", LEFT - 6, y(ys, tick) + 4, ys.label(tick));
    }
    for (double tick : xs.ticks()) {
      svg.text("tick", "middle", x(xs, tick), HEIGHT - BOTTOM + 16, xs.label(tick));
    }
    svg.line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
    svg.text("name", "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, costName);
    svg.text("name", "start", 4, 14, valueName);
    List<double[]> front = new ArrayList<>();
    for (Tradeoff spot : spots) {
      if (spot.front()) {
        front.add(new double[] {x(xs, spot.cost()), y(ys, spot.value() * scale)});
      }
    }
    if (front.size() > 1) {
      svg.path("front", front, false);
    }
    double lastX = Double.NEGATIVE_INFINITY;
    double lastY = Double.NEGATIVE_INFINITY;
    for (Tradeoff spot : spots) {
      double x = x(xs, spot.cost());
      double y = y(ys, spot.value() * scale);
      svg.mark(palette.series(spot.treatment()), x, y, spot.treatment());
      String name = Svg.fitted(spot.treatment(), WIDTH - x - 20) + (spot.front() ? " *" : "");
      double base = y + (leaves(front, x) > 0 ? -6 : leaves(front, x) < 0 ? 15 : 4);
      // Names of neighbours would run into each other on one line.
      boolean crowded = Math.abs(base - lastY) < LINE && x - lastX < RIGHT;
      lastY = crowded ? lastY + LINE : base;
      lastX = x;
      svg.text("label", "start", x + 9, lastY, name);
    }
    return svg;
  }

  /** Where the front goes on to the right of a spot: 1 downwards, -1 upwards, 0 nowhere. */
  private static double leaves(List<double[]> front, double x) {
    for (int i = 0; i + 1 < front.size(); i++) {
      if (front.get(i)[0] == x) {
        return Math.signum(front.get(i + 1)[1] - front.get(i)[1]);
      }
    }
    return 0;
  }

  private static double x(Axis axis, double value) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (0.03 + 0.94 * axis.at(value));
  }

  private static double y(Axis axis, double value) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP - 8) * axis.at(value);
  }
}
