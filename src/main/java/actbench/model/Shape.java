package actbench.model;

/**
 * The shape of one example between two layers.
 *
 * @param height rows; 1 for a flat vector
 * @param width columns; 1 for a flat vector
 * @param channels feature maps, or the length of a flat vector
 */
public record Shape(int height, int width, int channels) {
  public Shape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new NetworkException(
          "a layer would have the empty shape " + height + "x" + width + "x" + channels);
    }
  }

  /** A vector of this length. */
  public static Shape flat(int length) {
    return new Shape(1, 1, length);
  }

  /** Numbers in one example. */
  public int size() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** {@code 28x28x1}, or {@code 500} for a vector. */
  @Override
  public String toString() {
    return height == 1 && width == 1
        ? Integer.toString(channels)
        : height + "x" + width + "x" + channels;
  }
}
