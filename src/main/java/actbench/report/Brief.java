package actbench.report;

import actbench.compare.Cell;
import actbench.compare.Comparison;
import actbench.compare.Pairing;
import actbench.compare.Standing;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a terminal shows when a grid is done: who won, by how much, and one line a pair. The full
 * text is {@link ComparisonDocument}'s.
 */
final class Brief {
  private static final int SETTINGS = 12;

  private final Comparison comparison;
  private final Figures figures;
  private final ComparisonTables tables;
  private final List<Block> blocks = new ArrayList<>();

  private Brief(Comparison comparison) {
    this.comparison = comparison;
    this.figures = new Figures(comparison.question().metric());
    this.tables = new ComparisonTables(comparison);
  }

  static Document of(Comparison comparison, String hint) {
    return new Brief(comparison).build(hint);
  }

  private Document build(String hint) {
    blocks.add(new Block.Heading(1, comparison.name()));
    blocks.add(new Block.Paragraph(Headline.of(comparison)));
    int settings = comparison.contested().size();
    blocks.add(new Block.Grid(settings == 1 ? single() : tables.wins()));
    if (settings > 1 && settings <= SETTINGS) {
      blocks.add(new Block.Grid(tables.settings()));
    }
    if (!comparison.parts().isEmpty()) {
      blocks.add(new Block.Heading(2, "By " + comparison.question().by() + ": wins (mean)"));
      blocks.add(new Block.Grid(tables.parts()));
    }
    if (comparison.looks().isEmpty()) {
      blocks.addAll(new VerdictLines(comparison).blocks());
    } else {
      blocks.add(new Block.Grid(new LooksTables(comparison).verdicts()));
    }
    List<String> remarks = remarks();
    if (!remarks.isEmpty()) {
      blocks.add(new Block.Bullets(remarks));
    }
    blocks.add(new Block.Paragraph("* best, or beyond chance. " + hint));
    return new Document(blocks);
  }

  /** With one setting its means and their spread are the wins table. */
  private Table single() {
    boolean diverged = comparison.standings().stream().anyMatch(each -> each.diverged() > 0);
    List<String> header = new ArrayList<>(List.of(comparison.question().treatment(), "wins"));
    if (diverged) {
      header.add("diverged runs");
    }
    header.add("mean" + (figures.unit().isEmpty() ? "" : " " + figures.unit()));
    double most = comparison.standings().get(0).wins();
    List<List<Entry>> rows = new ArrayList<>();
    for (Standing standing : comparison.standings()) {
      Cell cell = comparison.contested().get(0).cell(standing.treatment()).orElse(null);
      List<Entry> row = new ArrayList<>();
      row.add(Entry.of(standing.treatment()));
      row.add(new Entry(Figures.wins(standing.wins()), standing.wins() == most && most > 0));
      if (diverged) {
        row.add(Entry.of(standing.diverged() + " of " + standing.runs()));
      }
      row.add(
          Entry.of(cell == null ? Figures.NONE : figures.spread(cell.mean(), cell.deviation())));
      rows.add(row);
    }
    return new Table("Wins", 1, header, rows);
  }

  /** What must not be overlooked, in a line each. */
  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (comparison.pairing().answer() == Pairing.Answer.NO) {
      remarks.add(
          "Seeds are not paired: " + String.join("; ", comparison.pairing().broken()) + ".");
    }
    if (!comparison.omissions().isEmpty()) {
      remarks.add(
          "Left out: "
              + comparison.omissions().stream()
                  .collect(
                      Collectors.groupingBy(
                          run -> run.status(), TreeMap::new, Collectors.counting()))
                  .entrySet()
                  .stream()
                  .map(each -> each.getValue() + " " + each.getKey())
                  .collect(Collectors.joining(", "))
              + ".");
    }
    comparison.notes().stream()
        .sorted(Comparator.comparingInt(String::length))
        .limit(2)
        .forEach(remarks::add);
    if (comparison.notes().size() > 2) {
      remarks.add("And " + Figures.count(comparison.notes().size() - 2, "more note") + ".");
    }
    return remarks;
  }
}
