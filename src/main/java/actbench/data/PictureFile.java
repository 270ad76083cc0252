package actbench.data;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A decoded picture: PNG, JPEG or GIF. Its size is known, and bounded, before its content is
 * decoded. Transparency is not looked at.
 */
final class PictureFile {
  /** The most pixels of a picture, 32 million; Carvana's have 2.5 million. */
  static final long MOST_PIXELS = 1L << 25;

  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

  private final String name;
  private final BufferedImage image;

  private PictureFile(String name, BufferedImage image) {
    this.name = name;
    this.image = image;
  }

  /** What the beginning of a file tells. */
  record Header(int width, int height, boolean grey) {}

  /** How a reader is asked. */
  private interface Question<T> {
    T ask(ImageReader reader) throws IOException;
  }

  /**
   * Decodes a picture.
   *
   * @param name for messages
   * @param content of the file
   */
  static PictureFile decode(String name, byte[] content) {
    return read(name, content, reader -> new PictureFile(name, reader.read(0)));
  }

  /** Looks at a picture's format and size without decoding it. */
  static Header header(String name, byte[] content) {
    return read(
        name,
        content,
        reader -> {
          ImageTypeSpecifier type = reader.getRawImageType(0);
          boolean grey =
              type != null
                  && type.getNumBands() <= 2
                  && !(type.getColorModel() instanceof IndexColorModel);
          return new Header(reader.getWidth(0), reader.getHeight(0), grey);
        });
  }

  private static <T> T read(String name, byte[] content, Question<T> question) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new DataException(name + ": is no picture; expected PNG, JPEG or GIF");
      }
      ImageReader reader = readers.next();
      try {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
          throw new DataException(
              name + ": wrong format, found " + format + "; expected PNG, JPEG or GIF");
        }
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MOST_PIXELS) {
          throw new DataException(
              "%s: is too large, found %dx%d pixels; expected at most %d in all"
                  .formatted(name, width, height, MOST_PIXELS));
        }
        return question.ask(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof DataException refused) {
        throw refused;
      }
      // Decoders answer damage with whatever exception the damage leads to.
      throw new DataException(name + ": is damaged or no picture that can be read", e);
    }
  }

  private int width() {
    return image.getWidth();
  }

  private int height() {
    return image.getHeight();
  }

  /**
   * Writes the picture, scaled to a shape, channel after channel.
   *
   * @param shape with 1 channel for grey or 3 for red, green, blue
   */
  void write(InputShape shape, byte[] target, int offset) {
    Scaling scaling = new Scaling(width(), height(), shape.width(), shape.height());
    int plane = shape.height() * shape.width();
    float[] values = new float[width() * height()];
    for (int channel = 0; channel < shape.channels(); channel++) {
      fill(values, shape.channels() == 1 ? -1 : channel);
      float[] scaled = scaling.apply(values);
      for (int i = 0; i < plane; i++) {
        target[offset + channel * plane + i] =
            (byte) Math.round(Math.max(0, Math.min(255, scaled[i])));
      }
    }
  }

  /** The values of a channel, 0 to 255; of the brightness for -1. */
  private void fill(float[] values, int channel) {
    Raster raster = image.getRaster();
    // Grey samples are taken as they are: Java holds them for linear light and would brighten them.
    boolean grey = raster.getNumBands() <= 2 && !(image.getColorModel() instanceof IndexColorModel);
    int shift = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
    int[] row = new int[width()];
    for (int y = 0; y < height(); y++) {
      if (grey) {
        raster.getSamples(0, y, width(), 1, 0, row);
      } else {
        image.getRGB(0, y, width(), 1, row, 0, width());
      }
      for (int x = 0; x < width(); x++) {
        values[y * width() + x] = grey ? row[x] >> shift : colour(row[x], channel);
      }
    }
  }

  private static float colour(int rgb, int channel) {
    int red = rgb >> 16 & 0xff;
    int green = rgb >> 8 & 0xff;
    int blue = rgb & 0xff;
    return switch (channel) {
      case 0 -> red;
      case 1 -> green;
      case 2 -> blue;
      // Luma after ITU-R BT.601.
      default -> 0.299f * red + 0.587f * green + 0.114f * blue;
    };
  }

  /** Writes 1 where the scaled picture is at least half bright, else 0. */
  void writeMask(InputShape shape, byte[] target, int offset) {
    float[] values = new float[width() * height()];
    fill(values, -1);
    mask(values, shape, target, offset);
  }

  /**
   * Writes 1 where most samples are 1 (the object) or 3 (its border), else 0.
   *
   * @throws DataException for any sample that is not 1, 2 or 3
   */
  void writeTrimap(InputShape shape, byte[] target, int offset) {
    float[] values = new float[width() * height()];
    int[] row = new int[width()];
    for (int y = 0; y < height(); y++) {
      image.getRaster().getSamples(0, y, width(), 1, 0, row);
      for (int x = 0; x < width(); x++) {
        if (row[x] < 1 || row[x] > 3) {
          throw new DataException(
              name + ": bad sample of a trimap, found " + row[x] + "; expected 1, 2 or 3");
        }
        values[y * width() + x] = row[x] == 2 ? 0 : 255;
      }
    }
    mask(values, shape, target, offset);
  }

  private void mask(float[] values, InputShape shape, byte[] target, int offset) {
    float[] scaled = new Scaling(width(), height(), shape.width(), shape.height()).apply(values);
    for (int i = 0; i < scaled.length; i++) {
      target[offset + i] = (byte) (scaled[i] >= 127.5f ? 1 : 0);
    }
  }
}
