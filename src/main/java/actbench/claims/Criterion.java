package actbench.claims;

import java.util.List;
import java.util.Objects;

/**
 * A line of the article's table of criteria: when Mish is said to win.
 *
 * @param name what is varied
 * @param claimed when Mish wins, by the article
 * @param tables the published tables that it rests on
 * @param range the values of the setting that is varied at which Mish wins, by the article
 */
public record Criterion(String name, String claimed, List<String> tables, Range range) {
  public Criterion {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(claimed, "claimed");
    tables = List.copyOf(tables);
    Objects.requireNonNull(range, "range");
  }

  /** Whether a row is one of those that the criterion is about. */
  public boolean isAbout(PublishedRow row) {
    return tables.contains(row.table());
  }

  /** Whether Mish is said to win in a row that the criterion is about. */
  public boolean claims(PublishedRow row) {
    return range.contains(row.value());
  }
}
