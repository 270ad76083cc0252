import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes datasets/fashion-mnist-small: the first 600 training and the first 100 test pictures of
 * each of Fashion-MNIST's ten classes, in their original order.
 *
 * <p>Usage: {@code java datasets/MakeFashionMnistSmall.java [FROM [TO]]}, where FROM holds the four
 * gzip files of Fashion-MNIST. The uncompressed bytes of FROM are checked against the published
 * set first. The same input gives the same uncompressed bytes everywhere; the gzip bytes also
 * depend on the JDK's zlib, so the checksums in the README are those of the uncompressed bytes.
 */
final class MakeFashionMnistSmall {
  private static final int CLASSES = 10;
  private static final int PICTURE = 28 * 28;

  /** One half of the set: how many pictures of each class it keeps, and what it is made from. */
  private record Half(String prefix, int perClass, String imagesSha256, String labelsSha256) {
    String images() {
      return prefix + "-images-idx3-ubyte.gz";
    }

    String labels() {
      return prefix + "-labels-idx1-ubyte.gz";
    }
  }

  private static final Half TRAIN =
      new Half(
          "train",
          600,
          "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
          "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9");
  private static final Half TEST =
      new Half(
          "t10k",
          100,
          "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
          "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34");

  private MakeFashionMnistSmall() {}

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Path from =
        Path.of(arguments.length > 0 ? arguments[0] : "/usr/share/datasets/fashion-mnist");
    Path to = Path.of(arguments.length > 1 ? arguments[1] : "datasets/fashion-mnist-small");
    Files.createDirectories(to);
    make(from, to, TRAIN);
    make(from, to, TEST);
  }

  private static void make(Path from, Path to, Half half)
      throws IOException, GeneralSecurityException {
    ByteBuffer images = read(from.resolve(half.images()), half.imagesSha256());
    ByteBuffer labels = read(from.resolve(half.labels()), half.labelsSha256());
    images.position(16);
    labels.position(8);
    int kept = CLASSES * half.perClass();
    ByteBuffer keptImages = ByteBuffer.allocate(16 + kept * PICTURE);
    ByteBuffer keptLabels = ByteBuffer.allocate(8 + kept);
    keptImages.putInt(0x00000803).putInt(kept).putInt(28).putInt(28);
    keptLabels.putInt(0x00000801).putInt(kept);
    int[] seen = new int[CLASSES];
    byte[] picture = new byte[PICTURE];
    while (labels.hasRemaining()) {
      byte label = labels.get();
      images.get(picture);
      if (seen[label]++ < half.perClass()) {
        keptImages.put(picture);
        keptLabels.put(label);
      }
    }
    write(to.resolve(half.images()), keptImages);
    write(to.resolve(half.labels()), keptLabels);
  }

  private static ByteBuffer read(Path file, String sha256)
      throws IOException, GeneralSecurityException {
    byte[] bytes;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      bytes = in.readAllBytes();
    }
    String found = sha256(bytes);
    if (!found.equals(sha256)) {
      throw new IOException(file + ": found sha256 " + found + "; expected " + sha256);
    }
    return ByteBuffer.wrap(bytes);
  }

  /** GZIPOutputStream writes no name and no time, so the header is always the same. */
  private static void write(Path file, ByteBuffer content)
      throws IOException, GeneralSecurityException {
    if (content.hasRemaining()) {
      throw new IOException(file + ": " + content.remaining() + " bytes short");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    try (OutputStream out = bestGzip(Files.newOutputStream(unfinished))) {
      out.write(content.array());
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    System.out.println(sha256(content.array()) + "  " + file.getFileName());
  }

  private static OutputStream bestGzip(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, 1 << 16) {
      {
        def.setLevel(Deflater.BEST_COMPRESSION);
      }
    };
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
