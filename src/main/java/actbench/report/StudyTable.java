package actbench.report;

import actbench.claims.PublishedRow;
import actbench.claims.Reproduced;
import actbench.claims.Reproduced.Form;
import actbench.compare.Cell;
import actbench.compare.Setting;
import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Published scores and those found here side by side, a row a published row. */
final class StudyTable {
  private static final List<String> ORDER = List.of("relu", "swish", "mish", "beta-mish");

  private StudyTable() {}

  /** The best of each row are strong, the published ones and those found apart. */
  static Table of(String caption, List<Reproduced> rows, boolean withDataset) {
    List<String> functions = functions(rows);
    List<String> header = new ArrayList<>(List.of("row", "runs here"));
    for (String function : functions) {
      header.add(function + " published");
      header.add(function + " here");
    }
    List<List<Entry>> lines = new ArrayList<>();
    for (Reproduced row : rows) {
      List<Entry> line = new ArrayList<>();
      PublishedRow published = row.published();
      line.add(
          Entry.of(
              withDataset ? published.dataset() + " " + published.label() : published.label()));
      line.add(Entry.of(runs(row)));
      for (String function : functions) {
        line.add(published(published, function));
        line.add(found(row, function));
      }
      lines.add(line);
    }
    return new Table(caption, 2, header, lines);
  }

  /** The functions that were published or run, in the study's order. */
  static List<String> functions(List<Reproduced> rows) {
    Set<String> there = new LinkedHashSet<>();
    for (Reproduced row : rows) {
      there.addAll(row.published().scores().keySet());
      row.found()
          .map(Setting::cells)
          .orElse(List.of())
          .forEach(cell -> there.add(cell.treatment()));
    }
    Set<String> ordered = new LinkedHashSet<>(ORDER);
    ordered.retainAll(there);
    ordered.addAll(there);
    return List.copyOf(ordered);
  }

  private static String runs(Reproduced row) {
    return row.form() == Form.NOT_RUN
        ? row.form().words()
        : row.form().words() + ", " + Figures.count(row.seeds(), "seed");
  }

  private static Entry published(PublishedRow row, String function) {
    double score = row.score(function);
    return Double.isNaN(score)
        ? Entry.of(Figures.NONE)
        : new Entry(new Figures(row.metric()).value(score), row.winners().contains(function));
  }

  private static Entry found(Reproduced row, String function) {
    if (row.cell(function).isEmpty()) {
      return Entry.of(Form.NOT_RUN.words());
    }
    Cell cell = row.cell(function).orElseThrow();
    if (cell.diverged() > 0) {
      return Entry.of("diverged " + cell.diverged() + " of " + cell.seeds());
    }
    return new Entry(
        new Figures(row.published().metric()).spread(cell.mean(), cell.deviation()),
        row.winners().contains(function));
  }
}
