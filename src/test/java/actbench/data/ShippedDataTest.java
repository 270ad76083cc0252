package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.spec.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sets in {@code datasets/} are what the catalogue says. */
final class ShippedDataTest {
  @TempDir Path empty;

  @Test
  void fashionMnistSmallIsBalancedAndAsMade() {
    LoadedDataset loaded = load("fashion-mnist-small");
    assertThat(loaded.provenance().label()).isEqualTo("fashion-mnist-small (canonical)");
    // From: zcat each file, sha256sum in the order of the catalogue, sha256sum of those four lines.
    assertThat(loaded.provenance().sha256())
        .isEqualTo("4845f895790d6db7aac5b5207777e763b82c7b64286c2cea440835490c098c5a");
    assertThat(loaded.train().classCounts()).containsOnly(600).hasSize(10);
    assertThat(loaded.test().classCounts()).containsOnly(100).hasSize(10);
    // The first training picture of Fashion-MNIST is an ankle boot with an empty first row.
    assertThat(loaded.train().label(0)).isEqualTo(9);
    float[] picture = new float[784];
    loaded.train().copy(0, Layout.FLAT, picture, 0);
    assertThat(Arrays.copyOf(picture, 28)).containsOnly(0f);
    assertThat(picture).contains(1f);
  }

  @Test
  void digitsAreSplitTheSameWayInEachClass() {
    LoadedDataset loaded = load("digits");
    assertThat(loaded.provenance().canonical()).isTrue();
    assertThat(loaded.train().size()).isEqualTo(loaded.dataset().content().train());
    assertThat(loaded.test().classCounts()).containsOnly(36).hasSize(10);
    // Class counts of the published file less 36 each.
    assertThat(loaded.train().classCounts())
        .containsExactly(142, 146, 141, 147, 145, 146, 145, 143, 138, 144);
    float[] digit = new float[64];
    loaded.train().copy(0, Layout.FLAT, digit, 0);
    assertThat(Arrays.copyOf(digit, 5)).containsExactly(0f, 0f, 5f / 16, 13f / 16, 9f / 16);
  }

  @Test
  void irisesAreSplitTheSameWayInEachSpecies() {
    LoadedDataset loaded = load("iris");
    assertThat(loaded.provenance().label()).isEqualTo("iris (canonical)");
    assertThat(loaded.train().classCounts()).containsExactly(40, 40, 40);
    assertThat(loaded.test().classCounts()).containsExactly(10, 10, 10);
    float[] flower = new float[4];
    loaded.train().copy(0, Layout.FLAT, flower, 0);
    assertThat(flower).containsExactly(5.1f, 3.5f, 1.4f, 0.2f);
    // Fisher's 35th flower, of which UCI's copy says 4.9, 3.1, 1.5, 0.1.
    loaded.train().copy(34, Layout.FLAT, flower, 0);
    assertThat(flower).containsExactly(4.9f, 3.1f, 1.5f, 0.2f);
    loaded.test().copy(29, Layout.FLAT, flower, 0);
    assertThat(flower).containsExactly(5.9f, 3.0f, 5.1f, 1.8f);
  }

  /** Two files that say the same must not come to say different things. */
  @Test
  void theTableOfIrisesHasTheSameRows() throws IOException {
    List<String> published = Files.readAllLines(Path.of("datasets/iris/iris.csv"));
    List<String> table = Files.readAllLines(Path.of("datasets/iris/flowers.csv"));
    assertThat(table.get(0)).isEqualTo("sepal-length,sepal-width,petal-length,petal-width,species");
    assertThat(table).hasSameSizeAs(published);
    for (int row = 1; row < table.size(); row++) {
      String label = published.get(row).substring(published.get(row).length() - 1);
      String lengths = published.get(row).substring(0, published.get(row).length() - 1);
      assertThat(table.get(row))
          .isEqualTo(lengths + IrisReader.SPECIES.get(Integer.parseInt(label)));
    }
  }

  @Test
  void xorHasFourPointsToTrainAndTestOn() {
    LoadedDataset loaded = load("xor");
    assertThat(loaded.train()).isNotNull();
    for (Examples examples : new Examples[] {loaded.train(), loaded.test()}) {
      assertThat(examples.size()).isEqualTo(4);
      for (int i = 0; i < 4; i++) {
        float[] point = new float[2];
        examples.copy(i, Layout.FLAT, point, 0);
        assertThat(examples.label(i)).isEqualTo(point[0] == point[1] ? 0 : 1);
      }
    }
    assertThat(loaded.provenance().label()).isEqualTo("xor (canonical)");
  }

  private LoadedDataset load(String name) {
    DataLocations locations =
        DataLocations.find(Optional.of(empty), System.getenv(), System::getProperty);
    return new DatasetStore(DatasetCatalog.standard(), locations).load(Choice.of(name));
  }
}
