package actbench.report;

import actbench.compare.Comparison;
import actbench.compare.Omission;
import actbench.compare.Question;
import actbench.compare.Setting;
import actbench.result.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together what the report of a comparison says. */
final class ComparisonDocument {
  /** The title of the section about cost. */
  static final String COST = "Quality against cost";

  private static final int NAMED_OMISSIONS = 20;

  private final Comparison comparison;
  private final Evidence evidence;
  private final Question question;
  private final Figures figures;
  private final ComparisonTables tables;
  private final List<Block> blocks = new ArrayList<>();

  private ComparisonDocument(Comparison comparison, Evidence evidence) {
    this.comparison = comparison;
    this.evidence = evidence;
    this.question = comparison.question();
    this.figures = new Figures(question.metric());
    this.tables = new ComparisonTables(comparison);
  }

  static Document of(Comparison comparison, Evidence evidence) {
    return new ComparisonDocument(comparison, evidence).build();
  }

  private Document build() {
    blocks.add(new Block.Heading(1, comparison.name()));
    blocks.add(new Block.Paragraph(Headline.of(comparison)));
    blocks.add(new Block.Bullets(facts()));
    Conclusions conclusions = new Conclusions(comparison);
    blocks.addAll(conclusions.verdicts());
    wins();
    settings();
    parts();
    duels();
    blocks.addAll(conclusions.evidence());
    TrainingTables training = new TrainingTables(comparison, evidence);
    section("On the way", training.progress());
    section(COST, training.cost());
    if (!comparison.notes().isEmpty()) {
      section("Notes");
      blocks.add(new Block.Bullets(comparison.notes()));
    }
    omissions();
    return new Document(blocks);
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    Metric metric = question.metric();
    facts.add(
        "metric: "
            + metric.name()
            + (figures.unit().isEmpty() ? "" : " in " + figures.unit())
            + ", "
            + metric.direction().words());
    facts.add(
        "runs: "
            + comparison.runs()
            + " count, "
            + comparison.omissions().size()
            + " left out; "
            + Figures.count(comparison.contested().size(), "setting")
            + ", "
            + seeds());
    facts.add("paired: " + pairing());
    if (!comparison.fixed().isEmpty()) {
      facts.add(
          "in all runs: "
              + comparison.fixed().entrySet().stream()
                  .map(each -> each.getKey() + "=" + each.getValue())
                  .collect(Collectors.joining(", ")));
    }
    return facts;
  }

  private String seeds() {
    List<List<String>> seeds =
        comparison.contested().stream().map(Setting::seeds).distinct().toList();
    String noun = question.replicate();
    if (seeds.size() != 1) {
      return noun + "s differ between settings";
    }
    return seeds.get(0).size() > 10
        ? Figures.count(seeds.get(0).size(), noun)
        : noun + (seeds.get(0).size() == 1 ? " " : "s ") + String.join(", ", seeds.get(0));
  }

  private String pairing() {
    int checked = comparison.pairing().checked();
    return switch (comparison.pairing().answer()) {
      case YES ->
          "yes, same initial weights and order of examples ("
              + Figures.count(checked, "group")
              + " of runs checked)";
      case NO -> "NO: " + String.join("; ", comparison.pairing().broken());
      case UNKNOWN -> "unknown, no hashes of initial weights and order to tell by";
    };
  }

  private void section(String title, List<Block> content) {
    if (!content.isEmpty()) {
      section(title);
      blocks.addAll(content);
    }
  }

  private void section(String title) {
    blocks.add(new Block.Heading(2, title));
  }

  private void wins() {
    section("Wins by " + question.treatment());
    blocks.add(new Block.Grid(tables.wins()));
    long whole = comparison.contested().stream().filter(comparison::isWhole).count();
    if (whole < comparison.contested().size()) {
      blocks.add(
          new Block.Paragraph(
              "The mean is over the "
                  + Figures.count(whole, "setting")
                  + " that every "
                  + question.treatment()
                  + " finished without divergence."));
    }
  }

  private void settings() {
    section("Mean ± standard deviation over " + question.replicate() + "s, best marked");
    blocks.add(new Block.Grid(tables.settings()));
  }

  private void parts() {
    if (!comparison.parts().isEmpty()) {
      section("By " + question.by() + ": wins (mean)");
      blocks.add(new Block.Grid(tables.parts()));
    }
  }

  private void duels() {
    if (!comparison.duels().isEmpty()) {
      section("Against each other: wins-ties-losses of the row, mean difference");
      blocks.add(new Block.Paragraph(band()));
      blocks.add(new Block.Grid(tables.duels()));
    }
  }

  private String band() {
    String sign = "A positive difference means that the row is better";
    return question.tieBand() == 0
        ? sign + "; only equal means tie."
        : sign
            + "; means that differ by no more than "
            + figures.value(question.tieBand())
            + " "
            + figures.gainUnit()
            + " tie.";
  }

  private void omissions() {
    if (comparison.omissions().isEmpty()) {
      return;
    }
    section("Left out: " + Figures.count(comparison.omissions().size(), "run"));
    Map<String, Long> counts =
        comparison.omissions().stream()
            .collect(Collectors.groupingBy(Omission::status, TreeMap::new, Collectors.counting()));
    List<String> items =
        new ArrayList<>(
            comparison.omissions().stream()
                .sorted(Comparator.comparing(Omission::status).thenComparing(Omission::id))
                .limit(NAMED_OMISSIONS)
                .map(run -> run.id() + ": " + run.status() + reason(run))
                .toList());
    if (comparison.omissions().size() > NAMED_OMISSIONS) {
      items.add(
          "and "
              + (comparison.omissions().size() - NAMED_OMISSIONS)
              + " more ("
              + counts.entrySet().stream()
                  .map(each -> each.getValue() + " " + each.getKey())
                  .collect(Collectors.joining(", "))
              + " in all); --format json names every one");
    }
    blocks.add(new Block.Bullets(items));
  }

  private static String reason(Omission run) {
    return run.reason().isEmpty() || run.status().equals("missing")
        ? ""
        : " (" + run.reason() + ")";
  }
}
