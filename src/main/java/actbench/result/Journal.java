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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

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
  private JournalLines lines;

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
    return open(folder, journal -> {});
  }

  /**
   * Opens an empty journal. Earlier results, readable or not, and what goes with them are set aside
   * as {@code journal-1.jsonl} and so on, under the first number that is free.
   *
   * @param asked hears how many results there are, if any, before something is touched; may throw
   * @throws ResultException if another process has it open, or if it is out of reach
   */
  public static Journal startOver(Path folder, LongConsumer asked) {
    return open(
        folder,
        journal -> {
          long there = Files.exists(journal.file) ? JournalLines.count(journal.file) : 0;
          if (there > 0) {
            asked.accept(there);
          }
          new ResultFolder(folder).setAside();
        });
  }

  /** What is done to a journal under its lock, before it is read. */
  private interface Opening {
    void begin(Journal journal) throws IOException;
  }

  private static Journal open(Path folder, Opening opening) {
    Path file = folder.resolve(FILE);
    FileChannel lockChannel = null;
    try {
      DurableFolder.create(folder);
      lockChannel = lock(folder);
      // With the lock, nobody but this process writes results here.
      AtomicFile.sweep(folder);
      AtomicFile.sweep(new ResultFolder(folder).models());
      Journal journal = new Journal(file, lockChannel);
      opening.begin(journal);
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
    lines =
        Files.exists(file)
            ? JournalLines.read(file, false)
            : new JournalLines(new LinkedHashMap<>(), new HashMap<>(), 0, false);
    // No channel: an interrupt would close it, and the results of Ctrl-C's last runs with it.
    out = new RandomAccessFile(file.toFile(), "rw");
    out.setLength(lines.wholeBytes());
    if (lines.unterminated()) {
      write(new byte[] {'\n'});
    }
    DurableFolder.force(file.toAbsolutePath().getParent());
  }

  /**
   * The result that counts by run id: the latest {@code ok} one, else the latest. A copy, without
   * epochs: those of a large grid fill the memory.
   */
  public synchronized Map<String, RunResult> latest() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(lines.latest()));
  }

  /**
   * The epochs of the result that counts for a run, read from the file.
   *
   * @throws ResultException if they cannot be read
   */
  public synchronized List<EpochRecord> epochs(String runId) {
    JournalLines.Place place = lines.places().get(runId);
    if (place == null) {
      return List.of();
    }
    try {
      byte[] line = new byte[place.length()];
      out.seek(place.start());
      out.readFully(line);
      return RunResultJson.read(new String(line, StandardCharsets.UTF_8)).epochs();
    } catch (IOException e) {
      throw new ResultException(file + ": error: cannot be read: " + AtomicFile.reason(e), e);
    } catch (IllegalArgumentException e) {
      throw new ResultException(
          file + ": error: the line of run " + runId + " is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * Appends a result; it is on disk when this returns.
   *
   * @throws ResultException if it cannot be written; the journal then holds it not at all or whole
   */
  public synchronized void append(RunResult result) {
    long before = -1;
    byte[] line = (RunResultJson.write(result) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      before = out.length();
      write(line);
    } catch (IOException e) {
      undo(before);
      throw new ResultException(file + ": error: cannot be written: " + AtomicFile.reason(e), e);
    }
    lines.keep(result.withoutEpochs(), new JournalLines.Place(before, line.length - 1));
  }

  private void write(byte[] line) throws IOException {
    // Whoever read epochs left the position anywhere.
    out.seek(out.length());
    out.write(line);
    out.getFD().sync();
  }

  /** A full disk leaves half a line; the next append must not go on behind it. */
  private void undo(long before) {
    try {
      if (before >= 0) {
        out.setLength(before);
      }
    } catch (IOException e) {
      // The failed write is what gets reported; a torn line is cut off at the next start.
      return;
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
