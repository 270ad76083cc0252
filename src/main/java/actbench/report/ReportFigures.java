package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Curve;
import actbench.compare.Interaction;
import actbench.compare.Sweep;
import actbench.compare.Tradeoff;
import actbench.report.LineChart.Frame;
import actbench.report.LineChart.Point;
import actbench.report.LineChart.Series;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the pictures of a report. */
final class ReportFigures {
  private static final int CURVE_CHARTS = 8;
  private static final int MAP_COLUMNS = 14;
  private static final int MAP_ROWS = 30;
  private static final int MOST_VALUES = 200;

  private final Comparison comparison;
  private final Evidence evidence;
  private final Palette palette;
  private final Figures figures;
  private final SweepTables sweeps;

  ReportFigures(Comparison comparison, Evidence evidence) {
    this.comparison = comparison;
    this.evidence = evidence;
    this.palette = new Palette(comparison.treatments());
    this.figures = new Figures(comparison.question().metric());
    this.sweeps = new SweepTables(comparison);
  }

  /** All pictures by name, in the order of a report. */
  Map<String, Figure> all() {
    Map<String, Figure> all = new LinkedHashMap<>();
    ranks().ifPresent(each -> all.put(each.name(), each));
    sweeps().forEach(each -> all.putIfAbsent(each.name(), each));
    curves().forEach(each -> all.putIfAbsent(each.name(), each));
    cost().ifPresent(each -> all.put(each.name(), each));
    return all;
  }

  /** Main effects of each varied setting, then who leads where two of them meet. */
  List<Figure> sweeps() {
    List<Figure> drawn = new ArrayList<>();
    List<Sweep> few =
        sweeps.sweeps().stream().filter(each -> each.values().size() <= MOST_VALUES).toList();
    for (Sweep sweep : few) {
      drawn.add(sweep(sweep));
      if (sweep.values().size() <= MAP_COLUMNS) {
        drawn.add(heat(sweep));
      }
    }
    for (Interaction interaction : Interaction.of(comparison, few)) {
      Interaction fitted = interaction.within(MAP_ROWS, MAP_COLUMNS);
      if (fitted != null) {
        drawn.add(leads(fitted));
      }
    }
    return drawn;
  }

  private Figure heat(Sweep sweep) {
    String treatment = comparison.question().treatment();
    return new Figure(
        "heat-" + plain(sweep.name()),
        treatment + " by " + sweep.name() + ": " + unitName() + ", stronger colour is better",
        described(sweep),
        HeatMap.means(comparison, figures, sweep));
  }

  private Figure leads(Interaction interaction) {
    String rows = interaction.rows().name();
    String columns = interaction.columns().name();
    return new Figure(
        "leads-" + plain(rows) + "-" + plain(columns),
        "Best mean by "
            + rows
            + " (down) and "
            + columns
            + " (across), with its lead over the next in "
            + figures.gainUnit(),
        interaction.rows().values().stream()
            .flatMap(
                row ->
                    interaction.columns().values().stream()
                        .map(
                            column ->
                                row
                                    + ", "
                                    + column
                                    + ": "
                                    + String.join(
                                        " and ", interaction.lead(row, column).leaders())))
            .collect(Collectors.joining("; ")),
        HeatMap.leads(palette, figures, interaction));
  }

