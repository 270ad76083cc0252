package actbench.data;

/** How labels are given to a network. */
public enum Targets {
  /** {@code [batch, classes]}: 1 in the column of the label, else 0. */
  ONE_HOT,
  /** {@code [batch, 1]}: the label itself, for one output unit and two classes. */
  SINGLE,
  /** The mask: an image of one channel, 0 or 1 a pixel, in the layout of the batch. */
  MASK;

  /** The number of values for one example. */
  int width(InputShape shape, int classes) {
    return switch (this) {
      case ONE_HOT -> classes;
      case SINGLE -> 1;
      case MASK -> shape.height() * shape.width();
    };
  }

  /** The dimensions of the targets of a batch. */
  long[] dimensions(int batch, Layout layout, InputShape shape, int classes) {
    return this == MASK
        ? layout.dimensions(batch, new InputShape(shape.height(), shape.width(), 1))
        : new long[] {batch, width(shape, classes)};
  }
}
