package actbench.data;

/** How the values of a batch of examples lie in memory. */
public enum Layout {
  /** {@code [batch, channels, height, width]}. */
  NCHW,
  /** {@code [batch, height, width, channels]}. */
  NHWC,
  /**
   * {@code [batch, height * width * channels]}, in the order of {@link #NHWC} as Keras flattens.
   */
  FLAT;

  /** The place of a value within its example. */
  public int offset(InputShape shape, int row, int column, int channel) {
    int pixel = row * shape.width() + column;
    return this == NCHW
        ? channel * shape.height() * shape.width() + pixel
        : pixel * shape.channels() + channel;
  }

  /** The dimensions of a batch. */
  public long[] dimensions(int batch, InputShape shape) {
    return switch (this) {
      case NCHW -> new long[] {batch, shape.channels(), shape.height(), shape.width()};
      case NHWC -> new long[] {batch, shape.height(), shape.width(), shape.channels()};
      case FLAT -> new long[] {batch, shape.size()};
    };
  }
}
