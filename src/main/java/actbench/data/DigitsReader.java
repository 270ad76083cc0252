package actbench.data;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the 8x8 digits: a line of 64 values from 0 to 16 and the label for each. */
final class DigitsReader {
  /** Digits in the published file. */
  static final int COUNT = 1797;

  /** Test examples: the last 36 of each class, about a fifth. */
  static final int TEST = 360;

  private static final int SCALE = 16;
  private static final int CLASSES = 10;

  private DigitsReader() {}

  /** All digits, in the order of the file. */
  static Examples examples(DataStream in, InputShape shape) {
    List<String> lines = new String(in.readRest(), StandardCharsets.US_ASCII).lines().toList();
    byte[] values = new byte[lines.size() * shape.size()];
    byte[] labels = new byte[lines.size()];
    for (int line = 0; line < lines.size(); line++) {
      String[] cells = lines.get(line).split(",", -1);
      if (cells.length != shape.size() + 1) {
        throw new DataException(
            place(in, line)
                + "wrong number of values, found "
                + cells.length
                + "; expected "
                + (shape.size() + 1));
      }
      for (int i = 0; i < shape.size(); i++) {
        values[line * shape.size() + i] = number(in, line, cells[i], SCALE);
      }
      labels[line] = number(in, line, cells[shape.size()], CLASSES - 1);
    }
    return Examples.of(shape, CLASSES, SCALE, values, labels);
  }

  private static byte number(DataStream in, int line, String text, int largest) {
    if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) <= largest) {
      return (byte) Integer.parseInt(text);
    }
    throw new DataException(
        place(in, line) + "bad value, found '" + text + "'; expected 0 to " + largest);
  }

  private static String place(DataStream in, int line) {
    return in.file() + ":" + (line + 1) + ": ";
  }
}
