package actbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** What Linux says of the processor; nothing elsewhere. */
final class CpuModel {
  private static final Path FILE = Path.of("/proc/cpuinfo");

  private CpuModel() {}

  static boolean hasFlag(String flag) {
    return field("flags")
        .map(flags -> Arrays.asList(flags.split(" ")).contains(flag))
        .orElse(false);
  }

  static Optional<String> name() {
    return field("model name");
  }

  private static Optional<String> field(String name) {
    if (!Files.isReadable(FILE)) {
      return Optional.empty();
    }
    try {
      for (String line : Files.readAllLines(FILE, StandardCharsets.UTF_8)) {
        int colon = line.indexOf(':');
        if (colon > 0 && line.substring(0, colon).strip().equals(name)) {
          return Optional.of(line.substring(colon + 1).strip());
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
