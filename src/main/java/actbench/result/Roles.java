package actbench.result;

import java.util.List;
import java.util.Objects;

/**
 * What the columns of a table from elsewhere mean.
 *
 * @param treatment the column that is compared: {@code activation}
 * @param replicate the column that tells repeats apart: {@code seed}
 * @param metric the column with the outcome; empty for what the rows themselves are judged by
 * @param blocks the columns that make up a setting; empty: all that are none of the above and do
 *     not look measured
 */
public record Roles(String treatment, String replicate, String metric, List<String> blocks) {
  /** The roles in files of our own. */
  public static final Roles OWN = new Roles("activation", "seed", "", List.of());

  public Roles {
    Objects.requireNonNull(treatment, "treatment");
    Objects.requireNonNull(replicate, "replicate");
    Objects.requireNonNull(metric, "metric");
    blocks = List.copyOf(blocks);
  }
}
