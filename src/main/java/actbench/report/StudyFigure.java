package actbench.report;

import actbench.claims.PublishedRow;
import actbench.claims.Reproduced;
import actbench.claims.Reproduced.Form;
import actbench.compare.Cell;
import actbench.compare.Setting;
import actbench.report.LineChart.Frame;
import actbench.report.LineChart.Point;
import actbench.report.LineChart.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Published curves, thin, and what was found here, with marks and the seeds' deviation. */
final class StudyFigure {
  private static final Pattern TRAIN = Pattern.compile("\\btrain=(\\d+)");
  private static final Pattern TEST = Pattern.compile("\\btest=(\\d+)");

  private final List<Reproduced> rows;
  private final List<Series> lines = new ArrayList<>();

  private StudyFigure(List<Reproduced> rows) {
    this.rows = rows;
  }

  /**
   * The figure of a table. How the runs were made stands in the picture, for it goes elsewhere
   * without the page.
   *
   * @param axis what the rows vary
   */
  static Figure of(String table, String title, String axis, List<Reproduced> rows) {
    StudyFigure figure = new StudyFigure(rows);
    List<String> functions = StudyTable.functions(rows);
    functions.forEach(figure::add);
    List<String> notes = List.of(figure.published(), figure.found());
    List<String> places = rows.stream().map(row -> row.published().label()).toList();
    String yName = "test accuracy in %";
    return new Figure(
        table,
        title + ": test accuracy in %, published (thin lines) and here (marks)",
        String.join(" ", notes) + " " + figure.values(places),
        LineChart.draw(
            new Palette(functions),
            new Frame(axis, yName, places, notes, figure.seeds()),
            figure.lines));
  }

  private void add(String function) {
    List<Point> published = new ArrayList<>();
    List<Point> found = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double scale = new Figures(rows.get(i).published().metric()).scale();
      double score = rows.get(i).published().score(function);
      if (!Double.isNaN(score)) {
        published.add(new Point(i, score * scale, Double.NaN));
      }
      if (rows.get(i).cell(function).isPresent()) {
        Cell cell = rows.get(i).cell(function).orElseThrow();
        if (!Double.isNaN(cell.mean())) {
          found.add(new Point(i, cell.mean() * scale, cell.deviation() * scale));
        }
      }
    }
    if (!published.isEmpty()) {
      lines.add(new Series(function, published, true));
    }
    if (!found.isEmpty()) {
      lines.add(new Series(function, found));
    }
  }

  private String published() {
    return "Thin lines: published, "
        + each(
            rows,
            row -> {
              PublishedRow published = row.published();
              return (published.epochs() == 0
                      ? "epochs not known"
                      : Figures.count(published.epochs(), "epoch"))
                  + ", "
                  + (published.runs() == 1
                      ? "one run each"
                      : "means of " + published.runs() + " runs");
            })
        + ".";
  }

  private String found() {
    List<Reproduced> run = rows.stream().filter(row -> row.form() != Form.NOT_RUN).toList();
    return run.isEmpty()
        ? "Nothing was run here yet."
        : "Marks: runs here, " + each(run, StudyFigure::form) + ".";
  }

  private static String form(Reproduced row) {
    SortedMap<String, String> settings = row.found().map(Setting::values).orElseThrow();
    String epochs = settings.getOrDefault("epochs", "");
    return row.form().words()
        + (epochs.isEmpty() ? "" : ", " + epochs + " epoch" + (epochs.equals("1") ? "" : "s"))
        + images(settings.getOrDefault("dataset", ""))
        + ", "
        + Figures.count(row.seeds(), "seed");
  }

  /** How many images are left of a data set, from its label; empty for all of them. */
  private static String images(String dataset) {
    Matcher train = TRAIN.matcher(dataset);
    Matcher test = TEST.matcher(dataset);
    return (train.find() ? ", " + train.group(1) + " training images" : "")
        + (test.find() ? ", " + test.group(1) + " test images" : "");
  }

  /** What all rows have in common is said once; otherwise each wording with its rows. */
  private static String each(List<Reproduced> rows, Function<Reproduced, String> words) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (Reproduced row : rows) {
      places
          .computeIfAbsent(words.apply(row), key -> new ArrayList<>())
          .add(row.published().label());
    }
    return places.size() == 1
        ? places.keySet().iterator().next()
        : places.entrySet().stream()
            .map(each -> "at " + String.join(", ", each.getValue()) + ": " + each.getKey())
            .collect(Collectors.joining("; "));
  }

  /** Over what the deviations are. */
  private String seeds() {
    TreeSet<Integer> counts = new TreeSet<>();
    rows.stream().map(Reproduced::seeds).filter(seeds -> seeds > 1).forEach(counts::add);
    return counts.size() == 1 ? Figures.count(counts.first(), "seed") : "the seeds";
  }

  /** The numbers, for those who cannot see the picture. */
  private String values(List<String> places) {
    return lines.stream()
        .map(
            line ->
                line.name()
                    + (line.published() ? ", published: " : ", here: ")
                    + line.points().stream()
                        .map(
                            point ->
                                Figures.fixed(point.y(), 2) + " at " + places.get((int) point.x()))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; ", "", "."));
  }
}
