package actbench.cli;

import actbench.data.DataFile;
import actbench.data.Dataset;
import actbench.data.DatasetCatalog;
import actbench.data.Download;
import actbench.data.InputShape;
import actbench.data.download.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A set of two pictures on a server of our own. */
final class SmallSet {
  private SmallSet() {}

  /** A catalogue with the sets {@code small} and {@code other}, of the same files. */
  static DatasetCatalog serve(LoopbackServer server) {
    byte[] train = new byte[3073];
    byte[] test = new byte[3073];
    test[0] = 1;
    server.on("/train.bin", LoopbackServer.content(train, "\"a\""));
    server.on("/test.bin", LoopbackServer.content(test, "\"b\""));
    return new DatasetCatalog(
        List.of(dataset("small", server, train, test), dataset("other", server, train, test)));
  }

  /** Writes files as those of MNIST, with two pictures to train on and one to test. */
  static Path writeMnist(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String half : new String[] {"train", "t10k"}) {
      int count = half.equals("train") ? 2 : 1;
      ByteBuffer images = ByteBuffer.allocate(16 + 784 * count);
      images.putInt(0x803).putInt(count).putInt(28).putInt(28);
      ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
      Files.write(folder.resolve(half + "-images-idx3-ubyte"), images.array());
      Files.write(folder.resolve(half + "-labels-idx1-ubyte"), labels.array());
    }
    return folder;
  }

  private static Dataset dataset(String name, LoopbackServer server, byte[] train, byte[] test) {
    return new Dataset(
        name,
        List.of(),
        new Dataset.Content(
            Dataset.Format.CIFAR_10, new InputShape(32, 32, 3), List.of("a", "b"), 1, 1),
        new Dataset.Source(
            Dataset.Origin.FETCHED,
            "none",
            List.of(
                new DataFile(
                    "train.bin",
                    DataFile.Role.TRAIN_RECORDS,
                    train.length,
                    sha256(train),
                    true,
                    false),
                new DataFile(
                    "test.bin",
                    DataFile.Role.TEST_RECORDS,
                    test.length,
                    sha256(test),
                    true,
                    false)),
            List.of(
                download("train.bin", server.address("/train.bin")),
                download("test.bin", server.address("/test.bin")))));
  }

  private static Download download(String file, URI address) {
    return new Download(file, 3073, "", List.of(file), List.of(address));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
