package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The critical-difference diagram (Demsar 2006): mean ranks on a line, and a bar over each group of
 * treatments that cannot be told apart.
 */
final class RankChart {
  private static final int WIDTH = 640;
  private static final int LEFT = 170;
  private static final int RIGHT = 20;
  private static final int ROW = 24;

  private RankChart() {}

  static Svg draw(Comparison comparison, Palette palette) {
    Ranking ranking = comparison.ranking();
    int count = comparison.treatments().size();
    int barsTop = 64;
    int rowsTop = barsTop + 14 * ranking.groups().size() + 12;
    Svg svg = new Svg(WIDTH, rowsTop + ROW * count + 6);
    for (int rank = 1; rank <= count; rank++) {
      svg.line("grid", x(rank, count), 44, x(rank, count), rowsTop + ROW * count);
      svg.text("tick", "middle", x(rank, count), 38, Integer.toString(rank));
    }
    double end = Math.min(count, 1 + ranking.criticalDifference());
    svg.line("axis", x(1, count), 14, x(end, count), 14);
    svg.line("axis", x(1, count), 10, x(1, count), 18);
    svg.line("axis", x(end, count), 10, x(end, count), 18);
    svg.text(
        "name",
        "start",
        4,
        18,
        "critical difference " + Figures.fixed(ranking.criticalDifference(), 2));
    svg.text("name", "start", 4, 38, "mean rank");
    for (int i = 0; i < ranking.groups().size(); i++) {
      List<String> group = ranking.groups().get(i);
      double from = rank(comparison, group.get(0));
      double to = rank(comparison, group.get(group.size() - 1));
      double y = barsTop + 14.0 * i;
      svg.line("group", x(from, count) - 5, y, x(to, count) + 5, y);
    }
    List<Integer> order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing(ranking.meanRanks()::get))
            .toList();
    for (int i = 0; i < count; i++) {
      String name = comparison.treatments().get(order.get(i));
      double rank = ranking.meanRanks().get(order.get(i));
      double y = rowsTop + ROW * (i + 0.5);
      int series = palette.series(name);
      svg.line("line s" + series % Palette.SIZE, LEFT - 6, y, x(rank, count), y);
      svg.mark(series, x(rank, count), y, name + ": " + Figures.fixed(rank, 2));
      String label = Svg.fitted(name, LEFT - 46) + " " + Figures.fixed(rank, 2);
      svg.text("label", "end", LEFT - 12, y + 4, label);
    }
    return svg;
  }

  private static double rank(Comparison comparison, String treatment) {
    return comparison.ranking().meanRanks().get(comparison.treatments().indexOf(treatment));
  }

  private static double x(double rank, int count) {
    return LEFT + 20 + (WIDTH - LEFT - RIGHT - 20) * (rank - 1) / Math.max(1, count - 1);
  }
}
