package actbench.result;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The truth about an experiment: {@code journal.jsonl}, one settled run a line, appended and forced
 * to disk before anything else is told of it.
 *
 * <p>Open, it holds an exclusive lock of the operating system on the results folder, which ends
 * with the process however it ends. Safe for use by several threads.
 */
public final class Journal implements AutoCloseable {
  static final String FILE = "journal.jsonl";
  static final String LOCK = "journal.lock";

  private final Path file;
  private final FileChannel lockChannel;
  private RandomAccessFile out;
  private final Map<String, RunResult> latest = new LinkedHashMap<>();

  private Journal(Path file, FileChannel lockChannel) {
    this.file = file;
    this.lockChannel = lockChannel;
  }

  /**
   * Opens the journal of a results folder, which is made if it is absent, and cuts off a torn last
   * line.
   *
   * @throws ResultException if another process has it open, or if it is damaged or out of reach
   */
  public static Journal open(Path folder) {
    Path file = folder.resolve(FILE);
    FileChannel lockChannel = null;
    try {
      DurableFolder.create(folder);
      lockChannel = lock(folder);
      Journal journal = new Journal(file, lockChannel);
      journal.resume();
      return journal;
    } catch (IOException e) {
      close(lockChannel);
      throw new ResultException(file + ": error: cannot be opened: " + AtomicFile.reason(e), e);
    } catch (RuntimeException e) {
      close(lockChannel);
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      // One byte far behind the text, so that the holder's number can be read where locks bind.
      lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      String holder = Files.readString(file, StandardCharsets.UTF_8).strip();
      channel.close();
      throw new ResultException(
          folder
              + ": error: another actbench is at work on these results"
              + (holder.isEmpty() ? "" : " (process " + holder + ")")
              + "; wait for it or name another folder");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private void resume() throws IOException {
    JournalLines lines =
        Files.exists(file)
            ? JournalLines.read(file, true)
            : new JournalLines(Collections.emptyMap(), 0, false);
    latest.putAll(lines.latest());
    // No channel: an interrupt would close it, and the results of Ctrl-C's last runs with it.
    out = new RandomAccessFile(file.toFile(), "rw");
    out.setLength(lines.wholeBytes());
    out.seek(lines.wholeBytes());
    if (lines.unterminated()) {
      write("\n");
    }
    DurableFolder.force(file.toAbsolutePath().getParent());
  }

  /** The result that counts by run id: the latest {@code ok} one, else the latest. A copy. */
  public synchronized Map<String, RunResult> latest() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(latest));
  }

  /**
   * Appends a result; it is on disk when this returns.
   *
   * @throws ResultException if it cannot be written; the journal then holds it not at all or whole
   */
  public synchronized void append(RunResult result) {
    long before = -1;
    try {
      before = out.getFilePointer();
      write(RunResultJson.write(result) + "\n");
    } catch (IOException e) {
      undo(before);
      throw new ResultException(file + ": error: cannot be written: " + AtomicFile.reason(e), e);
    }
    JournalLines.keep(latest, result);
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.getFD().sync();
  }

  /** A full disk leaves half a line; the next append must not go on behind it. */
  private void undo(long before) {
    try {
      if (before >= 0) {
        out.setLength(before);
        out.seek(before);
      }
    } catch (IOException e) {
      // The failed write is what gets reported; a torn line is cut off at the next start.
      return;
    }
  }

  /**
   * Sets all results aside under the first free name {@code journal-1.jsonl}, {@code
   * journal-2.jsonl}, ... and starts an empty journal.
   */
  public synchronized void startOver() {
    try {
      out.close();
      int number = 1;
      while (Files.exists(file.resolveSibling("journal-" + number + ".jsonl"))) {
        number++;
      }
      if (Files.size(file) > 0) {
        Files.move(file, file.resolveSibling("journal-" + number + ".jsonl"));
      }
      latest.clear();
      resume();
    } catch (IOException e) {
      throw new ResultException(file + ": error: cannot be set aside: " + AtomicFile.reason(e), e);
    }
  }

  @Override
  public synchronized void close() {
    close(out);
    close(lockChannel);
  }

  private static void close(Closeable file) {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      // Every append was forced to disk; there is nothing left to lose.
      return;
    }
  }
}
