package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Criterion;
import actbench.compare.Crossover;
import actbench.compare.Sweep;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What holds along the values of each setting, in tables and words. */
final class SweepTables {
  private static final int STRETCHES = 8;
  private static final int CROSSOVERS = 20;

  private final Comparison comparison;
  private final Figures figures;
  private final List<Sweep> sweeps;

  SweepTables(Comparison comparison) {
    this.comparison = comparison;
    this.figures = new Figures(comparison.question().metric());
    this.sweeps = Sweep.of(comparison);
  }

  List<Sweep> sweeps() {
    return sweeps;
  }

  /** Where each treatment is best, in the words of the articles' table; empty without sweeps. */
  List<Block> criteria() {
    List<List<Entry>> rows = new ArrayList<>();
    for (Criterion criterion : Criterion.of(comparison, sweeps)) {
      rows.add(
          List.of(
              Entry.of(criterion.setting()),
              Entry.of(criterion.treatment()),
              Entry.of(shortened(criterion.condition())),
              Entry.of(criterion.best().size() + " of " + criterion.values().size())));
    }
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Grid(
            new Table(
                "Best mean alone",
                3,
                List.of("setting", comparison.question().treatment(), "best at", "values"),
                rows)));
    blocks.add(new Block.Bullets(sweeps.stream().map(this::leaders).toList()));
    return blocks;
  }

  /** A random search has hundreds of values. */
  private static String shortened(String condition) {
    return condition.length() <= 200 ? condition : condition.substring(0, 200) + " ...";
  }

  /** {@code By depth: swish leads at 15 (by 0.10 points), mish from 18 on (by 0.30 to 1.20).} */
  String leaders(Sweep sweep) {
    List<Sweep.Stretch> stretches = sweep.stretches();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(STRETCHES, stretches.size()); i++) {
      parts.add(part(sweep, stretches.get(i), i == stretches.size() - 1));
    }
    if (stretches.size() > STRETCHES) {
      parts.add("and " + (stretches.size() - STRETCHES) + " more changes of the lead");
    }
    String others =
        sweep.companions().isEmpty()
            ? ""
            : " (changes together with " + String.join(", ", sweep.companions()) + ")";
    return "By " + sweep.name() + others + ": " + String.join("; ", parts) + ".";
  }

  private String part(Sweep sweep, Sweep.Stretch stretch, boolean last) {
    List<String> values = stretch.values();
    String where;
    if (values.size() == 1) {
      where = "at " + values.get(0);
    } else if (!sweep.isOrdered()) {
      where = "at " + String.join(", ", values);
    } else if (last) {
      where = "from " + values.get(0) + " on";
    } else {
      where = "from " + values.get(0) + " to " + values.get(values.size() - 1);
    }
    if (stretch.leaders().isEmpty()) {
      return "nobody leads " + where + ", for lack of whole settings";
    }
    String names = String.join(" and ", stretch.leaders());
    return names
        + (stretch.leaders().size() == 1 ? " leads " : " share the lead ")
        + where
        + lead(stretch);
  }

  private String lead(Sweep.Stretch stretch) {
    if (Double.isNaN(stretch.leastLead()) || stretch.leaders().size() > 1) {
      return "";
    }
    String least = figures.value(stretch.leastLead());
    String most = figures.value(stretch.mostLead());
    return " (by "
        + (least.equals(most) ? least : least + " to " + most)
        + " "
        + figures.gainUnit()
        + ")";
  }

  /** Where one overtakes another; empty if nobody does. */
  List<Block> crossovers() {
    List<Crossover> all = Crossover.of(comparison, sweeps);
    if (all.isEmpty()) {
      return List.of();
    }
    List<List<Entry>> rows =
        all.stream()
            .limit(CROSSOVERS)
            .map(
                each ->
                    List.of(
                        Entry.of(each.first() + " overtakes " + each.second()),
                        Entry.of(each.setting()),
                        Entry.of(each.before() + " to " + each.after()),
                        Entry.of(figures.signed(each.gainBefore())),
                        Entry.of(figures.signed(each.gainAfter())),
                        new Entry(each.isClear() ? "yes" : "no", each.isClear())))
            .collect(Collectors.toList());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            "Only differences beyond the tie band count. Clear: at both values a test over seeds"
                + " excludes chance at 5 %, each for itself; otherwise the crossing may be noise."
                + (all.size() > CROSSOVERS
                    ? " The first " + CROSSOVERS + " of " + all.size() + " are shown."
                    : "")));
    blocks.add(
        new Block.Grid(
            new Table(
                "Crossovers",
                2,
                List.of("who", "setting", "between", "before", "after", "clear"),
                rows)));
    return blocks;
  }
}
