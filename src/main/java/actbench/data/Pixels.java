package actbench.data;

/** Values of one byte each, held as files hold them, channel after channel. */
final class Pixels implements Values {
  private final InputShape shape;
  private final byte[] bytes;

  /** The number that a byte stands for, by its unsigned value. */
  private final float[] scaled = new float[256];

  /**
   * Values over this array.
   *
   * @param scale what a value is divided by: 255 for pictures
   */
  Pixels(InputShape shape, byte[] bytes, int scale) {
    this.shape = shape;
    this.bytes = bytes;
    for (int value = 0; value < scaled.length; value++) {
      scaled[value] = (float) value / scale;
    }
  }

  @Override
  public void copy(int row, Layout layout, float[] target, int offset) {
    int size = shape.size();
    int from = row * size;
    if (layout == Layout.NCHW || shape.channels() == 1) {
      for (int i = 0; i < size; i++) {
        target[offset + i] = scaled[bytes[from + i] & 0xff];
      }
      return;
    }
    int channels = shape.channels();
    int plane = shape.height() * shape.width();
    for (int channel = 0; channel < channels; channel++) {
      int source = from + channel * plane;
      int place = offset + channel;
      for (int i = 0; i < plane; i++, place += channels) {
        target[place] = scaled[bytes[source + i] & 0xff];
      }
    }
  }
}
