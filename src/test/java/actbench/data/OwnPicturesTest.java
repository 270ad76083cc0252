package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import actbench.spec.Choice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of pictures of the user's own. */
final class OwnPicturesTest {
  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temp.resolve("pets"));
  }

  private void put(String file, byte[] content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
  }

  private static byte[] grey(int width, int height, int value) {
    return TestPictures.grey("png", width, height, (x, y) -> value);
  }

  private void pets() throws IOException {
    for (int i = 1; i <= 2; i++) {
      put("cat/" + i + ".png", grey(4, 3, 10 * i));
      put("dog/" + i + ".jpg", TestPictures.grey("jpg", 4, 3, (x, y) -> 200));
    }
  }

  private Choice choice(Map<String, Object> given) {
    return OwnData.choice(OwnKind.IMAGES, temp, "pets", new TreeMap<>(given));
  }

  private LoadedDataset load(Map<String, Object> given) {
    return new DatasetStore(DatasetCatalog.standard(), new DataLocations(temp, temp, ""))
        .load(choice(given));
  }

  private String problem(Map<String, Object> given) {
    DataException thrown = catchThrowableOfType(DataException.class, () -> load(given));
    assertThat(thrown).as("accepted").isNotNull();
    return thrown.getMessage().replace(temp + "/", "");
  }

  @Test
  void readsAFolderForEachClass() throws IOException {
    pets();
    put("cat/Thumbs.db", new byte[] {1});
    put("cat/.hidden.png", new byte[] {1});
    put("README.txt", new byte[] {1});
    LoadedDataset data = load(Map.of("test", 2L));
    assertThat(data.dataset().content().classNames()).containsExactly("cat", "dog");
    assertThat(data.dataset().shape()).isEqualTo(new InputShape(3, 4, 1));
    assertThat(data.train().size()).isEqualTo(2);
    assertThat(data.provenance().label()).startsWith("pets (sha256 ");
    assertThat(choice(Map.of()).label()).matches("pets@[0-9a-f]{8}\\(size=3x4\\)");
  }

  @Test
  void readsTrainAndTestApart() throws IOException {
    put("train/cat/1.png", grey(4, 3, 51));
    put("train/dog/2.png", grey(4, 3, 102));
    put("test/dog/3.png", grey(4, 3, 204));
    LoadedDataset data = load(Map.of());
    assertThat(data.train().size()).isEqualTo(2);
    assertThat(data.test().size()).isEqualTo(1);
    assertThat(data.test().label(0)).isEqualTo(1);
    float[] pixels = new float[12];
    data.test().copy(0, Layout.NHWC, pixels, 0);
    assertThat(pixels).containsOnly(0.8f);
  }

  @Test
  void scalesAndColoursAsAsked() throws IOException {
    pets();
    put("cat/3.png", TestPictures.colours("png", 8, 8, (x, y) -> 0xff0000));
    assertThat(problem(Map.of()))
        .isEqualTo(
            "pets: error: pictures differ in size, found 3x4 ('cat/1.png') and 8x8 ('cat/3.png'); expected a 'size' to scale them to, such as 'size: 32x32'");
    assertThat(load(Map.of("size", "5x6")).dataset().shape()).isEqualTo(new InputShape(5, 6, 3));
    assertThat(load(Map.of("size", "5", "channels", 1L)).dataset().shape())
        .isEqualTo(new InputShape(5, 5, 1));
    for (String size : List.of("0", "5x", "axb", "5x4096", "-3")) {
      assertThat(problem(Map.of("size", size)))
          .isEqualTo(
              "wrong value for 'size', found '%s'; expected a form such as 32 or 32x48, with sides of 1 to 2048"
                  .formatted(size));
    }
    assertThat(problem(Map.of("size", "5", "channels", 2L)))
        .isEqualTo("wrong value for 'channels', found '2'; expected 1 or 3");
  }

  @Test
  void dependsOnContentAndNamesNotOnThePlace() throws IOException {
    pets();
    String before = choice(Map.of()).text(Choice.SHA256);
    Files.move(folder, temp.resolve("moved"));
    Choice moved = OwnData.choice(OwnKind.IMAGES, temp, "moved", new TreeMap<>());
    assertThat(moved.text(Choice.SHA256)).isEqualTo(before);
    Files.move(temp.resolve("moved/cat"), temp.resolve("moved/lynx"));
    Choice renamed = OwnData.choice(OwnKind.IMAGES, temp, "moved", new TreeMap<>());
    assertThat(renamed.text(Choice.SHA256)).isNotEqualTo(before);
  }

  @Test
  void refusesLinks() throws IOException {
    pets();
    Path outside = Files.write(temp.resolve("secret.png"), grey(4, 3, 1));
    Files.createSymbolicLink(folder.resolve("cat/9.png"), outside);
    assertThat(problem(Map.of()))
        .isEqualTo(
            "pets/cat/9.png: error: a link, and links are not followed; expected the file itself");
    Files.delete(folder.resolve("cat/9.png"));
    Files.createSymbolicLink(folder.resolve("owl"), temp);
    assertThat(problem(Map.of())).startsWith("pets/owl: error: a link");
  }

  @Test
  void refusesCutOffAndForeignPictures() throws IOException {
    pets();
    byte[] whole = grey(64, 64, 7);
    put("cat/7.png", Arrays.copyOf(TestPictures.grey("png", 4, 3, (x, y) -> x * 60 + y), 50));
    assertThat(problem(Map.of()))
        .isEqualTo("pets/cat/7.png: error: is damaged or no picture that can be read");
    put("cat/7.png", "no picture".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(problem(Map.of()))
        .isEqualTo("pets/cat/7.png: error: is no picture; expected PNG, JPEG or GIF");
    put("cat/7.png", new byte[0]);
    assertThat(problem(Map.of())).startsWith("pets/cat/7.png: error: is no picture");
    Files.delete(folder.resolve("cat/7.png"));
    put("cat/7.webp", whole);
    assertThat(problem(Map.of()))
        .isEqualTo("pets/cat/7.webp: error: wrong kind of picture; expected PNG, JPEG or GIF");
  }

  /** A small file that claims 60,000 x 60,000 pixels: refused by its header alone. */
  @Test
  void refusesHugePicturesBeforeDecodingThem() throws IOException {
    pets();
    byte[] bomb = grey(4, 3, 0);
    ByteBuffer header = ByteBuffer.wrap(bomb);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 crc = new CRC32();
    crc.update(bomb, 12, 17);
    header.putInt(29, (int) crc.getValue());
    put("cat/bomb.png", bomb);
    assertThat(problem(Map.of("size", "4")))
        .isEqualTo(
            "pets/cat/bomb.png: error: is too large, found 60000x60000 pixels; expected at most 33554432 in all");
  }

  @Test
  void refusesFoldersThatAreNoClasses() throws IOException {
    assertThat(problem(Map.of()))
        .isEqualTo(
            "pets: error: holds no folders; expected a folder for each of two classes or more");
    put("cat/1.png", grey(4, 3, 1));
    put("cat/2.png", grey(4, 3, 2));
    assertThat(problem(Map.of())).startsWith("pets: error: holds one folder, 'cat'; expected");
    put("dog/note.txt", new byte[1]);
    assertThat(problem(Map.of()))
        .isEqualTo("pets/dog: error: holds no pictures; expected PNG, JPEG or GIF files");
    put("dog/1.png", grey(4, 3, 1));
    assertThat(problem(Map.of()))
        .isEqualTo(
            "pets/dog: error: holds one picture, which cannot both train and test; expected two or more");
    put("dog/more/2.png", grey(4, 3, 1));
    assertThat(problem(Map.of()))
        .isEqualTo(
            "pets/dog/more: error: a folder inside that of a class; expected pictures alone");
  }

  @Test
  void refusesPartsThatDoNotMatch() throws IOException {
    put("train/cat/1.png", grey(4, 3, 1));
    put("train/dog/1.png", grey(4, 3, 1));
    put("test/dgo/1.png", grey(4, 3, 1));
    assertThat(problem(Map.of()))
        .isEqualTo(
            "pets/test/dgo: error: no such class in 'train'. Did you mean 'dog'? Known: cat, dog");
    put("val/dog/1.png", grey(4, 3, 1));
    assertThat(problem(Map.of())).startsWith("pets: error: a folder 'val' beside 'train'");
    Files.write(temp.resolve("file"), new byte[1]);
    assertThat(
            catchThrowableOfType(
                    DataException.class,
                    () -> OwnData.choice(OwnKind.IMAGES, temp, "file", new TreeMap<>()))
                .getMessage())
        .endsWith("file: error: is no folder; expected one with a folder for each class");
  }
}
