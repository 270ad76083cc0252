package actbench.data;

import java.util.List;
import java.util.Objects;

/**
 * What the bytes of a data set were, as far as results must tell.
 *
 * @param dataset the set's name
 * @param canonical whether all files are there and are, byte for byte, those that were published
 * @param sha256 of the lines that {@code sha256sum} prints for the uncompressed files, in the order
 *     of the catalogue; empty for a set without files
 * @param deviations what is not as published, one sentence each; empty when canonical
 */
public record Provenance(
    String dataset, boolean canonical, String sha256, List<String> deviations) {
  private static final int SHOWN = 12;

  public Provenance {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(sha256, "sha256");
    deviations = List.copyOf(deviations);
    if (canonical != deviations.isEmpty()) {
      throw new IllegalArgumentException(dataset + ": canonical with deviations, or neither");
    }
  }

  /** The form for results, such as {@code mnist (canonical)}. */
  public String label() {
    return canonical
        ? dataset + " (canonical)"
        : dataset + " (not canonical: sha256 " + sha256.substring(0, SHOWN) + ")";
  }
}
