package actbench.cli;

import actbench.data.download.DownloadProgress;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows downloads: on a terminal a line that is rewritten, else a line for each tenth. */
final class DownloadDisplay implements DownloadProgress {
  private static final long REWRITE_NANOS = 100_000_000;
  private static final long UNKNOWN_STEP = 10L << 20;

  private final PrintWriter err;
  private final boolean terminal;
  private String file = "";
  private long shownStep;
  private long shownNanos;
  private int lineLength;

  DownloadDisplay(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void note(String line) {
    end();
    err.println(line);
    err.flush();
    file = "";
  }

  @Override
  public void bytes(String name, long done, long total) {
    if (!name.equals(file)) {
      file = name;
      shownStep = 0;
      shownNanos = System.nanoTime() - REWRITE_NANOS;
    }
    if (terminal) {
      rewrite(done, total);
    } else {
      print(done, total);
    }
  }

  private void rewrite(long done, long total) {
    long now = System.nanoTime();
    if (done != total && now - shownNanos < REWRITE_NANOS) {
      return;
    }
    shownNanos = now;
    String line = line(done, total);
    err.print("\r" + line + " ".repeat(Math.max(0, lineLength - line.length())));
    err.flush();
    lineLength = line.length();
  }

  private void print(long done, long total) {
    long step = total > 0 ? done * 10 / total : done / UNKNOWN_STEP;
    if (step > shownStep) {
      shownStep = step;
      err.println(line(done, total));
      err.flush();
    }
  }

  private String line(long done, long total) {
    return total > 0
        ? String.format(
            Locale.ROOT, "%s: %s of %s (%d %%)", file, size(done), size(total), done * 100 / total)
        : file + ": " + size(done);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** Ends the line that is being rewritten, if there is one. */
  void end() {
    if (lineLength > 0) {
      err.println();
      err.flush();
      lineLength = 0;
    }
  }
}
