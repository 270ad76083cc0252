package actbench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The file beside a set's files with their hashes when they were placed, as {@code sha256sum -c}
 * reads it.
 */
final class Checksums {
  private static final String NAME = "SHA256SUMS";
  private static final int HASH = 64;
  private static final long LONGEST = 1 << 16;

  private Checksums() {}

  static void write(Path folder, Map<String, String> sha256) throws IOException {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(sha256).forEach((file, hash) -> lines.append(hash + "  " + file + "\n"));
    Files.writeString(folder.resolve(NAME), lines, StandardCharsets.UTF_8);
  }

  /** Hashes by file name; empty when there are none that can be read. */
  static Map<String, String> read(Path folder) {
    Map<String, String> sha256 = new TreeMap<>();
    Path file = folder.resolve(NAME);
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= LONGEST) {
        Files.readString(file, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.matches("[0-9a-f]{64}  .+"))
            .forEach(line -> sha256.put(line.substring(HASH + 2), line.substring(0, HASH)));
      }
    } catch (IOException e) {
      // Without them the set counts as not checked, which is the truth.
      return Map.of();
    }
    return sha256;
  }
}
