package actbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Pictures of the user's: PNG, JPEG and GIF files of a folder, and of its sub-folders, which have
 * the names of classes. Links, hidden files and files of other endings are passed over.
 *
 * @param names of the files, within the folder
 * @param labels of the files; -1 for one that lies in no sub-folder
 * @param examples scaled to the shape asked for, all of label 0
 */
public record PictureFolder(List<String> names, List<Integer> labels, Examples examples) {
  private static final int MOST_BYTES = 64 << 20;

  public PictureFolder {
    names = List.copyOf(names);
    labels = List.copyOf(labels);
  }

  /**
   * Reads all pictures.
   *
   * @param shape with 1 channel for grey or 3 for colours
   * @param classes the names that sub-folders may have
   * @throws DataException if there is none, one cannot be read, or a sub-folder is no class
   */
  public static PictureFolder read(Path folder, InputShape shape, List<String> classes) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new DataException("pictures have 1 or 3 channels, the network takes " + shape.label());
    }
    List<Path> files = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (Path each : list(folder)) {
      if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        int label = classes.indexOf(each.getFileName().toString());
        if (label < 0) {
          throw new DataException(
              "%s: folder '%s' is no class of the network; expected one of %s"
                  .formatted(
                      folder,
                      DataStream.shown(each.getFileName().toString()),
                      String.join(", ", classes)));
        }
        list(each).stream().filter(PictureFolder::isPicture).forEach(files::add);
      } else if (isPicture(each)) {
        files.add(each);
      }
      while (labels.size() < files.size()) {
        boolean inside = !files.get(labels.size()).getParent().equals(folder);
        labels.add(inside ? classes.indexOf(each.getFileName().toString()) : -1);
      }
    }
    if (files.isEmpty()) {
      throw new DataException(folder + ": holds no pictures; expected PNG, JPEG or GIF files");
    }
    if ((long) files.size() * shape.size() > Integer.MAX_VALUE - 8) {
      throw new DataException(
          folder + ": too many pictures at once, found " + files.size() + " of " + shape.label());
    }
    byte[] values = new byte[files.size() * shape.size()];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      PictureFile.decode(files.get(i).toString(), content(files.get(i)))
          .write(shape, values, i * shape.size());
      names.add(folder.relativize(files.get(i)).toString().replace('\\', '/'));
    }
    return new PictureFolder(
        names, labels, Examples.of(shape, 1, 255, values, new int[files.size()]));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new DataException(folder + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(png|jpe?g|gif)")
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The bytes of a picture, which are not too many. */
  static byte[] content(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataException(file + ": is too long; expected at most " + MOST_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DataException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
