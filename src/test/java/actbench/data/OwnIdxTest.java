package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import actbench.spec.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of IDX files of the user's own. */
final class OwnIdxTest {
  @TempDir Path folder;

  private void put(String file, byte[] content) throws IOException {
    Files.write(folder.resolve(file), content);
  }

  private Choice choice() {
    return OwnData.choice(OwnKind.IDX, folder.getParent(), name(), new TreeMap<>());
  }

  private String name() {
    return folder.getFileName().toString();
  }

  private LoadedDataset load() {
    return new DatasetStore(DatasetCatalog.standard(), new DataLocations(folder, folder, ""))
        .load(choice());
  }

  private String problem() {
    DataException thrown = catchThrowableOfType(DataException.class, this::load);
    assertThat(thrown).as("accepted").isNotNull();
    return thrown.getMessage().replace(folder + "/", "").replace(folder.toString(), "DIR");
  }

  private void train() throws IOException {
    put("train-images-idx3-ubyte", SyntheticData.idxImages(12, 3, 4));
    put("train-labels-idx1-ubyte", SyntheticData.idxLabels(12));
  }

  @Test
  void readsAPairAlone() throws IOException {
    put("faces.images-idx3-ubyte", SyntheticData.idxImages(15, 3, 4));
    put("faces.labels-idx1-ubyte.gz", SyntheticData.gzip(SyntheticData.idxLabels(15)));
    put("notes.txt", new byte[1]);
    LoadedDataset data = load();
    assertThat(data.dataset().shape()).isEqualTo(new InputShape(3, 4, 1));
    assertThat(data.dataset().content().classNames()).containsExactly("0", "1", "2");
    assertThat(data.test().classCounts()).containsExactly(1, 1, 1);
    assertThat(data.train().size()).isEqualTo(12);
  }

  @Test
  void readsTrainingAndTestFilesGzipOrNot() throws IOException {
    train();
    put("t10k-images-idx3-ubyte", SyntheticData.idxImages(6, 3, 4));
    put("t10k-labels-idx1-ubyte", SyntheticData.idxLabels(6));
    String plain = choice().text(Choice.SHA256);
    assertThat(load().test().size()).isEqualTo(6);
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte"));
    put("t10k-labels-idx1-ubyte.gz", SyntheticData.gzip(SyntheticData.idxLabels(6)));
    assertThat(choice().text(Choice.SHA256)).isEqualTo(plain);
  }

  @Test
  void refusesPairsThatDoNotFit() throws IOException {
    assertThat(problem())
        .isEqualTo(
            "DIR: error: holds no IDX files; expected names such as 'train-images-idx3-ubyte' and 'train-labels-idx1-ubyte'");
    put("train-images-idx3-ubyte", SyntheticData.idxImages(12, 3, 4));
    assertThat(problem()).isEqualTo("train-images-idx3-ubyte: error: has no file of labels");
    put("train-labels-idx1-ubyte", SyntheticData.idxLabels(11));
    assertThat(problem())
        .isEqualTo(
            "train-labels-idx1-ubyte: error: pictures and labels differ in number, found 11 labels and 12 pictures in 'train-images-idx3-ubyte'; expected as many of each");
    put("train-labels-idx1-ubyte", SyntheticData.idxLabels(12));
    put("train-labels-idx1-ubyte.gz", SyntheticData.gzip(SyntheticData.idxLabels(12)));
    assertThat(problem())
        .isEqualTo(
            "train-labels-idx1-ubyte.gz: error: is there twice, also as 'train-labels-idx1-ubyte'");
    Files.delete(folder.resolve("train-labels-idx1-ubyte.gz"));
    put("t10k-images-idx3-ubyte", SyntheticData.idxImages(6, 4, 4));
    put("t10k-labels-idx1-ubyte", SyntheticData.idxLabels(6));
    assertThat(problem())
        .isEqualTo(
            "t10k-images-idx3-ubyte: error: wrong picture size, found 4x4; expected 3x4 as in 'train-images-idx3-ubyte'");
    put("more-images-idx3-ubyte", SyntheticData.idxImages(6, 3, 4));
    put("more-labels-idx1-ubyte", SyntheticData.idxLabels(6));
    assertThat(problem())
        .isEqualTo(
            "DIR: error: cannot tell which files train and which test, found more, t10k, train; expected 'train-...' and 't10k-...', or one pair alone");
  }

  @Test
  void refusesBrokenFiles() throws IOException {
    train();
    byte[] images = SyntheticData.idxImages(12, 3, 4);
    put("train-images-idx3-ubyte", Arrays.copyOf(images, 40));
    assertThat(problem())
        .isEqualTo(
            "train-images-idx3-ubyte: error: is cut off or claims too much, found room for 24 values; expected 12x3x4");
    put("train-images-idx3-ubyte", SyntheticData.idxLabels(12));
    assertThat(problem())
        .isEqualTo(
            "train-images-idx3-ubyte: error: wrong magic number, found 0x00000801; expected 0x00000803 (IDX images of bytes)");
    put("train-images-idx3-ubyte", Arrays.copyOf(images, images.length + 1));
    assertThat(problem()).startsWith("train-images-idx3-ubyte: error: has trailing bytes");
    put("train-images-idx3-ubyte", images);
    put("train-labels-idx1-ubyte", Arrays.copyOf(new byte[] {0, 0, 8, 1, 0, 0, 0, 12}, 20));
    assertThat(problem())
        .isEqualTo(
            "train-labels-idx1-ubyte: error: all labels are 0; expected two classes or more");
    assertThat(
            catchThrowableOfType(
                    DataException.class,
                    () -> OwnData.choice(OwnKind.IDX, folder, "none", new TreeMap<>(Map.of())))
                .getMessage())
        .endsWith(
            "none: error: no such folder; a path starts at the folder of the spec, and --set dataset.idx=PATH gives another");
  }
}
