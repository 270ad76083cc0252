package actbench.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads IDX files of unsigned bytes: a magic number, the dimensions as big-endian ints, the values.
 * Trusts nothing the header says before the file's length bears it out.
 */
final class IdxReader {
  private static final int IMAGES = 0x00000803;
  private static final int LABELS = 0x00000801;

  private IdxReader() {}

  /** The pictures, one after the other, each row by row. */
  static byte[] images(DataStream in, InputShape shape) {
    int[] dimensions = header(in, IMAGES, "IDX images of bytes");
    if (dimensions[1] != shape.height() || dimensions[2] != shape.width()) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: wrong picture size, found %dx%d; expected %dx%d",
              in.file(),
              dimensions[1],
              dimensions[2],
              shape.height(),
              shape.width()));
    }
    return values(in, dimensions);
  }

  /**
   * The pictures of any size.
   *
   * @param sides gets their rows and columns
   */
  static byte[] anyImages(DataStream in, int[] sides) {
    int[] dimensions = header(in, IMAGES, "IDX images of bytes");
    sides[0] = dimensions[1];
    sides[1] = dimensions[2];
    return values(in, dimensions);
  }

  /** The labels, each below {@code classes}. */
  static byte[] labels(DataStream in, int classes) {
    byte[] labels = values(in, header(in, LABELS, "IDX labels of bytes"));
    checkLabels(in, labels, classes);
    return labels;
  }

  /** Refuses labels that no class has. */
  static void checkLabels(DataStream in, byte[] labels, int classes) {
    for (int example = 0; example < labels.length; example++) {
      int label = Byte.toUnsignedInt(labels[example]);
      if (label >= classes) {
        throw badLabel(in, example, label, classes);
      }
    }
  }

  static DataException badLabel(DataStream in, int example, int label, int classes) {
    return new DataException(
        String.format(
            Locale.ROOT,
            "%s: bad label of example %d, found %d; expected 0 to %d",
            in.file(),
            example,
            label,
            classes - 1));
  }

  private static int[] header(DataStream in, int magic, String kind) {
    int found = ByteBuffer.wrap(in.read(4)).getInt();
    if (found != magic) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: wrong magic number, found 0x%08x; expected 0x%08x (%s)",
              in.file(),
              found,
              magic,
              kind));
    }
    int[] dimensions = new int[magic & 0xff];
    ByteBuffer header = ByteBuffer.wrap(in.read(4 * dimensions.length));
    Arrays.setAll(dimensions, i -> header.getInt());
    if (IntStream.of(dimensions).anyMatch(each -> each < 1)) {
      throw new DataException(
          in.file()
              + ": bad dimensions, found "
              + label(dimensions)
              + "; expected each from 1 to "
              + Integer.MAX_VALUE);
    }
    return dimensions;
  }

  private static byte[] values(DataStream in, int[] dimensions) {
    long header = 4L + 4L * dimensions.length;
    long room = in.lengthAtMost() - header;
    long count = 1;
    for (int dimension : dimensions) {
      // Stops before a product could overflow: the room is far below Long.MAX_VALUE / int range.
      count *= dimension;
      if (count > room) {
        throw new DataException(
            in.file()
                + ": is cut off or claims too much, found room for "
                + room
                + " values; expected "
                + label(dimensions));
      }
    }
    byte[] values = in.read(Math.toIntExact(count));
    in.expectEnd();
    return values;
  }

  private static String label(int[] dimensions) {
    return IntStream.of(dimensions).mapToObj(Integer::toString).collect(Collectors.joining("x"));
  }
}
