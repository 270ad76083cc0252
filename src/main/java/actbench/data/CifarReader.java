package actbench.data;

import java.util.List;

/**
 * Reads the binary version of CIFAR: records of one label byte (CIFAR-10) or two (CIFAR-100:
 * coarse, fine) and 32x32 red, green and blue values, plane after plane, row by row. The number of
 * records comes from the length.
 *
 * @param shape of a picture
 * @param classes the number of classes of the last label byte
 * @param labelBytes 1 or 2
 */
record CifarReader(InputShape shape, int classes, int labelBytes) {
  private static final int COARSE_CLASSES = 20;

  /** The records of one file, whole and with good labels. */
  byte[] records(DataStream in) {
    byte[] records = in.readRest();
    if (records.length == 0 || records.length % recordBytes() != 0) {
      throw new DataException(
          in.file()
              + ": is cut off or has trailing bytes, found "
              + records.length
              + " bytes; expected a multiple of "
              + recordBytes());
    }
    for (int example = 0; example < records.length / recordBytes(); example++) {
      int start = example * recordBytes();
      if (labelBytes == 2) {
        check(in, example, Byte.toUnsignedInt(records[start]), COARSE_CLASSES);
      }
      check(in, example, Byte.toUnsignedInt(records[start + labelBytes - 1]), classes);
    }
    return records;
  }

  private static void check(DataStream in, int example, int label, int classes) {
    if (label >= classes) {
      throw IdxReader.badLabel(in, example, label, classes);
    }
  }

  /** The examples of these files, one file after the other. */
  Examples examples(List<byte[]> files) {
    int count = files.stream().mapToInt(records -> records.length / recordBytes()).sum();
    byte[] labels = new byte[count];
    byte[] values = new byte[Math.multiplyExact(count, shape.size())];
    int example = 0;
    for (byte[] records : files) {
      for (int start = 0; start < records.length; start += recordBytes(), example++) {
        int picture = start + labelBytes;
        labels[example] = records[picture - 1];
        System.arraycopy(records, picture, values, example * shape.size(), shape.size());
      }
    }
    return Examples.of(shape, classes, 255, values, labels);
  }

  private int recordBytes() {
    return labelBytes + shape.size();
  }
}
