package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.spec.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets of the user's own from the spec to their parts. */
final class OwnDataTest {
  private static final String TEXT = "x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n9,a\n10,b\n";

  @TempDir Path folder;

  private Choice csv(String file, Map<String, Object> given) {
    return OwnData.choice(OwnKind.CSV, folder, file, new TreeMap<>(given));
  }

  private DatasetStore store() {
    return new DatasetStore(DatasetCatalog.standard(), new DataLocations(folder, folder, ""));
  }

  @Test
  void isKnownByItsContentWhereverItLies() throws IOException {
    Files.writeString(folder.resolve("one.csv"), TEXT);
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/other.csv"), TEXT);
    Choice one = csv("one.csv", Map.of());
    Choice other = csv("sub/../sub/other.csv", Map.of("target", "y", "test", 0.2, "header", true));
    assertThat(one.parameters().get(Choice.PATH)).isEqualTo(folder.resolve("one.csv").toString());
    assertThat(other.parameters().get(Choice.PATH))
        .isEqualTo(folder.resolve("sub/other.csv").toString());
    assertThat(csv("sub/other.csv", Map.of("target", "2")).placeless()).isEqualTo(one.placeless());
    assertThat(one.label())
        .isEqualTo("one.csv@" + one.text(Choice.SHA256).substring(0, 8) + "(target=y)");
  }

  @Test
  void isRefusedWhenItsContentHasChanged() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), TEXT);
    Choice choice = csv("a.csv", Map.of());
    assertThat(store().load(choice).provenance().label())
        .isEqualTo("a.csv (sha256 %s)".formatted(choice.text(Choice.SHA256).substring(0, 12)));
    Files.writeString(file, TEXT.replace("10,b", "11,b"));
    assertThatThrownBy(() -> store().load(choice))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(file + ": error: its content has changed since the spec was read")
        .hasMessageContaining("expected " + choice.text(Choice.SHA256).substring(0, 12));
    Files.delete(file);
    assertThatThrownBy(() -> store().load(choice)).hasMessageContaining("no such file");
  }

  @Test
  void cutsOffAFifthAndTellsTheSizesBeforehand() throws IOException {
    Files.writeString(folder.resolve("a.csv"), TEXT);
    LoadedDataset usual = store().load(csv("a.csv", Map.of()));
    assertThat(usual.train().size()).isEqualTo(8);
    assertThat(usual.test().classCounts()).containsExactly(1, 1);
    assertThat(usual.validation()).isEmpty();
    Choice choice = csv("a.csv", Map.of("train", 3.0, "validation", 0.2, "test", 4.0));
    LoadedDataset cut = store().load(choice);
    assertThat(OwnData.sizes(choice)).containsExactly(3, 2, 4);
    assertThat(cut.train().size()).isEqualTo(3);
    assertThat(cut.validation().orElseThrow().size()).isEqualTo(2);
    assertThat(cut.test().classCounts()).containsExactly(2, 2);
    assertThat(choice.label()).endsWith("(target=y,test=4,train=3,validation=0.2)");
  }

  @Test
  void cutsTheSameFileTwiceWithoutReadingItTwice() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), TEXT);
    Choice one = csv("a.csv", Map.of("split-seed", 1L));
    Choice two = csv("a.csv", Map.of("split-seed", 2L));
    DatasetStore store = store();
    LoadedDataset first = store.load(one);
    Files.delete(file);
    LoadedDataset second = store.load(two);
    assertThat(OwnSplitTest.values(first.test())).isNotEqualTo(OwnSplitTest.values(second.test()));
    // Another set between them takes the place.
    store.load(Choice.of("xor"));
    assertThatThrownBy(() -> store.load(one)).hasMessageContaining("no such file");
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    assertThatThrownBy(() -> csv("none.csv", Map.of()))
        .hasMessage(
            folder.resolve("none.csv")
                + ": error: no such file; a path starts at the folder of the spec, and --set dataset.csv=PATH gives another");
    assertThatThrownBy(() -> csv("sub", Map.of()))
        .hasMessage(folder.resolve("sub") + ": error: is no plain file; expected a CSV file");
    Files.write(folder.resolve("bomb.csv"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    assertThatThrownBy(() -> csv("bomb.csv", Map.of()))
        .hasMessage(
            folder.resolve("bomb.csv") + ": error: is cut off, the gzip data ends too early");
  }
}
