package actbench.claims;

import java.util.List;
import java.util.Objects;

/**
 * A line of the article's table of criteria: when Mish is said to win.
 *
 * @param name what is varied
 * @param claimed when Mish wins, by the article
 * @param tables the published tables that it rests on
 */
public record Criterion(String name, String claimed, List<String> tables) {
  public Criterion {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(claimed, "claimed");
    tables = List.copyOf(tables);
  }
}
