package actbench.result;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders whose entries outlive a power cut: a file on disk is lost if its name is not. */
final class DurableFolder {
  private DurableFolder() {}

  /** Makes a folder and those above it where they are absent; their names are on disk then. */
  static void create(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (above == null || Files.isDirectory(folder)) {
      return;
    }
    create(above);
    Files.createDirectories(folder);
    force(above);
  }

  /** Brings the names in a folder to disk, where the system has a way to. */
  static void force(Path folder) {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and some file systems have nothing to force.
      return;
    }
  }
}
