package actbench.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a folder of pictures into the zip archive that a set is kept as. */
final class FolderArchive {
  private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

  private FolderArchive() {}

  /**
   * Writes the plain files of a folder, sorted, under the folder's name. The same files give the
   * same bytes; links are left out.
   */
  static void write(Path folder, Path archive) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files =
          list.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList();
    }
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
      // The pictures are compressed already.
      zip.setLevel(0);
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(folder.getFileName() + "/" + file.getFileName());
        entry.setTimeLocal(ALWAYS);
        zip.putNextEntry(entry);
        Files.copy(file, zip);
      }
    }
  }
}
