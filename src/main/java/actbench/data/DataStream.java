package actbench.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The uncompressed bytes of a data file, plain or gzip by its content; read once and hashed on the
 * way. Never holds more than the limit, whatever the file claims. The hash is that of the
 * uncompressed bytes, or of the file as it is.
 */
final class DataStream implements Closeable {
  /** What deflate can expand one byte to, at most. */
  private static final long DEFLATE_RATIO = 1032;

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final InputStream in;
  private final boolean compressed;
  private final long fileBytes;
  private final long limit;
  private final MessageDigest digest = sha256Digest();

  /** The file as it is, where that is hashed; it is hashed as it is read. */
  private final Optional<DigestInputStream> raw;

  private long read;

  private DataStream(
      Path file, InputStream in, boolean hashed, boolean compressed, long fileBytes, long limit)
      throws IOException {
    this.file = file;
    this.compressed = compressed;
    this.fileBytes = fileBytes;
    this.limit = limit;
    raw = hashed ? Optional.of(new DigestInputStream(in, digest)) : Optional.empty();
    InputStream bytes = hashed ? raw.get() : in;
    this.in = compressed ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }

  /**
   * Opens a file.
   *
   * @param limit the most uncompressed bytes to read from it
   */
  static DataStream open(Path file, long limit) {
    return open(file, limit, Form.PLAIN);
  }

  /** Opens a file of a set, to read its content. */
  static DataStream open(Path path, DataFile file) {
    return open(path, file.limit(), file.packed() ? Form.PACKED : Form.PLAIN);
  }

  /** Opens a file of a set, to copy or to hash what was published. */
  static DataStream published(Path path, DataFile file, long limit) {
    return open(path, limit, file.packed() ? Form.AS_IT_IS : Form.PLAIN);
  }

  /** What is read, and what is hashed. */
  private enum Form {
    /** The uncompressed bytes, both. */
    PLAIN,
    /** The uncompressed bytes are read, the file as it is is hashed. */
    PACKED,
    /** The file as it is, both. */
    AS_IT_IS
  }

  /** Opens an entry of an archive; its hash is of no use. */
  static DataStream of(Path name, InputStream entry, long limit) {
    try {
      return new DataStream(
          name, entry, false, true, Math.min(Long.MAX_VALUE / DEFLATE_RATIO, limit), limit);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static DataStream open(Path file, long limit, Form form) {
    if (!Files.isRegularFile(file)) {
      throw new DataException(file + ": is missing or is no plain file");
    }
    try {
      return open(file, new BufferedInputStream(Files.newInputStream(file), BUFFER), limit, form);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DataStream open(Path file, BufferedInputStream in, long limit, Form form)
      throws IOException {
    try {
      long fileBytes = Files.size(file);
      in.mark(2);
      boolean compressed = form != Form.AS_IT_IS && in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return new DataStream(file, in, form == Form.PACKED, compressed, fileBytes, limit);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /** The most bytes that may be read. */
  long limit() {
    return limit;
  }

  /** The most bytes that the whole content can have, from the file's length and the limit. */
  long lengthAtMost() {
    return Math.min(limit, compressed ? Math.multiplyExact(fileBytes, DEFLATE_RATIO) : fileBytes);
  }

  /** Exactly this many bytes. */
  byte[] read(int count) {
    byte[] bytes = new byte[count];
    int got = fill(bytes);
    if (got < count) {
      throw truncated(read + got, read + count);
    }
    count(bytes, count);
    return bytes;
  }

  private void count(byte[] bytes, int length) {
    read += length;
    if (raw.isEmpty()) {
      digest.update(bytes, 0, length);
    }
  }

  private int fill(byte[] bytes) {
    try {
      return in.readNBytes(bytes, 0, bytes.length);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** All bytes that are left. */
  byte[] readRest() {
    if (!compressed && fileBytes > limit) {
      throw tooLong();
    }
    if (!compressed) {
      byte[] bytes = read(Math.toIntExact(fileBytes - read));
      expectEnd();
      return bytes;
    }
    try {
      // Grows as bytes come, so a file that expands costs no more than the limit.
      byte[] bytes = in.readNBytes(Math.toIntExact(limit - read + 1));
      if (bytes.length > limit - read) {
        throw tooLong();
      }
      count(bytes, bytes.length);
      return bytes;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The hash of all bytes, none of which were read before. */
  String hashRest() {
    byte[] buffer = new byte[BUFFER];
    int count = next(buffer);
    while (count >= 0) {
      count = next(buffer);
    }
    return sha256();
  }

  /**
   * Copies all bytes, none of which were read before, and gives their hash.
   *
   * @throws IOException if they cannot be written
   */
  String copyTo(OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int count = next(buffer); count >= 0; count = next(buffer)) {
      out.write(buffer, 0, count);
    }
    return sha256();
  }

  private int next(byte[] buffer) {
    int count;
    try {
      count = in.read(buffer);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    count(buffer, Math.max(count, 0));
    if (read > limit) {
      throw tooLong();
    }
    return count;
  }

  /** Refuses bytes after those that were read. */
  void expectEnd() {
    try {
      if (in.read() >= 0) {
        String found = compressed ? "more" : fileBytes + " bytes";
        throw new DataException(
            file + ": has trailing bytes, found " + found + "; expected " + read + " bytes");
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The hash of what was read, or of the whole file as it is, in lower case hexadecimal. */
  String sha256() {
    if (raw.isPresent()) {
      try {
        raw.get().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  DataException truncated(long found, long expected) {
    return new DataException(
        file + ": is cut off, found " + found + " bytes; expected " + expected);
  }

  private DataException tooLong() {
    return new DataException(
        file + ": is too long; expected at most " + limit + " uncompressed bytes");
  }

  static DataException unreadable(Path file, IOException cause) {
    if (cause instanceof EOFException) {
      return new DataException(file + ": is cut off, the gzip data ends too early", cause);
    }
    if (cause instanceof ZipException) {
      return new DataException(
          file + ": is damaged, the gzip data is not valid (" + cause.getMessage() + ")", cause);
    }
    return new DataException(file + ": cannot be read (" + cause.getMessage() + ")", cause);
  }

  /** Text out of a file, for a message: a hostile one may be long and hold control characters. */
  static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "..." : plain;
  }

  /** A new SHA-256; every Java platform has it. */
  static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
