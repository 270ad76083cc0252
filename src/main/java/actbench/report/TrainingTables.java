package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.EqualConditions;
import actbench.compare.Progress;
import actbench.compare.Standing;
import actbench.compare.Tradeoff;
import actbench.report.Table.Entry;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened on the way to the end, and what it cost. */
final class TrainingTables {
  private final Comparison comparison;
  private final Evidence evidence;

  TrainingTables(Comparison comparison, Evidence evidence) {
    this.comparison = comparison;
    this.evidence = evidence;
  }

  /** Wins by each measure of the learning curves; empty without curves. */
  List<Block> progress() {
    if (evidence.progress().isEmpty()) {
      return List.of();
    }
    List<String> header = new ArrayList<>(List.of(comparison.question().treatment()));
    for (Progress.Measure measure : evidence.progress()) {
      header.add(title(measure.kind()));
      if (measure.kind() == Progress.Kind.EPOCHS_TO_TARGET) {
        header.add("reached");
      }
    }
    List<List<Entry>> rows = new ArrayList<>();
    for (String treatment : comparison.treatments()) {
      List<Entry> row = new ArrayList<>(List.of(Entry.of(treatment)));
      for (Progress.Measure measure : evidence.progress()) {
        Standing standing = standing(measure.comparison(), treatment);
        row.add(entry(measure.comparison(), standing));
        if (measure.kind() == Progress.Kind.EPOCHS_TO_TARGET) {
          row.add(
              Entry.of(
                  standing == null
                      ? Figures.NONE
                      : standing.runs() - standing.diverged() + " of " + standing.runs()));
        }
      }
      rows.add(row);
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(explanation()));
    blocks.add(new Block.Grid(new Table("Wins (mean) by measures of learning", 1, header, rows)));
    return blocks;
  }

  private static String title(Progress.Kind kind) {
    return switch (kind) {
      case AREA -> "area";
      case EPOCHS_TO_TARGET -> "epochs to target";
      case SECONDS_TO_TARGET -> "seconds to target";
      case EQUAL_EPOCHS -> "at equal epochs";
      case EQUAL_TIME -> "at equal time";
    };
  }

  private String explanation() {
    Metric metric = Metric.named(evidence.curveMetric());
    Figures figures = new Figures(metric);
    String target =
        evidence.target().isPresent()
            ? figures.value(evidence.target().getAsDouble()) + " " + figures.unit()
            : "in each setting the worst of the "
                + comparison.question().treatment()
                + "s' means at the end";
    return "From the curves of "
        + evidence.curveMetric()
        + ". Area: its mean over epochs. Target: "
        + target
        + "; a run that never reaches it loses, and the mean is over settings where all did. At equal"
        + " epochs and time: of the runs of one setting and seed, each is judged at the last epoch"
        + " that all have, and when the fastest has finished. Times are of this machine."
        + conditions().map(each -> " " + each).orElse("");
  }

  private static Standing standing(Comparison measured, String treatment) {
    return measured.standings().stream()
        .filter(each -> each.treatment().equals(treatment))
        .findFirst()
        .orElse(null);
  }

  private static Entry entry(Comparison measured, Standing standing) {
    if (standing == null) {
      return Entry.of(Figures.NONE);
    }
    double most = measured.standings().get(0).wins();
    Figures figures = new Figures(measured.question().metric());
    return new Entry(
        Figures.wins(standing.wins())
            + (Double.isNaN(standing.mean()) ? "" : " (" + figures.value(standing.mean()) + ")"),
        standing.wins() == most && most > 0);
  }

  /** What each gives for what it costs; empty if seconds were not measured. */
  List<Block> cost() {
    List<Tradeoff> spots = tradeoffs();
    List<Block> blocks = new ArrayList<>();
    conditions().ifPresent(each -> blocks.add(new Block.Paragraph(each)));
    if (spots.size() < 2) {
      return blocks;
    }
    Figures figures = new Figures(comparison.question().metric());
    List<List<Entry>> rows = new ArrayList<>();
    for (Tradeoff spot : spots) {
      rows.add(
          List.of(
              Entry.of(spot.treatment()),
              Entry.of(figures.value(spot.value())),
              Entry.of(Figures.fixed(spot.cost(), 2)),
              new Entry(spot.front() ? "yes" : "no", spot.front())));
    }
    blocks.add(
        new Block.Grid(
            new Table(
                "Cost, the cheapest first",
                1,
                List.of(
                    comparison.question().treatment(),
                    comparison.question().metric().name()
                        + (figures.unit().isEmpty() ? "" : " " + figures.unit()),
                    "seconds a run",
                    "on the Pareto front"),
                rows)));
    return blocks;
  }

  /** Which times are compared, and what that cannot tell; none if there is nothing to say. */
  private Optional<String> conditions() {
    return evidence
        .conditions()
        .map(each -> (leavesOut(each) + cannotTell(each)).strip())
        .filter(text -> !text.isEmpty());
  }

  private static String leavesOut(EqualConditions conditions) {
    if (conditions.equal() == conditions.places()) {
      return "";
    }
    String where =
        conditions.equal() == 0
            ? "No times are compared: in none of the "
                + Figures.count(conditions.places(), "group")
                + " of one setting and seed did"
            : "Times are compared in "
                + conditions.equal()
                + " of "
                + Figures.count(conditions.places(), "group")
                + " of one setting and seed: only there did";
    return where
        + " all run with the same threads, engine and version, none held up more than the others."
        + " Left out: "
        + conditions.unequal().entrySet().stream()
            .map(reason -> reason.getValue() + " for " + reason.getKey())
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static String cannotTell(EqualConditions conditions) {
    return conditions.equal() > 0 && !conditions.repeated()
        ? " With one seed, a load that lasts as long as a run goes unnoticed."
        : "";
  }

  /** The treatments by cost; empty if seconds were not measured. */
  List<Tradeoff> tradeoffs() {
    return evidence.cost().map(costs -> Tradeoff.of(comparison, costs)).orElse(List.of());
  }
}
