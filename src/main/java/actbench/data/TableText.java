package actbench.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of a CSV file of the user's own as text, which knows its lines and columns. */
final class TableText {
  /** The longest file, 1 GiB. */
  static final long LIMIT = 1L << 30;

  private static final int BOM = 3;

  private final Path file;
  private final char separator;
  private final byte[] bytes;
  private final int start;
  private final String sha256;

  private TableText(Path file, char separator, byte[] bytes, String sha256) {
    this.file = file;
    this.separator = separator;
    this.bytes = bytes;
    this.sha256 = sha256;
    boolean marked =
        bytes.length >= BOM
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    start = marked ? BOM : 0;
  }

  /** Reads a file, gzip or not. */
  static TableText read(Path path, Path shown, char separator) {
    try (DataStream in = DataStream.open(path, LIMIT)) {
      byte[] bytes = in.readRest();
      return new TableText(shown, separator, bytes, in.sha256());
    }
  }

  /** Of the uncompressed bytes. */
  String sha256() {
    return sha256;
  }

  /** The text without its byte order mark; reading it fails where it is no UTF-8. */
  Reader open() {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, start, bytes.length - start),
        StandardCharsets.UTF_8.newDecoder());
  }

  /**
   * Something wrong in a cell.
   *
   * @param record the place of its record in the text, in characters
   * @param cell its place in the record, from 0
   */
  DataException wrong(long record, int cell, String problem) {
    Place place = new Place();
    try (Reader in = open()) {
      int skipped = 0;
      boolean quoted = false;
      for (long at = 0; at < record || skipped < cell; at++) {
        int c = in.read();
        if (c < 0) {
          break;
        }
        place.step((char) c);
        if (at >= record) {
          quoted ^= c == '"';
          skipped += c == separator && !quoted ? 1 : 0;
        }
      }
    } catch (IOException e) {
      return DataException.in(file, problem);
    }
    return DataException.in(file, place.line, place.column, problem);
  }

  /** A reader's failure: bytes that are no UTF-8, or quotes that do not fit. */
  DataException unreadable(IOException cause, long line) {
    if (cause instanceof CharacterCodingException) {
      return notUtf8();
    }
    boolean open = String.valueOf(cause.getMessage()).contains("EOF");
    return DataException.in(
        file,
        (int) Math.min(Integer.MAX_VALUE, line),
        1,
        open
            ? "a quote is opened in this row and never closed"
            : "text behind a closing quote; expected a separator (a quote in a cell is written twice)");
  }

  private DataException notUtf8() {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(1 << 13);
    Place place = new Place();
    CoderResult result;
    do {
      out.clear();
      result = decoder.decode(in, out, true);
      out.flip();
      while (out.hasRemaining()) {
        place.step(out.get());
      }
    } while (result.isOverflow());
    return DataException.in(
        file, place.line, place.column, "not UTF-8; save the file with that encoding");
  }

  /** A line and a column, both counted from 1. */
  private static final class Place {
    private int line = 1;
    private int column = 1;
    private char before;

    void step(char c) {
      if (c == '\n' && before == '\r') {
        column = 1;
      } else if (c == '\n' || c == '\r') {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(c)) {
        column++;
      }
      before = c;
    }
  }
}
