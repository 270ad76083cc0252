package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.spec.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatasetStoreTest {
  @TempDir Path folder;

  private final Dataset dataset = SyntheticData.idxDataset("shapes");
  private DatasetStore store;

  @BeforeEach
  void writeFiles() throws IOException {
    SyntheticData.writeIdx(folder.resolve("shapes"));
    store = store();
  }

  @Test
  void loadsWholeSet() {
    LoadedDataset loaded = store.load(Choice.of("shapes"));
    assertThat(loaded.train().size()).isEqualTo(12);
    assertThat(loaded.test().size()).isEqualTo(6);
    assertThat(loaded.validation()).isEmpty();
    assertThat(loaded.provenance().label()).isEqualTo("shapes (canonical)");
  }

  @Test
  void takesBalancedSubsetsThatShareNothing() {
    LoadedDataset loaded = store.load(choice(Map.of("train", 5L, "validation", 4L, "test", 3L)));
    // Labels go 0 1 2 0 1 2 ...: the last four in turn are 9, 10, 11 and then 6.
    assertThat(labels(loaded.validation().orElseThrow())).containsExactly(0, 0, 1, 2);
    assertThat(labels(loaded.train())).containsExactly(0, 1, 2, 0, 1);
    assertThat(labels(loaded.test())).containsExactly(0, 1, 2);
    assertThat(values(loaded.train()))
        .doesNotContainAnyElementsOf(values(loaded.validation().get()));
  }

  @Test
  void splitsBySeedStillBalanced() {
    List<List<Integer>> trainings = new java.util.ArrayList<>();
    for (long seed = 0; seed < 3; seed++) {
      LoadedDataset loaded =
          store.load(choice(Map.of("split-seed", seed, "train", 3L, "validation", 6L, "test", 3L)));
      LoadedDataset again =
          store.load(choice(Map.of("split-seed", seed, "train", 3L, "validation", 6L, "test", 3L)));
      assertThat(values(again.train())).isEqualTo(values(loaded.train()));
      assertThat(loaded.train().classCounts()).containsExactly(1, 1, 1);
      assertThat(loaded.validation().orElseThrow().classCounts()).containsExactly(2, 2, 2);
      assertThat(loaded.test().classCounts()).containsExactly(1, 1, 1);
      assertThat(values(loaded.train()))
          .doesNotContainAnyElementsOf(values(loaded.validation().get()));
      trainings.add(values(loaded.train()).stream().map(Object::hashCode).sorted().toList());
    }
    assertThat(trainings).doesNotHaveDuplicates();
  }

  @Test
  void splitsASetThatComesInOnePiece() {
    Examples all = SyntheticData.labelled(10, 10, 10);
    Dataset unsplit =
        new Dataset(
            "whole",
            List.of(),
            new Dataset.Content(Dataset.Format.DIGITS, all.shape(), List.of("a", "b", "c"), 24, 6),
            dataset.source());
    WholeDataset whole =
        new WholeDataset(
            unsplit, all, java.util.Optional.empty(), new Provenance("whole", true, "", List.of()));
    LoadedDataset plain = whole.cut(Cut.of(choice(Map.of())));
    assertThat(plain.train().classCounts()).containsExactly(8, 8, 8);
    assertThat(plain.test().classCounts()).containsExactly(2, 2, 2);
    LoadedDataset drawn = whole.cut(Cut.of(choice(Map.of("split-seed", 1L))));
    assertThat(drawn.test().classCounts()).containsExactly(2, 2, 2);
    assertThat(values(drawn.test())).isNotEqualTo(values(plain.test()));
    assertThat(values(drawn.test())).doesNotContainAnyElementsOf(values(drawn.train()));
  }

  @Test
  void trainsOnAllThatIsNotHeldOut() {
    assertThat(store.load(choice(Map.of("validation", 5L))).train().size()).isEqualTo(7);
  }

  @Test
  void refusesMoreExamplesThanThereAre() {
    assertThatThrownBy(() -> store.load(choice(Map.of("train", 8L, "validation", 5L))))
        .hasMessage(
            "data set 'shapes': too many examples asked for with 'train', found 8;"
                + " expected at most 7");
    assertThatThrownBy(() -> store.load(choice(Map.of("validation", 12L))))
        .hasMessageContaining("'validation', found 12; expected at most 11");
    assertThatThrownBy(() -> store.load(choice(Map.of("test", 7L))))
        .hasMessageContaining("'test', found 7; expected at most 6");
  }

  @Test
  void refusesParametersThatMakeNoSense() {
    assertThatThrownBy(() -> store.check(choice(Map.of("train", 0L))))
        .hasMessage(
            "data set 'shapes': bad 'train', found '0'; expected a whole number of at least 1");
    assertThatThrownBy(() -> store.check(choice(Map.of("colour", true))))
        .hasMessage("data set 'shapes' has no parameter 'colour'");
  }

  @Test
  void doubtsWhatIsNotKnownToBePublished() throws IOException {
    String shapes = "data set 'shapes' in " + folder.resolve("shapes");
    String verify = "with: actbench data verify shapes";
    assertThat(store.check(Choice.of("shapes")))
        .contains(
            shapes
                + " was put there by hand or has changed since, and may not be the published one;"
                + " find out "
                + verify);
    Path from = SyntheticData.writeIdx(folder.resolve("from"));
    DatasetImporter importer = new DatasetImporter(new DataLocations(folder, folder, ""));
    importer.importFrom(from, dataset);
    assertThat(store.check(Choice.of("shapes"))).isEmpty();
    byte[] labels = SyntheticData.idxLabels(6);
    labels[8]++;
    Files.write(from.resolve("test-labels"), labels);
    importer.importFrom(from, dataset);
    assertThat(store.check(Choice.of("shapes")))
        .contains(shapes + " is not the published one; see what differs " + verify);
  }

  @Test
  void namesTheCommandThatFetchesWhatIsMissing() throws IOException {
    Files.delete(folder.resolve("shapes/test-labels"));
    assertThatThrownBy(() -> store.load(Choice.of("shapes")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "data set 'shapes' is not in "
                + folder.resolve("shapes")
                + " (missing: test-labels). Fetch it with: actbench data fetch shapes");
    assertThatThrownBy(() -> store.check(Choice.of("shapes"))).isInstanceOf(DataException.class);
  }

  @Test
  void refusesDifferentNumbersOfPicturesAndLabels() throws IOException {
    Files.write(folder.resolve("shapes/test-labels"), SyntheticData.idxLabels(7));
    assertThatThrownBy(() -> store.load(Choice.of("shapes")))
        .hasMessage(
            folder.resolve("shapes")
                + ": pictures and labels differ in number, found 6 pictures and 7 labels;"
                + " expected as many of each. Fetch it with: actbench data fetch shapes");
  }

  @Test
  void usesOtherBytesButSaysSo() throws IOException {
    byte[] other = SyntheticData.idxLabels(6);
    other[8] = 2;
    Files.write(folder.resolve("shapes/test-labels"), other);
    Provenance provenance = store.load(Choice.of("shapes")).provenance();
    assertThat(provenance.canonical()).isFalse();
    assertThat(provenance.deviations())
        .containsExactly(
            "test-labels has sha256 "
                + SyntheticData.sha256(other)
                + "; the published file has "
                + dataset.source().file("test-labels").sha256());
    assertThat(provenance.label())
        .isEqualTo("shapes (not canonical: sha256 " + provenance.sha256().substring(0, 12) + ")");
  }

  @Test
  void readsGzipFilesAsTheSameSet() throws IOException {
    String plain = store.load(Choice.of("shapes")).provenance().sha256();
    for (DataFile file : dataset.source().files()) {
      Path path = folder.resolve("shapes").resolve(file.name());
      byte[] content = Files.readAllBytes(path);
      Files.delete(path);
      Files.write(path.resolveSibling(file.name() + ".gz"), SyntheticData.gzip(content));
    }
    Provenance provenance = store().load(Choice.of("shapes")).provenance();
    assertThat(provenance.canonical()).isTrue();
    assertThat(provenance.sha256()).isEqualTo(plain);
  }

  @Test
  void readsFilesOnceForRunsOfTheSameSet() throws IOException {
    Examples first = store.load(choice(Map.of("train", 5L))).train();
    Files.delete(folder.resolve("shapes/test-labels"));
    assertThat(values(store.load(choice(Map.of("train", 5L))).train())).isEqualTo(values(first));
  }

  private DatasetStore store() {
    return new DatasetStore(
        new DatasetCatalog(List.of(dataset)), new DataLocations(folder, folder, ""));
  }

  private static Choice choice(Map<String, Object> parameters) {
    return new Choice("shapes", new TreeMap<>(parameters));
  }

  private static List<Integer> labels(Examples examples) {
    return IntStream.range(0, examples.size()).mapToObj(examples::label).toList();
  }

  private static List<List<Float>> values(Examples examples) {
    return IntStream.range(0, examples.size())
        .mapToObj(
            example -> {
              float[] values = new float[examples.shape().size()];
              examples.copy(example, Layout.FLAT, values, 0);
              return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
            })
        .toList();
  }
}
