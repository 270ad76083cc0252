package actbench.data;

/** How a network is told what is right. */
public enum Targets {
  /** {@code [batch, classes]}: 1 in the column of the label, else 0. */
  ONE_HOT,
  /** {@code [batch, 1]}: the label itself, for one output unit and two classes. */
  SINGLE,
  /** {@code [batch, targets]}: the numbers to be learnt; 0 or 1 where they are labels. */
  NUMBERS,
  /**
   * {@code [batch, size]}: the example itself before any transform, rows, columns, channels, the
   * last fastest.
   */
  INPUT,
  /** The mask: an image of one channel, 0 or 1 a pixel, in the layout of the batch. */
  MASK;

  /** The number of values for one example. */
  int width(Examples examples) {
    return switch (this) {
      case ONE_HOT, NUMBERS -> examples.classes();
      case SINGLE -> 1;
      case INPUT -> examples.shape().size();
      case MASK -> examples.shape().height() * examples.shape().width();
    };
  }

  /** Writes what is right of one example to {@code target}, which is 0 from {@code offset} on. */
  public void copy(Examples examples, int example, float[] target, int offset) {
    switch (this) {
      case ONE_HOT -> target[offset + examples.label(example)] = 1f;
      case SINGLE -> target[offset] = examples.label(example);
      case NUMBERS -> examples.copyNumbers(example, target, offset);
      case INPUT -> examples.copy(example, Layout.FLAT, target, offset);
      case MASK -> examples.copyMask(example, target, offset);
    }
  }

  /** The dimensions of the targets of a batch. */
  long[] dimensions(int batch, Layout layout, Examples examples) {
    InputShape shape = examples.shape();
    return this == MASK
        ? layout.dimensions(batch, new InputShape(shape.height(), shape.width(), 1))
        : new long[] {batch, width(examples)};
  }
}
