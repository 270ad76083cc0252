package actbench.train;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short hash over numbers, to tell whether two runs started from the same draws. */
final class Fingerprint {
  private static final int SHOWN = 16;

  private final MessageDigest digest;

  Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    bytes.asFloatBuffer().put(values);
    digest.update(bytes);
  }

  void add(int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Integer.BYTES));
    bytes.asIntBuffer().put(values);
    digest.update(bytes);
  }

  /** Sixteen hexadecimal digits; ends the hash. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
  }
}
