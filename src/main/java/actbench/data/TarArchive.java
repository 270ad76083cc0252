package actbench.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Takes the data files of a set out of a tar.gz archive. Only files with expected names are
 * written; links, paths that lead out, repeated files and archives that expand without end are
 * refused.
 */
final class TarArchive {
  private static final int MOST_ENTRIES = 1000;
  private static final int BUFFER = 1 << 16;

  /** What the other files of an archive, such as a readme, may expand to. */
  private static final long SLACK = 16L << 20;

  private final Path archive;
  private final Download download;
  private final Dataset dataset;
  private final ToLongFunction<DataFile> limits;

  /**
   * An archive of this set.
   *
   * @param limits the most bytes that each data file may have
   */
  TarArchive(Path archive, Download download, Dataset dataset, ToLongFunction<DataFile> limits) {
    this.archive = archive;
    this.download = download;
    this.dataset = dataset;
    this.limits = limits;
  }

  /**
   * Writes the data files to a folder; gives their hashes by name.
   *
   * @throws IOException if they cannot be written
   * @throws DataException if the archive cannot be read, or is not safe
   */
  Map<String, String> extract(Path folder) throws IOException {
    Map<String, String> sha256 = new HashMap<>();
    try (TarArchiveInputStream entries = open()) {
      int count = 0;
      for (TarArchiveEntry entry = next(entries); entry != null; entry = next(entries)) {
        if (++count > MOST_ENTRIES) {
          throw refused("more than " + MOST_ENTRIES + " entries");
        }
        String name = dataFile(entry);
        if (!name.isEmpty()) {
          if (sha256.containsKey(name)) {
            throw refused("'" + name + "' twice");
          }
          sha256.put(name, extract(entry, entries, name, folder));
        }
      }
      return sha256;
    } catch (IllegalArgumentException e) {
      // commons-compress throws this for some headers that make no sense.
      throw new DataException(archive + ": is damaged, no tar archive", e);
    }
  }

  private TarArchiveInputStream open() throws IOException {
    InputStream file = null;
    try {
      file = Files.newInputStream(archive);
      return new TarArchiveInputStream(new Bounded(new GZIPInputStream(file, BUFFER)));
    } catch (IOException e) {
      if (file != null) {
        file.close();
      }
      throw DataStream.unreadable(archive, e);
    }
  }

  private TarArchiveEntry next(TarArchiveInputStream entries) {
    try {
      return entries.getNextEntry();
    } catch (IOException e) {
      throw DataStream.unreadable(archive, e);
    }
  }

  private int read(InputStream entry, byte[] buffer) {
    try {
      return entry.read(buffer);
    } catch (IOException e) {
      throw DataStream.unreadable(archive, e);
    }
  }

  /** The data file that an entry is; empty for what is not needed. */
  private String dataFile(TarArchiveEntry entry) {
    String path = entry.getName().replace('\\', '/');
    if (path.startsWith("/") || path.contains(":") || ("/" + path + "/").contains("/../")) {
      throw refused("the path '" + DataStream.shown(path) + "', which leads out of the archive");
    }
    if (entry.isDirectory()) {
      return "";
    }
    byte type = entry.getLinkFlag();
    if (type != TarConstants.LF_NORMAL && type != TarConstants.LF_OLDNORM) {
      throw refused("'" + DataStream.shown(path) + "', which is a link or no plain file");
    }
    String inside = path.startsWith("./") ? path.substring(2) : path;
    return download.contents().stream()
        .filter(name -> inside.equals(download.folder() + "/" + name))
        .findFirst()
        .orElse("");
  }

  private String extract(
      TarArchiveEntry entry, TarArchiveInputStream entries, String name, Path folder)
      throws IOException {
    long limit = limits.applyAsLong(dataset.source().file(name));
    if (entry.getSize() > limit) {
      throw refused("'" + name + "' with " + entry.getSize() + " bytes; expected at most " + limit);
    }
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = read(entries, buffer); count >= 0; count = read(entries, buffer)) {
        out.write(buffer, 0, count);
      }
    }
    try (DataStream in = DataStream.open(file, limit)) {
      return in.hashRest();
    }
  }

  private DataException refused(String what) {
    return new DataException(archive + ": is not a safe archive, found " + what);
  }

  /** Ends a stream that expands to far more than the data files can have. */
  private final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in) {
      super(in);
      left =
          SLACK
              + download.contents().stream()
                  .mapToLong(name -> limits.applyAsLong(dataset.source().file(name)))
                  .sum();
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    private void count(long bytes) {
      left -= bytes;
      if (left < 0) {
        throw refused("more content than the data set can have");
      }
    }
  }
}
