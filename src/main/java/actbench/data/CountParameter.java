package actbench.data;

import java.util.Objects;

/**
 * A parameter that counts examples; a spec may leave it out.
 *
 * @param name {@code train}, {@code validation} or {@code test}
 * @param least the smallest count
 * @param most the largest count in the published set
 */
public record CountParameter(String name, int least, int most) {
  public CountParameter {
    Objects.requireNonNull(name, "name");
  }
}
