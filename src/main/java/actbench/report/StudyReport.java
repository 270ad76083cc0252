package actbench.report;

import actbench.claims.ClaimCheck;
import actbench.claims.ClaimCheck.Verdict;
import actbench.claims.Criterion;
import actbench.claims.Reproduced;
import actbench.report.Table.Entry;
import actbench.result.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the study's tables and figures from published scores and the runs that repeat them. */
public final class StudyReport {
  private static final String BETA_MISH = "beta-mish";
  private static final String BENCHMARK = "benchmark-75";
  private static final Map<String, String> AXES =
      Map.of("depth", "number of layers (published label)", "batch-size", "batch size");
  private static final Map<String, String> TITLES = titles();

  private StudyReport() {}

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("depth", "Number of layers");
    titles.put("batch-size", "Batch size");
    titles.put("optimizers", "Optimizers");
    titles.put("learning-rates", "Learning rates");
    titles.put("initializers", "Initializers");
    titles.put("regularizers", "Regularizers");
    titles.put("dropout", "Dropout");
    titles.put("dense-units", "Dense units");
    titles.put("augmentation", "Data augmentation");
    titles.put("mixup", "Mixup");
    titles.put("schedules", "Learning-rate policies");
    titles.put("input-noise", "Input noise");
    titles.put("resnet-v2-56", "ResNet v2-56");
    titles.put("squeezenet", "SqueezeNet, repeated");
    return titles;
  }

  /**
   * The tables of the article and of the study; as CSV and JSON a row for each function of each
   * published row.
   *
   * @param name where the results are from
   * @param experiments all runs by the experiment's name
   */
  public static String write(
      String name,
      Map<String, Rows> experiments,
      List<Reproduced> rows,
      List<Criterion> criteria,
      Format format) {
    return switch (format) {
      case CSV -> StudyData.csv(rows);
      case JSON -> StudyData.json(name, rows);
      default ->
          ClaimsReport.render(
              document(name, experiments, rows, criteria), format, "The study's tables");
    };
  }

  /** The figures by depth and by batch size as SVG files, text by file name. */
  public static Map<String, String> figures(List<Reproduced> rows) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String table : List.of("depth", "batch-size")) {
      Figure figure = figure(table, of(rows, table));
      files.put(figure.name() + ".svg", figure.file());
    }
    return files;
  }

  private static Document document(
      String name, Map<String, Rows> experiments, List<Reproduced> rows, List<Criterion> criteria) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, "The study's tables from " + name));
    blocks.add(
        new Block.Paragraph(
            "Rows with runs here: "
                + StudyTotals.coverage(rows)
                + ". Published scores are of one run of unknown seed unless a row says otherwise; those here are means over"
                + " seeds, with one standard deviation. Accuracies in %, of the last epoch. Full is"
                + " the published data and number of epochs, small is less of either: then compare"
                + " functions, not scores. The best of each row is marked, however small its lead."));
    List<Reproduced> beta = of(rows, BETA_MISH);
    blocks.add(new Block.Heading(2, "The beta-Mish table"));
    blocks.add(new Block.Grid(StudyTable.of("Eight networks, four functions", beta, false)));
    blocks.add(new Block.Bullets(StudyTotals.wins(beta)));
    blocks.add(
        new Block.Paragraph(
            "The article prints 1, 1, 3 and 4 wins: its last row mixes validation loss with training"
                + " loss, which this table does not."));
    blocks.add(new Block.Heading(2, "The table of criteria"));
    blocks.add(
        new Block.Paragraph(
            "How often Mish was ahead where the article claims it, and elsewhere: a win there is"
                + " for the criterion, a win elsewhere against it. Exact means decide."));
    blocks.add(new Block.Grid(StudyTotals.criteria(criteria, rows, "swish")));
    blocks.add(new Block.Paragraph("The same over relu, which the study left out of most sweeps."));
    blocks.add(new Block.Grid(StudyTotals.criteria(criteria, rows, "relu")));
    TITLES.forEach((table, title) -> section(blocks, title, table, of(rows, table)));
    List<Reproduced> models = of(rows, BENCHMARK);
    blocks.add(new Block.Heading(2, "The benchmark of 75 models"));
    blocks.add(new Block.Bullets(StudyTotals.duels(models)));
    blocks.add(
        new Block.Paragraph("The study counts 55 over ReLU; its own table gives the 58 here."));
    blocks.add(new Block.Grid(StudyTable.of("75 models, three functions", models, false)));
    verdicts(blocks, rows);
    blocks.add(new Block.Heading(2, "Runs behind these tables"));
    blocks.add(new Block.Grid(StudyExperiments.of(experiments)));
    return new Document(blocks);
  }

  private static void section(
      List<Block> blocks, String title, String table, List<Reproduced> rows) {
    blocks.add(new Block.Heading(2, title));
    if (AXES.containsKey(table)) {
      blocks.add(new Block.Picture(figure(table, rows)));
    }
    boolean several = rows.stream().map(row -> row.published().dataset()).distinct().count() > 1;
    blocks.add(new Block.Grid(StudyTable.of(title, rows, several)));
    blocks.add(new Block.Bullets(StudyTotals.duels(rows)));
  }

  private static void verdicts(List<Block> blocks, List<Reproduced> rows) {
    blocks.add(new Block.Heading(2, "Verdicts on the published differences"));
    List<List<Entry>> lines = new ArrayList<>();
    Set<String> notes = new LinkedHashSet<>();
    for (Reproduced row : rows) {
      for (ClaimCheck check : row.checks()) {
        if (check.verdict() != Verdict.NOT_TESTED) {
          List<Entry> line = new ArrayList<>(ClaimLine.inRow(check));
          line.add(0, Entry.of(row.published().table() + " " + row.published().label()));
          line.add(2, Entry.of(check.form().words() + ", " + Figures.count(check.seeds(), "seed")));
          lines.add(line);
          if (!check.claim().note().isEmpty()) {
            notes.add(check.claim().model() + ": " + check.claim().note() + ".");
          }
        }
      }
    }
    if (lines.isEmpty()) {
      blocks.add(new Block.Paragraph("No published difference has runs here yet."));
      return;
    }
    blocks.add(
        new Block.Paragraph(
            "Intervals are at 95 %, over seeds; one seed gives none, and then nothing is confirmed"
                + " or contradicted. ± is how far a published difference may be off that was read"
                + " off a plot. Each verdict stands for itself; 'actbench verify' adjusts them for"
                + " each other."));
    if (!notes.isEmpty()) {
      blocks.add(new Block.Bullets(List.copyOf(notes)));
    }
    List<String> header = new ArrayList<>(ClaimLine.HEADER);
    header.add(0, "of");
    header.add(2, "runs here");
    blocks.add(new Block.Grid(new Table("Mish against its rivals", 2, header, lines)));
  }

  private static Figure figure(String table, List<Reproduced> rows) {
    return StudyFigure.of(table, TITLES.get(table), AXES.get(table), rows);
  }

  private static List<Reproduced> of(List<Reproduced> rows, String table) {
    return rows.stream().filter(row -> row.published().table().equals(table)).toList();
  }
}