  /** A name that is safe in ids and file names. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "-");
  }

  private Figure sweep(Sweep sweep) {
    boolean alone = comparison.varied().size() == 1;
    List<Series> lines = new ArrayList<>();
    for (String treatment : comparison.treatments()) {
      List<Point> points = new ArrayList<>();
      for (int i = 0; i < sweep.values().size(); i++) {
        Sweep.Mean mean = sweep.mean(sweep.values().get(i), treatment);
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
    String over = alone ? "mean over seeds" : "mean over all other settings";
    return new Figure(
        "sweep-" + plain(sweep.name()),
        "Main effect of "
            + sweep.name()
            + " on "
            + comparison.question().metric().name()
            + " ("
            + over
            + ")",
        sweeps.leaders(sweep),
        LineChart.draw(
            palette,
            new Frame(
                sweep.name(),
                unitName(),
                sweep.values(),
                List.of(),
                seeds(comparison.contested().stream().map(each -> each.seeds().size()))),
            lines));
  }

  /** The means of a sweep, for those who cannot see the picture. */
  private String described(Sweep sweep) {
    return comparison.treatments().stream()
        .map(
            treatment ->
                treatment
                    + ": "
                    + sweep.values().stream()
                        .map(
                            value ->
                                figures.value(sweep.mean(value, treatment).value())
                                    + " at "
                                    + value)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", "", "."));
  }

  /** Over what deviations are; settings may have different seeds, and one alone has none. */
  private String seeds(Stream<Integer> each) {
    List<Integer> counts = each.filter(count -> count > 1).distinct().toList();
    String noun = comparison.question().replicate();
    return counts.size() == 1 ? Figures.count(counts.get(0), noun) : "the " + noun + "s";
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
            ranked(),
            RankChart.draw(comparison, palette)));
  }

  private String ranked() {
    List<Double> ranks = comparison.ranking().meanRanks();
    return IntStream.range(0, ranks.size())
        .boxed()
        .sorted(Comparator.comparing(ranks::get))
        .map(i -> comparison.treatments().get(i) + " " + Figures.fixed(ranks.get(i), 2))
        .collect(Collectors.joining(", ", "Mean ranks, best first: ", "."));
  }

  /** Learning curves, one chart a setting, of the first few settings. */
  List<Figure> curves() {
    Map<String, List<Series>> charts = new LinkedHashMap<>();
    Map<String, Integer> lengths = new TreeMap<>();
    Figures scaled = new Figures(Metric.named(evidence.curveMetric()));
    String yName = evidence.curveMetric() + (scaled.unit().isEmpty() ? "" : " in " + scaled.unit());
    for (Curve curve : evidence.curves()) {
      List<Point> points =
          curve.points().stream()
              .map(
                  point ->
                      new Point(
                          point.epoch() - 1.0,
                          point.mean() * scaled.scale(),
                          point.deviation() * scaled.scale()))
              .toList();
      if (!points.isEmpty()) {
        charts
            .computeIfAbsent(curve.setting(), each -> new ArrayList<>())
            .add(new Series(curve.treatment(), points));
        lengths.merge(
            curve.setting(), curve.points().get(curve.points().size() - 1).epoch(), Math::max);
      }
    }
    List<Figure> drawn = new ArrayList<>();
    charts.forEach(
        (setting, lines) -> {
          if (drawn.size() < CURVE_CHARTS) {
            List<String> epochs = new ArrayList<>();
            for (int epoch = 1; epoch <= lengths.get(setting); epoch++) {
              epochs.add(Integer.toString(epoch));
            }
            drawn.add(
                new Figure(
                    "curve-" + (drawn.size() + 1),
                    setting
                        + ": "
                        + evidence.curveMetric()
                        + " by epoch, mean and one standard deviation over seeds",
                    "One line a " + comparison.question().treatment() + ".",
                    LineChart.draw(
                        palette,
                        new Frame(
                            "epoch",
                            yName,
                            epochs,
                            List.of(),
                            seeds(
                                evidence.curves().stream()
                                    .filter(each -> each.setting().equals(setting))
                                    .map(Curve::seeds))),
                        lines)));
          }
        });
    return drawn;
  }

  /** The metric against seconds, if they were measured. */
  Optional<Figure> cost() {
    List<Tradeoff> spots = new TrainingTables(comparison, evidence).tradeoffs();
    if (spots.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Figure(
            "cost",
            comparison.question().metric().name()
                + " against seconds a run; * on the Pareto front, not beaten in both by any other",
            spots.stream()
                .map(
                    spot ->
                        spot.treatment()
                            + " "
                            + figures.value(spot.value())
                            + " at "
                            + Figures.fixed(spot.cost(), 2)
                            + " s")
                .collect(Collectors.joining(", ")),
            CostChart.draw(palette, "seconds a run", unitName(), figures.scale(), spots)));
  }
}
