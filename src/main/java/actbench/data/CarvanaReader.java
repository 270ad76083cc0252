package actbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads Carvana's archives: {@code train/NAME.jpg} in one, {@code train_masks/NAME_mask.gif} in the
 * other; a picture of each car from sixteen sides. Any other entry is passed over. Examples are in
 * the order of their names.
 *
 * @param shape to which pictures and masks are scaled
 */
record CarvanaReader(Path pictures, Path masks, InputShape shape) {
  private static final Pattern PICTURE = Pattern.compile("train/([0-9a-f]{12}_[0-9]{2})\\.jpg");
  private static final Pattern MASK =
      Pattern.compile("train_masks/([0-9a-f]{12}_[0-9]{2})_mask\\.gif");
  private static final int MOST_BYTES = 64 << 20;

  Examples examples() {
    try (ZipFile pictureZip = new ZipFile(pictures.toFile());
        ZipFile maskZip = new ZipFile(masks.toFile())) {
      SortedMap<String, ZipEntry> pictureEntries = entries(pictures, pictureZip, PICTURE);
      SortedMap<String, ZipEntry> maskEntries = entries(masks, maskZip, MASK);
      check(pictureEntries, maskEntries);
      String[] names = pictureEntries.keySet().toArray(String[]::new);
      int pixels = shape.height() * shape.width();
      byte[] values = room(names.length, shape.size());
      byte[] maskValues = room(names.length, pixels);
      IntStream.range(0, names.length)
          .parallel()
          .forEach(
              i -> {
                decode(pictures, pictureZip, pictureEntries.get(names[i]))
                    .write(shape, values, i * shape.size());
                decode(masks, maskZip, maskEntries.get(names[i]))
                    .writeMask(shape, maskValues, i * pixels);
              });
      return Examples.masked(shape, values, maskValues);
    } catch (IOException e) {
      throw new DataException(
          pictures.getParent()
              + ": holds an archive that is damaged or no zip ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private byte[] room(int count, int each) {
    if ((long) count * each > Integer.MAX_VALUE - 8) {
      throw new DataException(
          "%s: %d pictures of %s are too many for one array; choose a smaller 'size'"
              .formatted(pictures, count, shape.label()));
    }
    return new byte[count * each];
  }

  private static SortedMap<String, ZipEntry> entries(Path file, ZipFile zip, Pattern pattern) {
    SortedMap<String, ZipEntry> found = new TreeMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      Matcher name = pattern.matcher(entry.getName());
      if (name.matches() && found.put(name.group(1), entry) != null) {
        throw new DataException(file + ": holds '" + entry.getName() + "' twice");
      }
    }
    if (found.isEmpty()) {
      throw new DataException(file + ": holds no entry of the form " + pattern);
    }
    return found;
  }

  private void check(Map<String, ZipEntry> pictureEntries, Map<String, ZipEntry> maskEntries) {
    for (String name : pictureEntries.keySet()) {
      if (!maskEntries.containsKey(name)) {
        throw new DataException(masks + ": has no mask for picture '" + name + "'");
      }
    }
    for (String name : maskEntries.keySet()) {
      if (!pictureEntries.containsKey(name)) {
        throw new DataException(pictures + ": has no picture for mask '" + name + "'");
      }
    }
  }

  private static PictureFile decode(Path archive, ZipFile zip, ZipEntry entry) {
    String name = archive + ": " + entry.getName();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new DataException(name + ": is too long; expected at most " + MOST_BYTES + " bytes");
      }
      return PictureFile.decode(name, content);
    } catch (IOException e) {
      throw new DataException(name + ": is damaged (" + e.getMessage() + ")", e);
    }
  }
}
