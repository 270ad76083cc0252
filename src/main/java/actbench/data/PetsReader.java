package actbench.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads the archives of Oxford-IIIT Pet: {@code images/NAME.jpg} in one, {@code
 * annotations/trimaps/NAME.png} and the lists {@code annotations/trainval.txt} and {@code test.txt}
 * in the other. Pet and border are the mask. Any other entry is passed over; nothing is written.
 *
 * @param shape to which pictures and masks are scaled
 */
record PetsReader(Path pictures, Path annotations, InputShape shape) {
  private static final Pattern PICTURE =
      Pattern.compile("images/([A-Za-z_]{1,60}_[0-9]{1,5})\\.jpg");
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "annotations/(?:trimaps/([A-Za-z_]{1,60}_[0-9]{1,5})\\.png|(trainval|test)\\.txt)");
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_ENTRIES = 100_000;

  /** What the two lists name. */
  record Parts(Examples train, Examples test) {}

  Parts parts() {
    Map<String, byte[]> lists = new HashMap<>();
    Map<String, byte[]> trimaps = new HashMap<>();
    read(
        annotations,
        ANNOTATION,
        (name, content) -> {
          if (name.group(1) == null) {
            lists.put(name.group(2), content);
          } else {
            trimaps.put(name.group(1), content);
          }
        });
    List<String> train = names(lists, "trainval");
    List<String> test = names(lists, "test");
    List<String> all = new ArrayList<>(train);
    all.addAll(test);
    Map<String, Integer> places = new HashMap<>();
    for (String name : all) {
      if (places.put(name, places.size()) != null) {
        throw new DataException(annotations + ": its lists name '" + name + "' twice");
      }
    }
    int pixels = shape.height() * shape.width();
    if ((long) all.size() * shape.size() > Integer.MAX_VALUE - 8) {
      throw new DataException(
          pictures + ": too many pictures for one array; choose a smaller 'size'");
    }
    byte[] values = new byte[all.size() * shape.size()];
    byte[] masks = new byte[all.size() * pixels];
    boolean[] there = new boolean[all.size()];
    read(
        pictures,
        PICTURE,
        (name, content) -> {
          Integer place = places.get(name.group(1));
          if (place != null) {
            PictureFile.decode(pictures + ": " + name.group(), content)
                .write(shape, values, place * shape.size());
            there[place] = true;
          }
        });
    for (int place = 0; place < there.length; place++) {
      String name = all.get(place);
      byte[] trimap = trimaps.get(name);
      if (!there[place] || trimap == null) {
        throw new DataException(
            (there[place] ? annotations + ": has no trimap" : pictures + ": has no picture")
                + " of '"
                + name
                + "'");
      }
      PictureFile.decode(annotations + ": " + name, trimap)
          .writeTrimap(shape, masks, place * pixels);
    }
    Examples examples = Examples.masked(shape, values, masks);
    return new Parts(
        examples.select(range(0, train.size())), examples.select(range(train.size(), all.size())));
  }

  private static int[] range(int from, int to) {
    return java.util.stream.IntStream.range(from, to).toArray();
  }

  private List<String> names(Map<String, byte[]> lists, String list) {
    byte[] content = lists.get(list);
    if (content == null) {
      throw new DataException(annotations + ": has no list annotations/" + list + ".txt");
    }
    List<String> names =
        new String(content, StandardCharsets.US_ASCII)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.strip().split(" ", 2)[0])
            .toList();
    if (names.isEmpty()) {
      throw new DataException(annotations + ": its list annotations/" + list + ".txt is empty");
    }
    return names;
  }

  private static void read(Path archive, Pattern pattern, BiConsumer<Matcher, byte[]> reader) {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
        TarArchiveInputStream entries =
            new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16))) {
      int count = 0;
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        Matcher name = pattern.matcher(entry.getName());
        if (++count > MOST_ENTRIES || (name.matches() && entry.getSize() > MOST_BYTES)) {
          throw new DataException(archive + ": has too many entries, or one that is too long");
        }
        if (name.matches() && entry.isFile()) {
          reader.accept(name, entries.readAllBytes());
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataException(
          archive + ": is cut off or damaged, no tar.gz archive that can be read", e);
    }
  }
}
