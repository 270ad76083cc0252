package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetImporterTest {
  @TempDir Path folder;

  private final Dataset idx = SyntheticData.idxDataset("shapes");
  private final Dataset cifar = SyntheticData.cifarDataset("small");
  private Path from;
  private DataLocations locations;
  private DatasetImporter importer;

  @BeforeEach
  void makeFolder() throws IOException {
    from = Files.createDirectories(folder.resolve("from"));
    locations = new DataLocations(folder.resolve("data"), folder, "");
    importer = new DatasetImporter(locations);
  }

  @Test
  void importsPlainAndGzipFiles() throws IOException {
    SyntheticData.writeIdx(from);
    byte[] labels = SyntheticData.idxFiles().get(1);
    Files.delete(from.resolve("train-labels"));
    Files.write(from.resolve("train-labels.gz"), SyntheticData.gzip(labels));
    assertThat(importer.importFrom(from, idx).canonical()).isTrue();
    assertThat(folder.resolve("data/shapes/train-labels")).hasBinaryContent(labels);
    assertThat(new Inventory(locations).holding(idx).state()).isEqualTo(Holding.State.CANONICAL);
  }

  @Test
  void importsArchive() throws IOException {
    Files.write(from.resolve("small.tar.gz"), SyntheticData.cifarArchive());
    assertThat(importer.importFrom(from, cifar).canonical()).isTrue();
  }

  @Test
  void importsFolderOfTheArchive() throws IOException {
    Path inner = Files.createDirectories(from.resolve("small-bin"));
    Files.write(inner.resolve("train.bin"), SyntheticData.cifar(20, 1, 10));
    Files.write(inner.resolve("test.bin"), SyntheticData.cifar(10, 1, 10));
    assertThat(importer.importFrom(from, cifar).canonical()).isTrue();
  }

  @Test
  void importsSetOfOtherSizeAndSaysWhatDiffers() throws IOException {
    Files.write(from.resolve("train.bin"), SyntheticData.cifar(30, 1, 10));
    Files.write(from.resolve("test.bin"), SyntheticData.cifar(10, 1, 10));
    Provenance provenance = importer.importFrom(from, cifar);
    assertThat(provenance.canonical()).isFalse();
    assertThat(provenance.deviations()).hasSize(1).first().asString().startsWith("train.bin has");
    assertThat(new Inventory(locations).holding(cifar).state())
        .isEqualTo(Holding.State.NOT_CANONICAL);
  }

  @Test
  void importsOtherArchiveWithinBounds() throws IOException {
    byte[] records = SyntheticData.cifar(40, 1, 10);
    Files.write(
        from.resolve("small.tar.gz"),
        new TarBuilder()
            .file("small-bin/train.bin", records)
            .file("small-bin/test.bin", records)
            .gzip());
    assertThat(importer.importFrom(from, cifar).deviations()).hasSize(2);
    byte[] huge = SyntheticData.cifar(100, 1, 10);
    Files.write(
        from.resolve("small.tar.gz"), new TarBuilder().file("small-bin/train.bin", huge).gzip());
    assertThatThrownBy(() -> importer.importFrom(from, cifar))
        .hasMessageContaining("'train.bin' with 307300 bytes; expected at most 245840");
  }

  @Test
  void refusesGzipThatExpandsWithoutEnd() throws IOException {
    SyntheticData.writeIdx(from);
    Files.delete(from.resolve("test-labels"));
    Files.write(from.resolve("test-labels.gz"), SyntheticData.gzip(new byte[1 << 20]));
    assertThatThrownBy(() -> importer.importFrom(from, idx))
        .hasMessage(
            from.resolve("test-labels.gz")
                + ": is too long; expected at most 65536 uncompressed bytes");
  }

  @Test
  void namesWhatItLookedFor() throws IOException {
    SyntheticData.writeIdx(from);
    Files.delete(from.resolve("test-labels"));
    assertThatThrownBy(() -> importer.importFrom(from, idx))
        .isInstanceOf(DataException.class)
        .hasMessage(
            from
                + ": does not hold 'shapes', found no test-labels;"
                + " expected these files, gzip or not");
    assertThatThrownBy(() -> importer.importFrom(from, cifar))
        .hasMessage(
            from
                + ": does not hold 'small', found no train.bin, test.bin;"
                + " expected these files, gzip or not, or a folder small-bin with them,"
                + " or small.tar.gz");
  }

  @Test
  void leavesTheOldSetWhenTheNewOneCannotBeRead() throws IOException {
    SyntheticData.writeIdx(from);
    importer.importFrom(from, idx);
    Files.write(from.resolve("test-labels"), Arrays.copyOf(SyntheticData.idxFiles().get(3), 10));
    assertThatThrownBy(() -> importer.importFrom(from, idx))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("test-labels: is cut off");
    assertThat(new Inventory(locations).verify(idx).orElseThrow().canonical()).isTrue();
    assertThat(folder.resolve("data/.incoming/shapes")).doesNotExist();
  }

  @Test
  void putsBackWhatDeathWhileReplacingTookAway() throws IOException {
    SyntheticData.writeIdx(folder.resolve("data/.incoming/shapes/replaced"));
    assertThatThrownBy(() -> importer.importFrom(from, idx)).isInstanceOf(DataException.class);
    assertThat(new Inventory(locations).verify(idx).orElseThrow().canonical()).isTrue();
  }

  @Test
  void replacesTheOldSet() throws IOException {
    Files.write(from.resolve("train.bin"), SyntheticData.cifar(30, 1, 10));
    Files.write(from.resolve("test.bin"), SyntheticData.cifar(10, 1, 10));
    importer.importFrom(from, cifar);
    Files.write(from.resolve("train.bin"), SyntheticData.cifar(20, 1, 10));
    assertThat(importer.importFrom(from, cifar).canonical()).isTrue();
  }

  @Test
  void importsFromItsOwnFolder() throws IOException {
    SyntheticData.writeIdx(folder.resolve("data/shapes"));
    assertThat(importer.importFrom(folder.resolve("data/shapes"), idx).canonical()).isTrue();
    assertThat(new Inventory(locations).holding(idx).state()).isEqualTo(Holding.State.CANONICAL);
  }

  @Test
  void refusesSetsThatComeWithTheProgram() {
    Dataset digits = DatasetCatalog.standard().find("digits").orElseThrow();
    assertThatThrownBy(() -> importer.importFrom(from, digits))
        .hasMessage("data set 'digits' comes with actbench and cannot be imported");
  }

  @Test
  void refusesFolderThatDoesNotExist() {
    assertThatThrownBy(() -> importer.importFrom(folder.resolve("nowhere"), idx))
        .hasMessage(folder.resolve("nowhere") + ": is no folder");
  }
}
