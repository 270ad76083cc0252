package actbench.cli;

import actbench.compare.Comparer;
import actbench.compare.Comparison;
import actbench.compare.Question;
import actbench.report.Format;
import actbench.report.Report;
import actbench.result.ResultFolder;
import actbench.result.ResultReader;
import actbench.result.Roles;
import actbench.result.Rows;
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
  static Summary of(Path folder) {
    Roles roles = new Roles("activation", "seed", "test_accuracy", List.of());
    Rows rows = ResultReader.read(List.of(folder), roles);
    Comparison compared =
        Comparer.compare(rows, Question.about(Comparer.metric(rows, roles.metric())));
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
