package actbench.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads a spec's text, and refuses what cannot be one. */
final class SpecFile {
  /** The longest spec, in bytes. */
  static final int LIMIT = 1 << 20;

  private SpecFile() {}

  static String read(Path file) throws SpecException {
    String source = file.toString();
    if (Files.isDirectory(file)) {
      throw refused(Location.of(source), "is a directory; expected a YAML file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return decode(source, in.readNBytes(LIMIT + 1));
    } catch (NoSuchFileException e) {
      throw refused(Location.of(source), "no such file");
    } catch (AccessDeniedException e) {
      throw refused(Location.of(source), "may not be read; its permissions forbid it");
    } catch (IOException e) {
      throw refused(Location.of(source), "cannot be read");
    }
  }

  static String decode(String source, byte[] bytes) throws SpecException {
    if (bytes.length > LIMIT) {
      throw refused(Location.of(source), "is larger than 1 MiB; no spec needs that much");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw notUtf8(source, bytes);
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\u0085') {
        throw refused(
            place(source, text.substring(0, i)),
            "a control character, found " + Node.quoted(String.valueOf(c)) + "; expected text");
      }
    }
    return text;
  }

  private static SpecException notUtf8(String source, byte[] bytes) {
    int good = 0;
    // The decoder does not say how far it came: every byte before the first bad one decodes with
    // its neighbours, so the text up to the first replacement character is sound.
    String lenient = new String(bytes, StandardCharsets.UTF_8);
    byte[] replacement = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    for (int at = lenient.indexOf('\uFFFD'); at >= 0; at = lenient.indexOf('\uFFFD', at + 1)) {
      good = at;
      int offset = lenient.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
      boolean written =
          offset + 3 <= bytes.length
              && ByteBuffer.wrap(bytes, offset, 3).equals(ByteBuffer.wrap(replacement));
      if (!written) {
        break;
      }
    }
    return refused(
        place(source, lenient.substring(0, good)), "not UTF-8; save the file with that encoding");
  }

  private static Location place(String source, String before) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '\n' || (c == '\r' && !before.startsWith("\r\n", i))) {
        line++;
        start = i + 1;
      }
    }
    return new Location(source, line, before.length() - start + 1);
  }

  static SpecException refused(Location at, String message) {
    return new SpecException(List.of(new SpecProblem(at, message)));
  }
}
