package actbench.data;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Something to fetch: a gzip file with one data file, or a tar.gz archive with several.
 *
 * @param file the name of what is fetched
 * @param bytes its published length; mirrors may compress otherwise
 * @param folder the folder inside the archive; empty when this is no archive
 * @param contents names of the data files inside
 * @param mirrors where to get it, the best first
 */
public record Download(
    String file, long bytes, String folder, List<String> contents, List<URI> mirrors) {
  public Download {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(folder, "folder");
    contents = List.copyOf(contents);
    mirrors = List.copyOf(mirrors);
    if (contents.isEmpty() || (folder.isEmpty() && contents.size() != 1)) {
      throw new IllegalArgumentException(file + " holds " + contents.size() + " files");
    }
  }

  /**
   * A file that is kept as it is fetched, from one server by https, else by http.
   *
   * @param folder host and path, with a slash at the end
   */
  static Download asItIs(String folder, String file, long bytes) {
    return new Download(
        file,
        bytes,
        "",
        List.of(file),
        List.of(URI.create("https://" + folder + file), URI.create("http://" + folder + file)));
  }

  /** Whether it is a tar.gz archive. */
  public boolean isArchive() {
    return !folder.isEmpty();
  }

  /** The most bytes to accept; bounds what a hostile server can cost. */
  long limit() {
    return Math.max(2 * bytes, 1 << 16);
  }
}
