package actbench.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Small made-up data files in the formats of the real ones. */
final class SyntheticData {
  /** 3x4 pictures of three classes: 12 for training, 6 for testing. */
  static final InputShape SHAPE = new InputShape(3, 4, 1);

  static final int TRAIN = 12;
  static final int TEST = 6;
  static final int CLASSES = 3;

  private SyntheticData() {}

  static byte[] idxImages(int count, int height, int width) {
    ByteBuffer file = ByteBuffer.allocate(16 + count * height * width);
    file.putInt(0x803).putInt(count).putInt(height).putInt(width);
    file.put(noise(count * height * width, count));
    return file.array();
  }

  static byte[] idxLabels(int count) {
    ByteBuffer file = ByteBuffer.allocate(8 + count);
    file.putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      file.put((byte) (i % CLASSES));
    }
    return file.array();
  }

  /** Records of CIFAR's form; the label of record i is i modulo the number of classes. */
  static byte[] cifar(int count, int labelBytes, int classes) {
    ByteBuffer file = ByteBuffer.allocate(count * (labelBytes + 3072));
    for (int i = 0; i < count; i++) {
      if (labelBytes == 2) {
        file.put((byte) (i % 20));
      }
      file.put((byte) (i % classes)).put(noise(3072, i));
    }
    return file.array();
  }

  /** As many examples of each class as said, one class after the other, all different. */
  static Examples labelled(int... counts) {
    int size = java.util.stream.IntStream.of(counts).sum();
    byte[] labels = new byte[size];
    int place = 0;
    for (int label = 0; label < counts.length; label++) {
      for (int i = 0; i < counts[label]; i++) {
        labels[place++] = (byte) label;
      }
    }
    return Examples.of(
        SHAPE, counts.length, 255, noise(size * SHAPE.size(), counts.length), labels);
  }

  static byte[] noise(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(DataStream.sha256Digest().digest(content));
  }

  /** The four files of {@link #idxDataset}, in its order. */
  static List<byte[]> idxFiles() {
    return List.of(
        idxImages(TRAIN, SHAPE.height(), SHAPE.width()),
        idxLabels(TRAIN),
        idxImages(TEST, SHAPE.height(), SHAPE.width()),
        idxLabels(TEST));
  }

  /** A set in four IDX files, each fetched as gzip from each of these bases. */
  static Dataset idxDataset(String name, URI... bases) {
    List<String> names = List.of("train-images", "train-labels", "test-images", "test-labels");
    List<DataFile.Role> roles =
        List.of(
            DataFile.Role.TRAIN_IMAGES,
            DataFile.Role.TRAIN_LABELS,
            DataFile.Role.TEST_IMAGES,
            DataFile.Role.TEST_LABELS);
    List<DataFile> files = new ArrayList<>();
    List<Download> downloads = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      byte[] content = idxFiles().get(i);
      String file = names.get(i);
      files.add(DataFile.of(file, roles.get(i), content.length, sha256(content)));
      downloads.add(
          new Download(
              file + ".gz",
              gzip(content).length,
              "",
              List.of(file),
              List.of(bases).stream().map(base -> base.resolve(file + ".gz")).toList()));
    }
    return new Dataset(
        name,
        List.of(),
        new Dataset.Content(Dataset.Format.IDX, SHAPE, List.of("a", "b", "c"), TRAIN, TEST),
        new Dataset.Source(Dataset.Origin.FETCHED, "none", files, downloads));
  }

  /** Writes the files of {@link #idxDataset} to a folder. */
  static Path writeIdx(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<DataFile> files = idxDataset("any").source().files();
    for (int i = 0; i < files.size(); i++) {
      Files.write(folder.resolve(files.get(i).name()), idxFiles().get(i));
    }
    return folder;
  }

  /** A CIFAR-10 of two files in one archive: 20 pictures for training, 10 for testing. */
  static Dataset cifarDataset(String name, URI... bases) {
    List<DataFile> files =
        List.of(
            cifarFile("train.bin", DataFile.Role.TRAIN_RECORDS, cifar(20, 1, 10)),
            cifarFile("test.bin", DataFile.Role.TEST_RECORDS, cifar(10, 1, 10)));
    Download download =
        new Download(
            "small.tar.gz",
            cifarArchive().length,
            "small-bin",
            List.of("train.bin", "test.bin"),
            List.of(bases).stream().map(base -> base.resolve("small.tar.gz")).toList());
    return new Dataset(
        name,
        List.of(),
        new Dataset.Content(
            Dataset.Format.CIFAR_10,
            new InputShape(32, 32, 3),
            List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
            20,
            10),
        new Dataset.Source(Dataset.Origin.FETCHED, "none", files, List.of(download)));
  }

  private static DataFile cifarFile(String name, DataFile.Role role, byte[] content) {
    return DataFile.of(name, role, content.length, sha256(content));
  }

  /** The archive of {@link #cifarDataset}, with a readme as the real one has. */
  static byte[] cifarArchive() {
    return new TarBuilder()
        .folder("small-bin")
        .file("small-bin/readme.html", noise(500, 3))
        .file("small-bin/train.bin", cifar(20, 1, 10))
        .file("small-bin/test.bin", cifar(10, 1, 10))
        .gzip();
  }
}
