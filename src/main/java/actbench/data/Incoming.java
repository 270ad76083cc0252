package actbench.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The place where a set is put together before it appears, whole, among the others. Only one
 * process at a time has it for a set; a set that is in use is replaced, never changed.
 */
final class Incoming implements Closeable {
  private static final String IMPORTED = "imported";

  private final Path target;
  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;

  private Incoming(Path target, Path root, FileChannel lockFile, FileLock lock) {
    this.target = target;
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Takes the place for this set. */
  static Incoming open(DataLocations locations, Dataset dataset) {
    Path all = locations.folder().resolve(".incoming");
    Path root = all.resolve(dataset.folder());
    Path lockPath = all.resolve(dataset.folder() + ".lock");
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(lockPath, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new DataException(
            "another process is fetching or importing '"
                + dataset.name()
                + "' (it holds "
                + lockPath
                + "); run the command again when it has ended");
      }
      Incoming incoming = new Incoming(locations.of(dataset), root, channel, lock);
      incoming.restore();
      return incoming;
    } catch (IOException e) {
      throw new DataException(
          locations.folder() + ": cannot be written (" + e.getMessage() + ")", e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Puts a set back that a process took away and then died before it could place the new one. */
  private void restore() throws IOException {
    if (Files.exists(replaced()) && !Files.exists(target)) {
      Files.move(replaced(), target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path replaced() {
    return root.resolve("replaced");
  }

  /** Where downloads wait for the rest of the set, also from one process to the next. */
  Path downloads() throws IOException {
    return Files.createDirectories(root.resolve("downloads"));
  }

  /** Where fetched files are put together; what an earlier process left is in it. */
  Path fetched() throws IOException {
    return Files.createDirectories(root.resolve("fetched"));
  }

  /** Where imported files are put together; empty, and emptied at the end. */
  Path imported() throws IOException {
    delete(root.resolve(IMPORTED));
    return Files.createDirectories(root.resolve(IMPORTED));
  }

  /**
   * Puts the staged set in its place, with its checksums, and cleans up. Its bytes are on disk
   * before: the checksums would vouch for what a power cut takes.
   */
  void place(Path stage, Map<String, String> sha256) throws IOException {
    Checksums.write(stage, sha256);
    force(stage);
    delete(replaced());
    if (Files.exists(target)) {
      Files.move(target, replaced(), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(stage, target, StandardCopyOption.ATOMIC_MOVE);
    forceNames(target.getParent());
    delete(root);
  }

  /** Brings the files of a folder to disk, and their names. */
  private static void force(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
    forceNames(folder);
  }

  private static void forceNames(Path folder) {
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and some file systems have nothing to force.
      return;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    try {
      delete(root.resolve(IMPORTED));
      Files.deleteIfExists(root);
    } catch (DirectoryNotEmptyException e) {
      // Downloads wait there for the next time.
    } finally {
      lock.release();
      lockFile.close();
    }
  }
}
