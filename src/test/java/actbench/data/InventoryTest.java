package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryTest {
  @TempDir Path folder;

  private final Dataset dataset = SyntheticData.idxDataset("shapes");
  private DataLocations locations;
  private Inventory inventory;
  private Path files;

  @BeforeEach
  void locate() {
    locations = new DataLocations(folder, folder, "");
    inventory = new Inventory(locations);
    files = folder.resolve("shapes");
  }

  @Test
  void seesThatSetIsMissing() throws IOException {
    assertState(Holding.State.MISSING);
    assertThat(inventory.verify(dataset)).isEqualTo(Optional.empty());
    SyntheticData.writeIdx(files);
    Files.delete(files.resolve("train-labels"));
    assertState(Holding.State.MISSING);
  }

  @Test
  void doesNotVouchForFilesPutThereByHand() throws IOException {
    SyntheticData.writeIdx(files);
    assertState(Holding.State.NOT_CHECKED);
    assertThat(inventory.verify(dataset).orElseThrow().canonical()).isTrue();
  }

  @Test
  void trustsItsOwnChecksumsWhileTheLengthsAreRight() throws IOException {
    new DatasetImporter(locations).importFrom(SyntheticData.writeIdx(folder.resolve("a")), dataset);
    assertState(Holding.State.CANONICAL);
    Files.write(files.resolve("test-labels"), SyntheticData.idxLabels(5));
    assertState(Holding.State.NOT_CHECKED);
  }

  @Test
  void verifyFindsOneChangedBit() throws IOException {
    new DatasetImporter(locations).importFrom(SyntheticData.writeIdx(folder.resolve("a")), dataset);
    byte[] images = Files.readAllBytes(files.resolve("train-images"));
    images[30] ^= 1;
    Files.write(files.resolve("train-images"), images);
    assertThat(inventory.verify(dataset).orElseThrow().deviations())
        .singleElement()
        .asString()
        .startsWith("train-images has sha256 ");
  }

  @Test
  void verifyRefusesFilesThatCannotBeUsed() throws IOException {
    SyntheticData.writeIdx(files);
    Files.write(files.resolve("train-images"), new byte[3]);
    assertThatThrownBy(() -> inventory.verify(dataset))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("train-images: is cut off");
  }

  @Test
  void ignoresChecksumsThatMakeNoSense() throws IOException {
    SyntheticData.writeIdx(files);
    Files.write(files.resolve("SHA256SUMS"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    assertState(Holding.State.NOT_CHECKED);
  }

  @Test
  void knowsWhatIsBuiltInOrShipped() {
    DatasetCatalog catalog = DatasetCatalog.standard();
    assertThat(inventory.holding(catalog.find("xor").orElseThrow()).state())
        .isEqualTo(Holding.State.BUILT_IN);
    Dataset digits = catalog.find("digits").orElseThrow();
    assertThat(inventory.holding(digits).state()).isEqualTo(Holding.State.MISSING);
    DataLocations here = new DataLocations(folder, Path.of("").toAbsolutePath(), "");
    assertThat(new Inventory(here).holding(digits).state()).isEqualTo(Holding.State.CANONICAL);
  }

  private void assertState(Holding.State state) {
    assertThat(inventory.holding(dataset).state()).isEqualTo(state);
  }
}
