package actbench.data.transform;

import actbench.data.BatchDraft;
import actbench.data.InputShape;
import actbench.data.Layout;

/** One image inside a batch: where its values lie, and how to move them about. */
final class Picture {
  /** What lies beyond an image's edge. */
  enum Beyond {
    /** Zeros: black, before normalisation. */
    ZERO,
    /** The nearest pixel of the image, as in Keras. */
    NEAREST,
    /** The image mirrored at the centre of its outermost pixels. */
    REFLECT
  }

  private final InputShape shape;
  private final int rowStep;
  private final int columnStep;
  private final int channelStep;
  private final float[] copy;
  private float[] values = {};
  private int start;

  /** A view of images of this shape and layout, to be put on one after the other. */
  Picture(InputShape shape, Layout layout) {
    this.shape = shape;
    boolean planes = layout == Layout.NCHW;
    rowStep = planes ? shape.width() : shape.width() * shape.channels();
    columnStep = planes ? 1 : shape.channels();
    channelStep = planes ? shape.height() * shape.width() : 1;
    copy = new float[shape.size()];
  }

  /** Goes to an image of a batch. */
  void moveTo(BatchDraft batch, int place) {
    values = batch.features();
    start = place * shape.size();
  }

  int height() {
    return shape.height();
  }

  int width() {
    return shape.width();
  }

  private int offset(int row, int column) {
    return row * rowStep + column * columnStep;
  }

  /** Sets a pixel's channels to a value. */
  void fill(int row, int column, float value) {
    int at = start + offset(row, column);
    for (int channel = 0; channel < shape.channels(); channel++) {
      values[at + channel * channelStep] = value;
    }
  }

  /** Mirrors left and right. */
  void flipColumns() {
    copyOut();
    for (int row = 0; row < height(); row++) {
      for (int column = 0; column < width(); column++) {
        take(row, column, offset(row, width() - 1 - column));
      }
    }
  }

  /** Mirrors top and bottom. */
  void flipRows() {
    copyOut();
    for (int row = 0; row < height(); row++) {
      for (int column = 0; column < width(); column++) {
        take(row, column, offset(height() - 1 - row, column));
      }
    }
  }

  /** Gives each pixel the value that lies so many rows and columns from it. */
  void shift(int rows, int columns, Beyond beyond) {
    copyOut();
    for (int row = 0; row < height(); row++) {
      for (int column = 0; column < width(); column++) {
        take(row, column, source(row + rows, column + columns, beyond));
      }
    }
  }

  /** Where a pixel gets its value from, in rows and columns of the image as it is. */
  @FunctionalInterface
  interface Origin {
    /** Puts row and column into {@code from}. */
    void of(int row, int column, double[] from);
  }

  /**
   * Gives each pixel a value from elsewhere.
   *
   * @param linear whether to interpolate between the four pixels around; else the nearest is taken
   */
  void resample(Origin origin, boolean linear, Beyond beyond) {
    copyOut();
    double[] from = new double[2];
    for (int row = 0; row < height(); row++) {
      for (int column = 0; column < width(); column++) {
        origin.of(row, column, from);
        if (linear) {
          interpolate(row, column, from, beyond);
        } else {
          // Halves go up, as in torch's nearbyint of a grid that never meets them but by chance.
          int nearestRow = (int) Math.floor(from[0] + 0.5);
          int nearestColumn = (int) Math.floor(from[1] + 0.5);
          take(row, column, source(nearestRow, nearestColumn, beyond));
        }
      }
    }
  }

  private void interpolate(int row, int column, double[] from, Beyond beyond) {
    int top = (int) Math.floor(from[0]);
    int left = (int) Math.floor(from[1]);
    float down = (float) (from[0] - top);
    float right = (float) (from[1] - left);
    int topLeft = source(top, left, beyond);
    int topRight = source(top, left + 1, beyond);
    int bottomLeft = source(top + 1, left, beyond);
    int bottomRight = source(top + 1, left + 1, beyond);
    int at = start + offset(row, column);
    for (int channel = 0; channel < shape.channels(); channel++) {
      int step = channel * channelStep;
      float above = (1 - right) * value(topLeft, step) + right * value(topRight, step);
      float below = (1 - right) * value(bottomLeft, step) + right * value(bottomRight, step);
      values[at + step] = (1 - down) * above + down * below;
    }
  }

  private void copyOut() {
    System.arraycopy(values, start, copy, 0, copy.length);
  }

  private void take(int row, int column, int source) {
    int at = start + offset(row, column);
    for (int channel = 0; channel < shape.channels(); channel++) {
      int step = channel * channelStep;
      values[at + step] = value(source, step);
    }
  }

  private float value(int source, int step) {
    return source < 0 ? 0 : copy[source + step];
  }

  /** The place of a pixel, also of one beyond the edge; negative for a zero. */
  private int source(int row, int column, Beyond beyond) {
    boolean inside = row >= 0 && row < height() && column >= 0 && column < width();
    if (inside) {
      return offset(row, column);
    }
    return switch (beyond) {
      case ZERO -> -1;
      case NEAREST ->
          offset(
              Math.max(0, Math.min(height() - 1, row)), Math.max(0, Math.min(width() - 1, column)));
      case REFLECT -> offset(mirrored(row, height()), mirrored(column, width()));
    };
  }

  private static int mirrored(int place, int length) {
    if (length == 1) {
      return 0;
    }
    int period = 2 * (length - 1);
    int within = Math.floorMod(place, period);
    return within < length ? within : period - within;
  }
}
