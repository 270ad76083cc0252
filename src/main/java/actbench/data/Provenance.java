package actbench.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
  private static final String OWN = "a set of the user's own";

  public Provenance {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(sha256, "sha256");
    deviations = List.copyOf(deviations);
    if (canonical != deviations.isEmpty()) {
      throw new IllegalArgumentException(dataset + ": canonical with deviations, or neither");
    }
  }

  /**
   * Compares the files of a set with the published ones.
   *
   * @param sha256 hashes of the uncompressed files by name; a file that is not there is absent
   */
  static Provenance of(Dataset dataset, Map<String, String> sha256) {
    StringBuilder sums = new StringBuilder();
    List<String> deviations = new ArrayList<>();
    for (DataFile file : dataset.source().files()) {
      String found = sha256.get(file.name());
      if (found == null) {
        deviations.add(file.name() + " is missing");
      } else {
        sums.append(found).append("  ").append(file.name()).append('\n');
        if (!found.equals(file.sha256())) {
          deviations.add(
              file.name() + " has sha256 " + found + "; the published file has " + file.sha256());
        }
      }
    }
    return new Provenance(
        dataset.name(), deviations.isEmpty(), sums.isEmpty() ? "" : hash(sums), deviations);
  }

  /** What is to be told of a set of the user's own: there is no published one. */
  static Provenance own(String file, String sha256) {
    return new Provenance(file, false, sha256, List.of(OWN));
  }

  /** The hash of the lines that {@code sha256sum} prints. */
  static String hash(CharSequence text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(DataStream.sha256Digest().digest(bytes));
  }

  /** The form for results: {@code mnist (canonical)}, {@code scores.csv (sha256 3f9a52c1b207)}. */
  public String label() {
    if (deviations.contains(OWN)) {
      return dataset + " (sha256 " + sha256.substring(0, SHOWN) + ")";
    }
    return canonical
        ? dataset + " (canonical)"
        : dataset + " (not canonical: sha256 " + sha256.substring(0, SHOWN) + ")";
  }
}
