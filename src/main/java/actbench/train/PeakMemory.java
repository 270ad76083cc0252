package actbench.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that this process held resident since a moment; known on Linux alone. */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String PEAK = "VmHWM:";

  private PeakMemory() {}

  /** Starts over from what is resident now. */
  static PeakMemory start() {
    // What the run before left behind is not this run's.
    System.gc();
    try {
      // 5 resets the kernel's high-water mark of this process, see proc(5).
      Files.writeString(CLEAR, "5", StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return new PeakMemory();
    }
    return new PeakMemory();
  }

  OptionalLong bytes() {
    try {
      for (String line : Files.readAllLines(STATUS, StandardCharsets.UTF_8)) {
        if (line.startsWith(PEAK)) {
          return OptionalLong.of(
              1024 * Long.parseLong(line.substring(PEAK.length()).replace("kB", "").strip()));
        }
      }
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
