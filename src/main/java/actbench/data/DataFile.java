package actbench.data;

import java.util.Objects;

/**
 * One file of a data set as its authors published it.
 *
 * @param name its name; that of the uncompressed file unless {@code packed}
 * @param role what it holds
 * @param bytes its length
 * @param sha256 of its bytes, in lower case
 * @param required whether the set can be used without it
 * @param packed whether it is kept compressed, as length and checksum were published of the
 *     compressed file alone
 */
public record DataFile(
    String name, Role role, long bytes, String sha256, boolean required, boolean packed) {
  /** What a file holds. */
  public enum Role {
    TRAIN_IMAGES,
    TRAIN_LABELS,
    TEST_IMAGES,
    TEST_LABELS,
    /** Pictures with their labels. */
    TRAIN_RECORDS,
    /** Pictures with their labels. */
    TEST_RECORDS,
    /** Everything; the reader splits it. */
    ALL_RECORDS,
    /** A zip archive with everything. */
    ARCHIVE
  }

  public DataFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(role, "role");
    if (bytes < 1 || !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(name + ": bad length or checksum");
    }
  }

  /** A file that the set needs. */
  static DataFile of(String name, Role role, long bytes, String sha256) {
    return new DataFile(name, role, bytes, sha256, true, false);
  }

  /** A file that the set needs and that stays compressed. */
  static DataFile packed(String name, Role role, long bytes, String sha256) {
    return new DataFile(name, role, bytes, sha256, true, true);
  }

  /** The most bytes that its content may have; bounds what hostile files can cost. */
  long limit() {
    return Math.max(4 * bytes, 1 << 16);
  }
}
