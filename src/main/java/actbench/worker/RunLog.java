package actbench.worker;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

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
  private long written;

  RunLog(Path folder) {
    this.folder = folder;
  }

  synchronized void open(String run) {
    close();
    last.clear();
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
    if (file == null || written > LIMIT) {
      return;
    }
    try {
      if (writer == null) {
        Files.createDirectories(folder);
        writer = Files.newBufferedWriter(file);
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
