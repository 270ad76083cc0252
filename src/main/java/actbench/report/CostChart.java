package actbench.report;

import java.util.List;

/** A metric against its cost, with the treatments that no other one beats in both. */
final class CostChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 340;
  private static final int LEFT = 58;
  private static final int RIGHT = 90;
  private static final int TOP = 24;
  private static final int BOTTOM = 44;

  /**
   * A treatment.
   *
   * @param cost where it lies; less is better
   * @param value how well it does, as it is shown
   * @param front whether no other treatment is at least as good in both and better in one
   */
  record Spot(String name, double cost, double value, boolean front) {}

  private CostChart() {}

  static Svg draw(Palette palette, String costName, String valueName, List<Spot> spots) {
    Svg svg = new Svg(WIDTH, HEIGHT);
    Axis xs =
        Axis.of(
            spots.stream().mapToDouble(Spot::cost).min().orElse(0),
            spots.stream().mapToDouble(Spot::cost).max().orElse(1));
    Axis ys =
        Axis.of(
            spots.stream().mapToDouble(Spot::value).min().orElse(0),
            spots.stream().mapToDouble(Spot::value).max().orElse(1));
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
    for (Spot spot : spots) {
      double x = x(xs, spot.cost());
      double y = y(ys, spot.value());
      svg.mark(palette.series(spot.name()), x, y, spot.name());
      svg.text("label", "start", x + 9, y + 4, spot.name() + (spot.front() ? " *" : ""));
    }
    return svg;
  }

  private static double x(Axis axis, double value) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (0.03 + 0.94 * axis.at(value));
  }

  private static double y(Axis axis, double value) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP - 8) * axis.at(value);
  }
}
