package actbench.result;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes a file that the user named, as a shell's {@code >} would, but whole or not at all: links
 * are followed, devices and pipes written into, and a file that is there keeps its mode.
 */
public final class OutputFile {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private OutputFile() {}

  /** Whether a device, a pipe or the like is there, through which text goes elsewhere. */
  public static boolean isStream(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  /**
   * Writes a text as UTF-8.
   *
   * @throws ResultException if it cannot be written, or the file is protected or a folder
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes.
   *
   * @throws ResultException if they cannot be written, or the file is protected or a folder
   */
  public static void write(Path file, byte[] content) {
    try {
      if (isStream(file)) {
        put(file, content);
      } else {
        replace(file, content);
      }
    } catch (AccessDeniedException e) {
      throw new ResultException(
          file + ": error: cannot be written: the file is protected; chmod u+w allows it", e);
    } catch (IOException e) {
      throw new ResultException(
          file + ": error: cannot be written: " + withoutName(file, AtomicFile.reason(e)), e);
    }
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path real = followed(file);
    if (Files.isDirectory(real)) {
      throw new IOException("a folder is there; expected the name of a file");
    }
    Set<PosixFilePermission> mode = mode(real);
    if (Files.exists(real) && ((mode != null && !writes(mode)) || !Files.isWritable(real))) {
      throw new AccessDeniedException(real.toString());
    }
    AtomicFile.write(
        real,
        temporary -> {
          put(temporary, content);
          if (mode != null) {
            Files.setPosixFilePermissions(temporary, mode);
          }
        });
  }

  /** Nobody may write it; the superuser could, but it was protected for a reason. */
  private static boolean writes(Set<PosixFilePermission> mode) {
    return mode.stream().anyMatch(WRITE::contains);
  }

  /** The permissions of what is there; null for a new file, and where a system has none. */
  private static Set<PosixFilePermission> mode(Path file) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null || !Files.exists(file) ? null : view.readAttributes().permissions();
  }

  /** Where links lead, to a file that is there or to one that is not yet. */
  private static Path followed(Path file) throws IOException {
    Path at = file;
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(file.toString());
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    return at;
  }

  // No channel: an interrupt would close it half-way.
  private static void put(Path file, byte[] content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
    }
  }

  /** {@link FileNotFoundException} repeats the name, with the reason in brackets. */
  private static String withoutName(Path file, String reason) {
    return reason.startsWith(file + " (") && reason.endsWith(")")
        ? reason.substring(file.toString().length() + 2, reason.length() - 1)
        : reason;
  }
}
