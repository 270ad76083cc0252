package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TarArchiveTest {
  private static final byte[] TRAIN = SyntheticData.cifar(20, 1, 10);
  private static final byte[] TEST = SyntheticData.cifar(10, 1, 10);

  @TempDir Path folder;

  private final Dataset dataset = SyntheticData.cifarDataset("small");
  private Path archive;
  private Path target;

  @BeforeEach
  void makeFolder() throws IOException {
    archive = folder.resolve("small.tar.gz");
    target = Files.createDirectories(folder.resolve("outer/target"));
  }

  @Test
  void extractsOnlyTheDataFiles() throws IOException {
    Map<String, String> sha256 = extract(SyntheticData.cifarArchive());
    assertThat(sha256)
        .containsOnly(
            Map.entry("train.bin", SyntheticData.sha256(TRAIN)),
            Map.entry("test.bin", SyntheticData.sha256(TEST)));
    assertThat(target.resolve("train.bin")).hasBinaryContent(TRAIN);
    assertThat(files(target)).containsExactly("test.bin", "train.bin");
  }

  @Test
  void acceptsPathsThatBeginHere() throws IOException {
    byte[] tar = new TarBuilder().file("./small-bin/train.bin", TRAIN).gzip();
    assertThat(extract(tar)).containsOnlyKeys("train.bin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "small-bin/../../evil",
        "small-bin/..",
        "/tmp/evil",
        "..\\evil",
        "C:\\evil",
        "C:evil",
        "\\evil"
      })
  void refusesPathsThatLeadOut(String name) throws IOException {
    byte[] tar = new TarBuilder().file(name, TRAIN).gzip();
    assertRefused(tar, "which leads out of the archive");
    assertThat(files(folder.resolve("outer"))).containsExactly("target");
    assertThat(files(target)).isEmpty();
  }

  @Test
  void refusesLinks() throws IOException {
    String message = "'small-bin/train.bin', which is a link or no plain file";
    assertRefused(
        new TarBuilder().symbolicLink("small-bin/train.bin", "/etc/passwd").gzip(), message);
    for (byte type :
        new byte[] {
          TarConstants.LF_LINK, TarConstants.LF_FIFO, TarConstants.LF_CHR, TarConstants.LF_BLK
        }) {
      assertRefused(new TarBuilder().link("small-bin/train.bin", type, "x").gzip(), message);
    }
    assertRefused(
        new TarBuilder()
            .symbolicLink("small-bin", "/tmp")
            .file("small-bin/train.bin", TRAIN)
            .gzip(),
        "'small-bin', which is a link or no plain file");
    assertThat(files(target)).isEmpty();
  }

  @Test
  void refusesFileThatComesTwice() {
    assertRefused(
        new TarBuilder()
            .file("small-bin/train.bin", TRAIN)
            .file("./small-bin/train.bin", TEST)
            .gzip(),
        "'train.bin' twice");
  }

  @Test
  void refusesFileThatIsTooLong() throws IOException {
    byte[] longer = Arrays.copyOf(TRAIN, TRAIN.length + 1);
    assertRefused(
        new TarBuilder().file("small-bin/train.bin", longer).gzip(),
        "'train.bin' with 61461 bytes; expected at most 61460");
    assertThat(files(target)).isEmpty();
  }

  @Test
  void refusesArchiveThatExpandsWithoutEnd() {
    byte[] zeros = new byte[17 << 20];
    assertRefused(
        new TarBuilder().file("small-bin/readme.html", zeros).gzip(),
        "more content than the data set can have");
  }

  @Test
  void refusesTooManyEntries() {
    TarBuilder tar = new TarBuilder();
    for (int i = 0; i <= 1000; i++) {
      tar.file("f" + i, new byte[0]);
    }
    assertRefused(tar.gzip(), "more than 1000 entries");
  }

  @Test
  void shortensHostileNames() {
    String name = "../" + "\u001b[2J".repeat(200);
    assertThatThrownBy(() -> extract(new TarBuilder().file(name, TRAIN).gzip()))
        .hasMessageNotContaining("\u001b")
        .extracting(Throwable::getMessage)
        .satisfies(message -> assertThat(message.toString().length()).isLessThan(400));
  }

  @Test
  void refusesWhatIsNoArchive() {
    assertThatThrownBy(() -> extract(TRAIN))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(archive + ": is damaged");
  }

  @Test
  void neverFailsInAnyOtherWay() throws IOException {
    byte[] good = new TarBuilder().file("small-bin/train.bin", TEST).tar();
    Random random = new Random(1);
    int refused = 0;
    for (int round = 0; round < 200; round++) {
      byte[] bad = good.clone();
      for (int i = 0; i < 3; i++) {
        bad[random.nextInt(512)] = (byte) random.nextInt(256);
      }
      fixChecksum(bad);
      byte[] file = round % 2 == 0 ? bad : Arrays.copyOf(bad, random.nextInt(bad.length));
      try {
        extract(SyntheticData.gzip(file));
      } catch (DataException e) {
        refused++;
      }
      assertThat(files(folder.resolve("outer"))).containsExactly("target");
      assertThat(files(target)).isSubsetOf("train.bin", "test.bin");
    }
    assertThat(refused).isBetween(20, 199);
  }

  /** Makes the header pass its own check, so that the damage is looked at. */
  private static void fixChecksum(byte[] tar) {
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += i >= 148 && i < 156 ? ' ' : tar[i] & 0xff;
    }
    byte[] octal = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, tar, 148, 8);
  }

  private Map<String, String> extract(byte[] content) throws IOException {
    Files.write(archive, content);
    Download download = dataset.source().downloads().get(0);
    return new TarArchive(archive, download, dataset, DataFile::bytes).extract(target);
  }

  private void assertRefused(byte[] content, String found) {
    assertThatThrownBy(() -> extract(content))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(archive + ": is not a safe archive, found ")
        .hasMessageContaining(found);
  }

  private static Stream<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }
}
