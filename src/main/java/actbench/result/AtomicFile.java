package actbench.result;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a file whole or not at all: to a temporary name, forced to disk, then moved, and its name
 * forced to disk.
 */
public final class AtomicFile {
  private static final AtomicLong WRITES = new AtomicLong();

  /** The temporary names, which end with the process's number and one of the write's own. */
  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.([0-9]{1,10})(-[0-9]+)?");

  private AtomicFile() {}

  /**
   * Writes a text as UTF-8, in place of what was there.
   *
   * @throws ResultException if it cannot be written
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes, in place of what was there.
   *
   * @throws ResultException if they cannot be written
   */
  public static void write(Path file, byte[] content) {
    write(
        file,
        temporary -> {
          // No channel: an interrupt would close it half-way, and Ctrl-C must find whole files.
          try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(content);
          }
        });
  }

  /** What makes a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it to a file of this name, which is not there yet. */
    void writeTo(Path temporary) throws IOException;
  }

  /**
   * Has a file written, in place of what was there.
   *
   * @throws ResultException if it cannot be written
   */
  public static void write(Path file, Content content) {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = null;
    try {
      DurableFolder.create(folder);
      temporary =
          folder.resolve("." + file.getFileName() + "." + self() + "-" + WRITES.incrementAndGet());
      content.writeTo(temporary);
      try (RandomAccessFile written = new RandomAccessFile(temporary.toFile(), "rw")) {
        written.getFD().sync();
      }
      move(temporary, file);
      temporary = null;
      DurableFolder.force(folder);
    } catch (IOException e) {
      throw new ResultException(file + ": error: cannot be written: " + reason(e), e);
    } finally {
      remove(temporary);
    }
  }

  private static long self() {
    return ProcessHandle.current().pid();
  }

  /**
   * Removes what processes that were killed have left half-written in a folder, if it is there.
   * Whoever calls this must not be writing there, and neither must its threads.
   */
  static void sweep(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*")) {
      for (Path file : files) {
        Matcher name = TEMPORARY.matcher(file.getFileName().toString());
        if (name.matches() && isOver(Long.parseLong(name.group(1)))) {
          remove(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Left-overs take up room and do no other harm.
      return;
    }
  }

  /** In a container this process often has the number that a killed one had. */
  private static boolean isOver(long process) {
    return process == self() || ProcessHandle.of(process).isEmpty();
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void remove(Path temporary) {
    try {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      // The write has failed already; that is what gets reported.
      return;
    }
  }

  /** A file system's complaint without the path, which the caller has named. */
  static String reason(IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "access denied";
    } else if (e instanceof java.nio.file.NoSuchFileException) {
      return "no such file";
    } else if (e instanceof java.nio.file.FileAlreadyExistsException) {
      return "a file is in the way";
    } else if (e instanceof java.nio.charset.CharacterCodingException) {
      return "not UTF-8 text";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
