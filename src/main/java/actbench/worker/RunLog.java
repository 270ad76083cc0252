package actbench.worker;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Collects what a worker prints: into the log of the run at hand, and the last lines for a cause of
 * death.
 */
final class RunLog {
  private static final int KEPT = 5;
  private static final int WIDTH = 300;

  /** A run that prints without end must not fill the disk. */
  private static final long LIMIT = 10_000_000;

  private final Path folder;
  private final Deque<String> last = new ArrayDeque<>();
  private Path file;
  private BufferedWriter writer;
  private NativeCrash crash = new NativeCrash();
  private long written;

  RunLog(Path folder) {
    this.folder = folder;
  }

  synchronized void open(String run) {
    close();
    last.clear();
    crash = new NativeCrash();
    written = 0;
    file = folder.resolve(run + ".log");
  }

  synchronized void line(String line) {
    if (line.isEmpty() || line.startsWith("WARNING: Using incubator modules")) {
      return;
    }
    last.addLast(line.length() > WIDTH ? line.substring(0, WIDTH) : line);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
    crash.line(line);
    if (file == null || written > LIMIT) {
      return;
    }
    try {
      if (writer == null) {
        begin();
      }
      writer.write(line);
      writer.write('\n');
      writer.flush();
      written += line.length();
    } catch (IOException e) {
      // A log is a convenience: the run goes on without it.
      file = null;
    }
  }

  /** What was said of an earlier try stays: it may be the only trace of a failure. */
  private void begin() throws IOException {
    Files.createDirectories(folder);
    boolean again = Files.exists(file);
    writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (again) {
      writer.write("---- trained again, " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n");
    }
  }

  /** What a JVM that a fault in native code ended has said of it. */
  synchronized Optional<String> crash() {
    return crash.words();
  }

  synchronized String tail() {
    return String.join(" | ", last).strip();
  }

  synchronized void close() {
    file = null;
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        last.addLast("cannot close the log: " + e.getMessage());
      }
      writer = null;
    }
  }
}
