package actbench.report;

import actbench.report.Table.Entry;
import actbench.result.DataFact;
import actbench.result.Row;
import actbench.result.Rows;
import actbench.result.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was run for the study's tables, an experiment a row. */
final class StudyExperiments {
  private static final double SECONDS_AN_HOUR = 3600;

  private StudyExperiments() {}

  /** Counts of runs by how they ended, and the hours that the trained ones took together. */
  static Table of(Map<String, Rows> experiments) {
    List<List<Entry>> lines = new ArrayList<>();
    double total = 0;
    long trained = 0;
    for (Map.Entry<String, Rows> experiment : experiments.entrySet()) {
      Rows rows = experiment.getValue();
      double hours = hours(rows);
      total += hours;
      long ok = count(rows, Status.OK);
      trained += ok;
      long diverged = count(rows, Status.DIVERGED);
      lines.add(
          texts(
              experiment.getKey(),
              data(rows),
              Integer.toString(rows.rows().size() + rows.missing().size()),
              Long.toString(ok),
              Long.toString(diverged),
              Long.toString(rows.rows().size() - ok - diverged),
              Figures.fixed(hours, 2)));
    }
    lines.add(texts("together", "", "", Long.toString(trained), "", "", Figures.fixed(total, 2)));
    return new Table(
        "Runs of the last plan of each experiment",
        2,
        List.of("experiment", "data", "planned", "trained", "diverged", "failed", "hours"),
        lines);
  }

  private static List<Entry> texts(String... texts) {
    List<Entry> line = new ArrayList<>();
    for (String text : texts) {
      line.add(Entry.of(text));
    }
    return line;
  }

  /** Which data, and whether byte for byte those that were published. */
  private static String data(Rows rows) {
    Set<String> labels = new TreeSet<>();
    rows.rows().forEach(row -> labels.add(row.facts().getOrDefault(DataFact.NAME, "")));
    labels.remove("");
    return labels.isEmpty() ? "unknown" : String.join(", ", labels);
  }

  private static long count(Rows rows, Status status) {
    return rows.rows().stream().filter(row -> row.status() == status).count();
  }

  private static double hours(Rows rows) {
    return rows.rows().stream()
            .map(Row::metrics)
            .mapToDouble(metrics -> metrics.getOrDefault("seconds", 0.0))
            .sum()
        / SECONDS_AN_HOUR;
  }
}
