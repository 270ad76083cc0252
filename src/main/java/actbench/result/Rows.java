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
 */
public record Rows(String name, List<Row> rows, List<String> missing, int repeats) {
  public Rows {
    Objects.requireNonNull(name, "name");
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }
}
