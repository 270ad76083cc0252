package actbench.data;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the irises: a line that counts examples and columns and names the species, then a line of
 * four lengths in cm, with one decimal, and the label for each.
 */
final class IrisReader {
  static final List<String> SPECIES = List.of("setosa", "versicolor", "virginica");

  /** Flowers in the published file. */
  static final int COUNT = 150;

  /** Test examples: the last 10 of each species. */
  static final int TEST = 30;

  /** Lengths are held in millimetres, as whole numbers. */
  private static final int SCALE = 10;

  private static final int COLUMNS = 4;

  private IrisReader() {}

  /**
   * The first three lengths of each flower and the last one, the width of its petals, to be learnt;
   * in cm. The species take turns, so that the last flowers are the last ones of each.
   */
  static Examples petalWidths(DataStream in) {
    Examples flowers = examples(in, new InputShape(1, COLUMNS, 1));
    int count = flowers.size();
    int each = count / SPECIES.size();
    float[] values = new float[count * (COLUMNS - 1)];
    float[] widths = new float[count];
    float[] row = new float[COLUMNS];
    for (int i = 0; i < count; i++) {
      flowers.copy(i % SPECIES.size() * each + i / SPECIES.size(), Layout.FLAT, row, 0);
      System.arraycopy(row, 0, values, i * (COLUMNS - 1), COLUMNS - 1);
      widths[i] = row[COLUMNS - 1];
    }
    return Examples.table(COLUMNS - 1, 1, values, widths);
  }

  /** All flowers, in the order of the file. */
  static Examples examples(DataStream in, InputShape shape) {
    List<String> lines = new String(in.readRest(), StandardCharsets.US_ASCII).lines().toList();
    int count = Math.max(0, lines.size() - 1);
    String header = count + "," + shape.size() + "," + String.join(",", SPECIES);
    if (lines.isEmpty() || !lines.get(0).equals(header)) {
      throw bad(in, 1, "wrong first line", lines.isEmpty() ? "" : lines.get(0), header);
    }
    byte[] values = new byte[count * shape.size()];
    byte[] labels = new byte[count];
    for (int row = 0; row < count; row++) {
      int line = row + 2;
      String[] cells = lines.get(row + 1).split(",", -1);
      if (cells.length != shape.size() + 1) {
        throw bad(in, line, "wrong number of values", "" + cells.length, "" + (shape.size() + 1));
      }
      for (int i = 0; i < shape.size(); i++) {
        if (!cells[i].matches("[0-9]\\.[0-9]")) {
          throw bad(in, line, "bad length", cells[i], "0.0 to 9.9, with one decimal");
        }
        values[row * shape.size() + i] = Byte.parseByte(cells[i].replace(".", ""));
      }
      String label = cells[shape.size()];
      if (!label.matches("[0-2]")) {
        throw bad(in, line, "bad label", label, "0 to 2");
      }
      labels[row] = Byte.parseByte(label);
    }
    return Examples.of(shape, SPECIES.size(), SCALE, values, labels);
  }

  private static DataException bad(
      DataStream in, int line, String what, String found, String expected) {
    return new DataException(
        in.file()
            + ":"
            + line
            + ": "
            + what
            + ", found '"
            + DataStream.shown(found)
            + "'; expected "
            + expected);
  }
}
