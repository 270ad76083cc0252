package actbench.data;

/**
 * The shape of one example.
 *
 * @param height rows of a picture; 1 for plain features
 * @param width columns of a picture; the number of features for plain features
 * @param channels 1 for grey and for plain features, 3 for colour
 */
public record InputShape(int height, int width, int channels) {
  public InputShape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "shape " + height + "x" + width + "x" + channels + " has a side below 1");
    }
    Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** The number of values in one example. */
  public int size() {
    return height * width * channels;
  }

  /** The form shown to people: {@code 28x28}, {@code 32x32x3}, {@code 2} for plain features. */
  public String label() {
    if (height == 1 && channels == 1) {
      return Integer.toString(width);
    }
    return height + "x" + width + (channels == 1 ? "" : "x" + channels);
  }
}
