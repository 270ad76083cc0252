package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.NaturalOrder;
import actbench.compare.Standing;
import actbench.compare.Sweep;
import actbench.report.CostChart.Spot;
import actbench.report.LineChart.Point;
import actbench.report.LineChart.Series;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws the pictures of a report. */
final class ReportFigures {
  private static final int CURVE_CHARTS = 8;
  private static final int HEAT_COLUMNS = 14;

  private final Comparison comparison;
  private final Evidence evidence;
  private final Palette palette;
  private final Figures figures;

  ReportFigures(Comparison comparison, Evidence evidence) {
    this.comparison = comparison;
    this.evidence = evidence;
    this.palette = new Palette(comparison.treatments());
    this.figures = new Figures(comparison.question().metric());
  }

  /** One a varied setting: the mean by its values, over whatever else varies. */
  List<Figure> sweeps() {
    List<Figure> sweeps = new ArrayList<>();
    for (String name : comparison.varied()) {
      List<String> values =
          comparison.contested().stream()
              .map(setting -> setting.values().getOrDefault(name, ""))
              .distinct()
              .toList();
      if (values.size() > 1) {
        List<String> ordered = ordered(name);
        sweeps.add(sweep(name, ordered));
        if (ordered.size() <= HEAT_COLUMNS) {
          sweeps.add(heat(name, ordered));
        }
      }
    }
    return sweeps;
  }

  private Figure heat(String name, List<String> values) {
    return new Figure(
        "heat-" + name.replaceAll("[^A-Za-z0-9]", "-"),
        comparison.question().treatment()
            + " by "
            + name
            + ": "
            + unitName()
            + ", stronger colour is better",
        "The same means as in the chart above, as numbers.",
        HeatMap.draw(comparison, figures, name, values));
  }

  /** The values in natural order, in which settings that vary in one thing alone come already. */
  private List<String> ordered(String name) {
    return new ArrayList<>(
        comparison.contested().stream()
            .map(setting -> setting.values().getOrDefault(name, ""))
            .collect(Collectors.toCollection(() -> new TreeSet<>(NaturalOrder.INSTANCE))));
  }

  private Figure sweep(String name, List<String> values) {
    boolean alone = comparison.varied().size() == 1;
    List<Series> lines = new ArrayList<>();
    for (String treatment : comparison.treatments()) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Sweep.Mean mean = Sweep.mean(comparison, name, values.get(i), treatment);
        if (!Double.isNaN(mean.value())) {
          points.add(
              new Point(
                  i,
                  mean.value() * figures.scale(),
                  alone ? mean.deviation() * figures.scale() : Double.NaN));
        }
      }
      if (!points.isEmpty()) {
        lines.add(new Series(treatment, points));
      }
    }
    String over =
        alone ? "band: one standard deviation over seeds" : "mean over all other settings";
    return new Figure(
        "sweep-" + name.replaceAll("[^A-Za-z0-9]", "-"),
        comparison.question().metric().name() + " by " + name + " (" + over + ")",
        Sweep.leaders(comparison, name, values),
        LineChart.draw(palette, name, unitName(), values, lines));
  }

  private String unitName() {
    return comparison.question().metric().name()
        + (figures.unit().isEmpty() ? "" : " in " + figures.unit());
  }

  Optional<Figure> ranks() {
    if (!comparison.ranking().exists()) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            "ranks",
            "Critical-difference diagram: a bar joins what cannot be told apart at 5 %",
            "Mean ranks, best first; the same as in the table below.",
            RankChart.draw(comparison, palette)));
  }

  /** Learning curves, one chart a setting, of the first few settings. */
  List<Figure> curves() {
    Map<String, List<Series>> charts = new LinkedHashMap<>();
    Map<String, Integer> lengths = new TreeMap<>();
    Metric metric = Metric.named(evidence.curveMetric());
    double scale = new Figures(metric).scale();
    for (Curve curve : evidence.curves()) {
      List<Point> points =
          curve.points().stream()
              .map(
                  point ->
                      new Point(
                          point.epoch() - 1.0, point.mean() * scale, point.deviation() * scale))
              .toList();
      if (!points.isEmpty()) {
        charts
            .computeIfAbsent(curve.setting(), each -> new ArrayList<>())
            .add(new Series(curve.treatment(), points));
        lengths.merge(
            curve.setting(), curve.points().get(curve.points().size() - 1).epoch(), Math::max);
      }
    }
    List<Figure> figuresDrawn = new ArrayList<>();
    charts.forEach(
        (setting, lines) -> {
          if (figuresDrawn.size() < CURVE_CHARTS) {
            List<String> epochs = new ArrayList<>();
            for (int epoch = 1; epoch <= lengths.get(setting); epoch++) {
              epochs.add(Integer.toString(epoch));
            }
            figuresDrawn.add(
                new Figure(
                    "curve-" + (figuresDrawn.size() + 1),
                    setting
                        + ": "
                        + evidence.curveMetric()
                        + " by epoch, mean and one standard"
                        + " deviation over seeds",
                    "One line a " + comparison.question().treatment() + ".",
                    LineChart.draw(palette, "epoch", evidence.curveMetric(), epochs, lines)));
          }
        });
    return figuresDrawn;
  }

  /** The metric against seconds, if they were measured. */
  Optional<Figure> cost() {
    if (evidence.cost().isEmpty()) {
      return Optional.empty();
    }
    List<Spot> spots = new ArrayList<>();
    Metric metric = comparison.question().metric();
    List<Standing> costs = evidence.cost().orElseThrow().standings();
    for (Standing one : comparison.standings()) {
      double cost = cost(costs, one.treatment());
      if (!Double.isNaN(cost) && !Double.isNaN(one.mean())) {
        boolean beaten =
            comparison.standings().stream()
                .anyMatch(
                    other ->
                        !metric.better(one.mean(), other.mean())
                            && cost(costs, other.treatment()) <= cost
                            && (metric.better(other.mean(), one.mean())
                                || cost(costs, other.treatment()) < cost));
        spots.add(new Spot(one.treatment(), cost, one.mean() * figures.scale(), !beaten));
      }
    }
    if (spots.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            "cost",
            metric.name() + " against seconds a run; * not beaten in both by any other",
            spots.stream()
                .map(
                    spot ->
                        spot.name()
                            + " "
                            + Figures.fixed(spot.value(), 2)
                            + " at "
                            + Figures.fixed(spot.cost(), 2)
                            + " s")
                .collect(Collectors.joining(", ")),
            CostChart.draw(palette, "seconds a run", unitName(), spots)));
  }

  private static double cost(List<Standing> costs, String treatment) {
    return costs.stream()
        .filter(each -> each.treatment().equals(treatment))
        .mapToDouble(Standing::mean)
        .findFirst()
        .orElse(Double.NaN);
  }
}
