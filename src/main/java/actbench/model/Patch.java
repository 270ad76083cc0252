package actbench.model;

/**
 * The part of an image that one output sees, and how far such parts lie apart.
 *
 * @param height rows it covers
 * @param width columns it covers
 * @param stride rows and columns from one part to the next
 */
public record Patch(int height, int width, int stride, Padding padding) {
  /**
   * How patches meet the border.
   *
   * @param same as many outputs as inputs divided by the stride, rounded up; odd padding goes below
   *     and right, as in Keras
   * @param rows zeros above and below where it is not {@code same}, as in PyTorch
   * @param columns zeros left and right where it is not {@code same}
   */
  public record Padding(boolean same, int rows, int columns) {
    /** Only whole patches. */
    public static final Padding VALID = new Padding(false, 0, 0);

    /** Keras' rule. */
    public static final Padding SAME = new Padding(true, 0, 0);
  }

  /** A square that moves by 1 and keeps the size of the image. */
  public static Patch of(int size) {
    return of(size, size);
  }

  /** A rectangle that moves by 1 and keeps the size of the image. */
  public static Patch of(int height, int width) {
    return new Patch(height, width, 1, Padding.SAME);
  }

  /** Squares that do not overlap; those that stick out are left out. */
  public static Patch tile(int size) {
    return of(size).stride(size).valid();
  }

  /** With this stride. */
  public Patch stride(int step) {
    return new Patch(height, width, step, padding);
  }

  /** Without padding. */
  public Patch valid() {
    return new Patch(height, width, stride, Padding.VALID);
  }

  /** With this many zeros on all four sides. */
  public Patch padded(int zeros) {
    return new Patch(height, width, stride, new Padding(false, zeros, zeros));
  }

  /** Cells that it covers. */
  int cells() {
    return height * width;
  }

  /** The shape of its outputs over an image, a cell for each patch. */
  Shape over(Shape image, int channels) {
    int rows = count(image.height(), height, padding.rows());
    int columns = count(image.width(), width, padding.columns());
    if (rows < 1 || columns < 1) {
      throw new NetworkException(
          "the input is too small: a layer with a %dx%d window gets %dx%d and would leave nothing"
              .formatted(height, width, image.height(), image.width()));
    }
    return new Shape(rows, columns, channels);
  }

  private int count(int size, int span, int zeros) {
    int room = size + 2 * zeros;
    return padding.same()
        ? (size + stride - 1) / stride
        : room < span ? 0 : (room - span) / stride + 1;
  }
}
