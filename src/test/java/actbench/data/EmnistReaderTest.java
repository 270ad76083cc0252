package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmnistReaderTest {
  private static final Dataset LETTERS =
      DatasetCatalog.standard().find("emnist-letters").orElseThrow();

  @TempDir Path folder;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @Test
  void putsPicturesUprightAndCountsLettersFromZero() throws IOException {
    fill("train", images(2), labels(1, 26));
    Examples examples = examples();
    assertThat(examples.classCounts()[0]).isEqualTo(1);
    assertThat(examples.classCounts()[25]).isEqualTo(1);
    float[] picture = new float[784];
    examples.copy(1, Layout.FLAT, picture, 0);
    byte[] lying = SyntheticData.noise(2 * 784, 2);
    for (int row = 0; row < 28; row++) {
      for (int column = 0; column < 28; column++) {
        assertThat(picture[row * 28 + column])
            .isEqualTo((lying[784 + column * 28 + row] & 0xff) / 255f);
      }
    }
  }

  @Test
  void readsTheArchiveAsASet() throws IOException {
    fill("train", images(5), labels(1, 2, 3, 4, 5));
    fill("test", images(2), labels(6, 7));
    Files.createDirectories(folder.resolve("emnist"));
    zip(folder.resolve("emnist").resolve("gzip.zip"));
    DataLocations locations = new DataLocations(folder, folder, "");
    DatasetStore store = new DatasetStore(DatasetCatalog.standard(), locations);
    LoadedDataset loaded = store.load(actbench.spec.Choice.of("emnist-letters"));
    assertThat(loaded.train().size()).isEqualTo(5);
    assertThat(loaded.test().size()).isEqualTo(2);
    assertThat(loaded.provenance().label()).startsWith("emnist-letters (not canonical: sha256 ");
  }

  @Test
  void refusesBadArchives() throws IOException {
    assertRefused("does not hold gzip/emnist-letters-train-images-idx3-ubyte.gz");
    fill("train", images(2), labels(0, 1));
    assertRefused("bad label of example 0, found 0");
    fill("train", images(2), labels(27, 1));
    assertRefused("bad label of example 0, found 27");
    fill("train", images(2), labels(1));
    assertRefused("found 2 pictures and 1 labels");
    byte[] claims = images(1);
    ByteBuffer.wrap(claims).putInt(4, 1 << 30);
    fill("train", claims, labels(1));
    assertRefused("claims too much");
    fill("train", images(1), labels(1));
    entries.replaceAll((name, content) -> java.util.Arrays.copyOf(content, content.length / 2));
    assertRefused("is cut off");
    Files.write(folder.resolve("z"), SyntheticData.noise(500, 1));
    assertThatThrownBy(() -> new EmnistReader(folder.resolve("z"), LETTERS).examples("train"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is damaged, no zip archive that can be read");
  }

  private static byte[] images(int count) {
    return SyntheticData.idxImages(count, 28, 28);
  }

  private static byte[] labels(int... labels) {
    ByteBuffer file = ByteBuffer.allocate(8 + labels.length);
    file.putInt(0x801).putInt(labels.length);
    for (int label : labels) {
      file.put((byte) label);
    }
    return file.array();
  }

  private void fill(String part, byte[] images, byte[] labels) {
    String prefix = "gzip/emnist-letters-" + part;
    entries.put(prefix + "-images-idx3-ubyte.gz", SyntheticData.gzip(images));
    entries.put(prefix + "-labels-idx1-ubyte.gz", SyntheticData.gzip(labels));
  }

  private void zip(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("gzip/"));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  private Examples examples() throws IOException {
    zip(folder.resolve("z"));
    return new EmnistReader(folder.resolve("z"), LETTERS).examples("train");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::examples)
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(folder.resolve("z").toString())
        .hasMessageContaining(message);
  }
}
