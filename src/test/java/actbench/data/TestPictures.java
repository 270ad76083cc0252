package actbench.data;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;

/** Made-up pictures in the formats of real ones. */
final class TestPictures {
  private TestPictures() {}

  /** A picture of colours by column and row. */
  static byte[] colours(String format, int width, int height, IntBinaryOperator rgb) {
    return encode(format, BufferedImage.TYPE_INT_RGB, width, height, rgb);
  }

  /** A mask of one bit a pixel, as Carvana's; true by column and row. */
  static byte[] mask(int width, int height, java.util.function.BiPredicate<Integer, Integer> in) {
    return encode(
        "gif",
        BufferedImage.TYPE_BYTE_BINARY,
        width,
        height,
        (x, y) -> in.test(x, y) ? 0xffffff : 0);
  }

  /** Grey samples as they are, by column and row. */
  static byte[] grey(String format, int width, int height, IntBinaryOperator sample) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, sample.applyAsInt(x, y));
      }
    }
    return encode(format, image);
  }

  private static byte[] encode(
      String format, int type, int width, int height, IntBinaryOperator rgb) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, rgb.applyAsInt(x, y));
      }
    }
    return encode(format, image);
  }

  private static byte[] encode(String format, BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
