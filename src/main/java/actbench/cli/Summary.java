package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Question;
import actbench.report.Format;
import actbench.report.Report;
import actbench.result.Metric;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Rows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * The comparison that closes a run, as {@code compare} without options gives it.
 *
 * @param text for the terminal
 * @param markdown for summary.md
 * @param csv for summary.csv
 */
record Summary(String text, String markdown, String csv) {
  /** Keeps it in the folder and prints it; says so where runs of several tasks have none. */
  static void write(ResultFolder folder, PrintWriter out, PrintWriter err) {
    Rows rows = ResultReader.read(List.of(folder.path()), Roles.OWN);
    List<Metric> metrics = rows.metrics();
    if (metrics.size() > 1) {
      err.println(
          "no summary, as the runs are judged by different metrics: actbench compare --metric "
              + metrics.get(0).name()
              + " "
              + folder.path());
      return;
    }
    Summary summary = of(folder.path(), rows);
    folder.writeSummary(summary.markdown(), summary.csv());
    out.print(summary.text());
  }

  private static Summary of(Path folder, Rows rows) {
    Comparison compared =
        Comparer.compare(rows, Question.about(Comparer.metric(rows, Roles.OWN.metric())));
    Comparison comparison =
        SequentialFile.read(new ResultFolder(folder))
            .map(rule -> rule.attach(compared, rows))
            .orElse(compared);
    return new Summary(
        Report.brief(
            comparison,
            Terminal.columns(),
            "More: actbench compare --all " + folder + ", or actbench report " + folder),
        Report.write(comparison, Format.MD),
        Report.write(comparison, Format.CSV));
  }
}
