package actbench.report;

import actbench.compare.Comparison;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.List;

/** Puts together the full report: a comparison's text and tables, pictures, provenance, limits. */
final class HtmlReport {
  private HtmlReport() {}

  static String write(Comparison comparison, Evidence evidence) {
    ReportFigures figures = new ReportFigures(comparison, evidence);
    List<Block> blocks = new ArrayList<>();
    for (Block block : ComparisonDocument.of(comparison, evidence).blocks()) {
      blocks.add(block);
      if (block instanceof Block.Heading heading && heading.text().startsWith("Mean ranks")) {
        figures.ranks().ifPresent(each -> blocks.add(new Block.Picture(each)));
      } else if (block instanceof Block.Heading heading
          && heading.text().equals(ComparisonDocument.COST)) {
        figures.cost().ifPresent(each -> blocks.add(new Block.Picture(each)));
      }
    }
    section(blocks, "Along each setting", figures.sweeps());
    section(blocks, "Learning curves", figures.curves());
    provenance(blocks, evidence);
    limits(blocks, comparison);
    return HtmlRenderer.render(new Document(blocks), comparison.name());
  }

  private static void section(List<Block> blocks, String title, List<Figure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, title));
    for (Figure figure : figures) {
      blocks.add(new Block.Picture(figure));
    }
  }

  private static void provenance(List<Block> blocks, Evidence evidence) {
    if (evidence.provenance().isEmpty()) {
      return;
    }
    blocks.add(new Block.Heading(2, "Provenance"));
    List<List<Entry>> rows = new ArrayList<>();
    evidence
        .provenance()
        .forEach((name, value) -> rows.add(List.of(Entry.of(name), Entry.of(value))));
    blocks.add(
        new Block.Grid(
            new Table("What the runs were made with", 2, List.of("what", "value"), rows)));
  }

  private static void limits(List<Block> blocks, Comparison comparison) {
    blocks.add(new Block.Heading(2, "Limits"));
    List<String> limits = new ArrayList<>();
    limits.add(
        "The numbers hold for the settings that were run. Tests over settings take them for a sample"
            + " of those one cares about, which no test can check.");
    limits.add(
        "Every "
            + comparison.question().treatment()
            + " had the same learning rate and schedule. One that needs others is at a disadvantage"
            + " here.");
    limits.add("Scores are of the last epoch unless the metric's name says otherwise.");
    if (comparison.tests().stream().anyMatch(test -> test.pairedSeeds())) {
      limits.add("The test over seeds takes the settings as given and their seeds as independent.");
    }
    blocks.add(new Block.Bullets(limits));
  }
}
