package actbench.data;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Labelled examples in memory; immutable. Selections share the values of the set they come from.
 */
public final class Examples {
  private final InputShape shape;
  private final int classes;
  private final Values values;
  private final int[] labels;

  /** A byte for each pixel, 0 or 1, where examples have masks. */
  private final Optional<byte[]> masks;

  /** As many numbers for each example as there are targets, where examples have such. */
  private final Optional<float[]> numbers;

  private final int[] rows;

  private Examples(
      InputShape shape,
      int classes,
      Values values,
      int[] labels,
      Optional<byte[]> masks,
      Optional<float[]> numbers,
      int[] rows) {
    this.shape = shape;
    this.classes = classes;
    this.values = values;
    this.labels = labels;
    this.masks = masks;
    this.numbers = numbers;
    this.rows = rows;
  }

  private static Examples of(
      InputShape shape,
      int classes,
      Values values,
      int[] labels,
      Optional<byte[]> masks,
      Optional<float[]> numbers) {
    Objects.requireNonNull(shape, "shape");
    for (int label : labels) {
      Objects.checkIndex(label, classes);
    }
    int[] rows = new int[labels.length];
    Arrays.setAll(rows, row -> row);
    return new Examples(shape, classes, values, labels, masks, numbers, rows);
  }

  private static void checkLength(String what, long length, int examples, int each) {
    if (length != (long) examples * each) {
      throw new IllegalArgumentException(
          length + " " + what + " are not " + examples + " examples of " + each);
    }
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
    int[] wide = new int[labels.length];
    Arrays.setAll(wide, i -> Byte.toUnsignedInt(labels[i]));
    return of(shape, classes, scale, values, wide);
  }

  /** The same, with room for more classes. */
  static Examples of(InputShape shape, int classes, int scale, byte[] values, int[] labels) {
    checkLength("values", values.length, labels.length, shape.size());
    return of(
        shape,
        classes,
        new Pixels(shape, values, scale),
        labels,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Rows of a table over these arrays, which must not be changed afterwards.
   *
   * @param values {@code columns} per example
   */
  static Examples table(int columns, int classes, float[] values, int[] labels) {
    checkLength("values", values.length, labels.length, columns);
    InputShape shape = new InputShape(1, columns, 1);
    return of(
        shape, classes, new Numbers(columns, values), labels, Optional.empty(), Optional.empty());
  }

  /**
   * Rows of a table with numbers to be learnt, over these arrays, which must not be changed
   * afterwards; all of one class.
   *
   * @param columns values of an example
   * @param values {@code columns} per example
   * @param targets numbers to be learnt of an example
   * @param numbers {@code targets} per example; 0 or 1 where they are labels
   */
  public static Examples table(int columns, int targets, float[] values, float[] numbers) {
    int count = values.length / columns;
    checkLength("values", values.length, count, columns);
    checkLength("numbers", numbers.length, count, targets);
    InputShape shape = new InputShape(1, columns, 1);
    return of(
        shape,
        targets,
        new Numbers(columns, values),
        new int[count],
        Optional.empty(),
        Optional.of(numbers));
  }

  /**
   * Pictures with masks over these arrays, which must not be changed afterwards; all of one class.
   *
   * @param values unsigned, divided by 255; {@code shape.size()} per example: channel, row, column
   * @param masks 0 or 1 for each pixel, row by row
   */
  public static Examples masked(InputShape shape, byte[] values, byte[] masks) {
    int pixels = shape.height() * shape.width();
    int count = masks.length / pixels;
    checkLength("mask pixels", masks.length, count, pixels);
    checkLength("values", values.length, count, shape.size());
    Values scaled = new Pixels(shape, values, 255);
    return of(shape, 1, scaled, new int[count], Optional.of(masks), Optional.empty());
  }

  /** The number of examples. */
  public int size() {
    return rows.length;
  }

  /** The shape of each example. */
  public InputShape shape() {
    return shape;
  }

  /** The number of classes, whether or not each has examples; or of targets. */
  public int classes() {
    return classes;
  }

  /** Whether each example has a mask. */
  public boolean hasMasks() {
    return masks.isPresent();
  }

  /** Whether each example has numbers to be learnt, {@link #classes} of them. */
  public boolean hasNumbers() {
    return numbers.isPresent();
  }

  /** The label of an example, 0 to {@code classes - 1}. */
  public int label(int example) {
    return labels[rows[example]];
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
    return new Examples(shape, classes, values, labels, masks, numbers, selected);
  }

  /** Writes the scaled values of one example to {@code target}, from {@code offset} on. */
  public void copy(int example, Layout layout, float[] target, int offset) {
    values.copy(rows[example], layout, target, offset);
  }

  /** Writes an example's mask, 0 or 1 a pixel, row by row, to {@code target}. */
  public void copyMask(int example, float[] target, int offset) {
    byte[] all = masks.orElseThrow(() -> new IllegalStateException("no masks"));
    int pixels = shape.height() * shape.width();
    int from = rows[example] * pixels;
    for (int i = 0; i < pixels; i++) {
      target[offset + i] = all[from + i];
    }
  }

  /** Writes an example's numbers to be learnt to {@code target}, from {@code offset} on. */
  public void copyNumbers(int example, float[] target, int offset) {
    float[] all = numbers.orElseThrow(() -> new IllegalStateException("no numbers"));
    System.arraycopy(all, rows[example] * classes, target, offset, classes);
  }
}
