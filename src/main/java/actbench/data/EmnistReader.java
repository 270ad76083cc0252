package actbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads one of the sets in EMNIST's archive of gzip IDX files. Its pictures lie on their sides,
 * columns where rows should be, and are put upright; its letters count from 1.
 *
 * @param archive the zip file
 * @param dataset the set, which has the name of its files there
 */
record EmnistReader(Path archive, Dataset dataset) {
  /** The examples of a part: {@code train} or {@code test}. */
  Examples examples(String part) {
    InputShape shape = dataset.shape();
    int count = part.equals("train") ? dataset.content().train() : dataset.content().test();
    // Room for four times the published number, as for files that are no archive.
    long room = 4L * count + 16;
    byte[] images = images(part, shape, room * shape.size());
    byte[] labels = labels(part, room);
    if (images.length / shape.size() != labels.length) {
      throw new DataException(
          "%s: pictures and labels of %s-%s differ in number, found %d pictures and %d labels"
              .formatted(
                  archive, dataset.name(), part, images.length / shape.size(), labels.length));
    }
    return Examples.of(shape, dataset.classes(), 255, images, labels);
  }

  private byte[] images(String part, InputShape shape, long limit) {
    return entry(
        part + "-images-idx3-ubyte.gz", limit, in -> upright(IdxReader.images(in, shape), shape));
  }

  private byte[] labels(String part, long limit) {
    int first = dataset.name().equals(EmnistDatasets.LETTERS) ? 1 : 0;
    return entry(
        part + "-labels-idx1-ubyte.gz",
        limit,
        in -> {
          byte[] labels = IdxReader.labels(in, dataset.classes() + first);
          for (int i = 0; i < labels.length; i++) {
            if (labels[i] < first) {
              throw IdxReader.badLabel(in, i, labels[i], dataset.classes() + first);
            }
            labels[i] -= (byte) first;
          }
          return labels;
        });
  }

  /** How the content of an entry is read. */
  private interface Reader {
    byte[] read(DataStream in);
  }

  private byte[] entry(String file, long limit, Reader reader) {
    String name = "gzip/" + dataset.name() + "-" + file;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new DataException(archive + ": does not hold " + name);
      }
      try (InputStream content = zip.getInputStream(entry);
          DataStream in = DataStream.of(archive.resolve(name), content, limit)) {
        return reader.read(in);
      }
    } catch (IOException e) {
      throw new DataException(
          archive + ": is damaged, no zip archive that can be read (" + e.getMessage() + ")", e);
    }
  }

  private static byte[] upright(byte[] lying, InputShape shape) {
    byte[] images = new byte[lying.length];
    int picture = shape.size();
    for (int start = 0; start < lying.length; start += picture) {
      for (int i = 0; i < picture; i++) {
        int row = i / shape.width();
        int column = i % shape.width();
        images[start + i] = lying[start + column * shape.height() + row];
      }
    }
    return images;
  }
}
