package actbench.compare;

import java.util.List;
import java.util.Objects;

/**
 * The settings that share a value of one setting.
 *
 * @param value the shared value
 * @param settings how many contested settings there are
 * @param standings how each treatment did in them, best first
 */
public record Part(String value, int settings, List<Standing> standings) {
  public Part {
    Objects.requireNonNull(value, "value");
    standings = List.copyOf(standings);
  }
}
