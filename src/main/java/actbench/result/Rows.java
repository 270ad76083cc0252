package actbench.result;

import java.util.List;
import java.util.Objects;

/**
 * The rows of an experiment, or of several put together.
 *
 * @param name what they are results of, for headings
 * @param rows in the order of their sources, each run once
 * @param missing ids of planned runs that have no row yet
 * @param repeats how many rows were passed over because their run was there already
 * @param unplanned how many finished runs were passed over because they belong to another form of
 *     the spec
 */
public record Rows(String name, List<Row> rows, List<String> missing, int repeats, int unplanned) {
  /** Rows of whose sources nothing was passed over for another form of the spec. */
  public Rows(String name, List<Row> rows, List<String> missing, int repeats) {
    this(name, rows, missing, repeats, 0);
  }

  public Rows {
    Objects.requireNonNull(name, "name");
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  /**
   * The metrics by which the rows are judged, each once; those of old or foreign rows are the usual
   * one.
   */
  public List<Metric> metrics() {
    List<Metric> metrics =
        rows.stream()
            // A run that failed early does not know.
            .filter(row -> row.status() == Status.OK || row.facts().containsKey(Metric.PRIMARY))
            .map(row -> Metric.primary(row.facts()))
            .distinct()
            .toList();
    return metrics.isEmpty() ? List.of(Metric.named(Metric.USUAL)) : metrics;
  }

  /**
   * The metric by which all rows are judged.
   *
   * @throws ResultException if they are judged by several
   */
  public Metric primary() {
    List<Metric> metrics = metrics();
    if (metrics.size() > 1) {
      List<String> names = metrics.stream().map(Metric::name).toList();
      throw new ResultException(
          "error: the runs are judged by different metrics, found "
              + String.join(" and ", names)
              + "; choose one with --metric, such as --metric "
              + names.get(0));
    }
    return metrics.get(0);
  }
}
