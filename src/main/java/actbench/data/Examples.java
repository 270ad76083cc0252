package actbench.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * Labelled examples in memory, one byte a value; immutable.
 *
 * <p>Values are held as files hold them, channel after channel, and are divided by the scale when
 * they are copied out. Selections share the values of the set they come from.
 */
public final class Examples {
  private final InputShape shape;
  private final int classes;
  private final byte[] values;
  private final byte[] labels;
  private final int[] rows;

  /** The number that a byte stands for, by its unsigned value. */
  private final float[] scaled;

  private Examples(
      InputShape shape, int classes, byte[] values, byte[] labels, int[] rows, float[] scaled) {
    this.shape = shape;
    this.classes = classes;
    this.values = values;
    this.labels = labels;
    this.rows = rows;
    this.scaled = scaled;
  }

  /**
   * Examples over these arrays, which must not be changed afterwards.
   *
   * @param classes the number of classes, 1 to 256
   * @param scale what a value is divided by: 255 for pictures
   * @param values unsigned, {@code shape.size()} per example: channel, row, column
   * @param labels unsigned, one per example
   * @throws IndexOutOfBoundsException when a label is not below {@code classes}
   */
  public static Examples of(
      InputShape shape, int classes, int scale, byte[] values, byte[] labels) {
    Objects.requireNonNull(shape, "shape");
    if (values.length != (long) labels.length * shape.size()) {
      throw new IllegalArgumentException(
          values.length + " values are not " + labels.length + " examples of " + shape.label());
    }
    for (byte label : labels) {
      Objects.checkIndex(Byte.toUnsignedInt(label), classes);
    }
    int[] rows = new int[labels.length];
    Arrays.setAll(rows, row -> row);
    float[] scaled = new float[256];
    for (int value = 0; value < scaled.length; value++) {
      scaled[value] = (float) value / scale;
    }
    return new Examples(shape, classes, values, labels, rows, scaled);
  }

  /** The number of examples. */
  public int size() {
    return rows.length;
  }

  /** The shape of each example. */
  public InputShape shape() {
    return shape;
  }

  /** The number of classes, whether or not each has examples. */
  public int classes() {
    return classes;
  }

  /** The label of an example, 0 to {@code classes - 1}. */
  public int label(int example) {
    return Byte.toUnsignedInt(labels[rows[example]]);
  }

  /** The number of examples by class. */
  public int[] classCounts() {
    int[] counts = new int[classes];
    for (int example = 0; example < size(); example++) {
      counts[label(example)]++;
    }
    return counts;
  }

  /** The examples at these places, in this order; places may repeat. */
  public Examples select(int[] places) {
    int[] selected = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      selected[i] = rows[places[i]];
    }
    return new Examples(shape, classes, values, labels, selected, scaled);
  }

  /** Writes the scaled values of one example to {@code target}, from {@code offset} on. */
  public void copy(int example, Layout layout, float[] target, int offset) {
    int size = shape.size();
    int from = rows[example] * size;
    if (layout == Layout.NCHW || shape.channels() == 1) {
      for (int i = 0; i < size; i++) {
        target[offset + i] = scaled[values[from + i] & 0xff];
      }
      return;
    }
    int channels = shape.channels();
    int plane = shape.height() * shape.width();
    for (int channel = 0; channel < channels; channel++) {
      int source = from + channel * plane;
      int place = offset + channel;
      for (int i = 0; i < plane; i++, place += channels) {
        target[place] = scaled[values[source + i] & 0xff];
      }
    }
  }
}
