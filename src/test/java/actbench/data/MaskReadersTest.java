package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.data.download.DownloadProgress;
import actbench.data.download.Downloader;
import actbench.data.download.Patience;
import actbench.spec.Choice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets with masks, from their archives. */
final class MaskReadersTest {
  private static final InputShape SHAPE = new InputShape(4, 4, 3);
  private static final Dataset CARVANA = DatasetCatalog.standard().find("carvana").orElseThrow();

  @TempDir Path folder;

  private final Map<String, byte[]> pictures = new LinkedHashMap<>();
  private final Map<String, byte[]> masks = new LinkedHashMap<>();

  /** Bright where the mask is; car i is as bright as i says. */
  private void car(int i) {
    String name = "%012x_01".formatted(i);
    int level = 0x010101 * (100 + i);
    pictures.put(
        "train/" + name + ".jpg", TestPictures.colours("jpg", 16, 16, (x, y) -> x < 8 ? level : 0));
    masks.put("train_masks/" + name + "_mask.gif", TestPictures.mask(16, 16, (x, y) -> x < 8));
  }

  @Test
  void readsPicturesWithTheirMasksByName() throws IOException {
    car(2);
    car(1);
    pictures.put("train/.DS_Store", new byte[10]);
    pictures.put("../../evil.jpg", new byte[10]);
    Examples examples = carvana();
    assertThat(examples.size()).isEqualTo(2);
    float[] mask = new float[16];
    examples.copyMask(1, mask, 0);
    assertThat(mask).containsExactly(1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0);
    float[] values = new float[48];
    examples.copy(0, Layout.NCHW, values, 0);
    assertThat(values[0]).isBetween(99f / 255, 103f / 255);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("p", "m");
    }
  }

  @Test
  void refusesIncompleteArchives() throws IOException {
    car(1);
    car(2);
    String mask = "train_masks/000000000001_01_mask.gif";
    byte[] content = masks.remove(mask);
    assertRefused("has no mask for picture '000000000001_01'");
    masks.put(mask, content);
    byte[] picture = pictures.remove("train/000000000001_01.jpg");
    assertRefused("has no picture for mask '000000000001_01'");
    pictures.put("train/000000000001_01.jpg", java.util.Arrays.copyOf(picture, 30));
    assertRefused("000000000001_01.jpg: is damaged");
    pictures.clear();
    pictures.put("car.jpg", picture);
    assertRefused("holds no entry of the form");
    Files.write(folder.resolve("p"), SyntheticData.noise(400, 1));
    assertThatThrownBy(
            () -> new CarvanaReader(folder.resolve("p"), folder.resolve("m"), SHAPE).examples())
        .isInstanceOf(DataException.class)
        .hasMessageContaining("damaged or no zip");
  }

  @Test
  void importsFoldersAndSplitsThem() throws IOException {
    for (int i = 0; i < 10; i++) {
      car(i);
    }
    Path source = folder.resolve("source");
    for (Map<String, byte[]> files : java.util.List.of(pictures, masks)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = source.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    }
    Path secret = Files.writeString(folder.resolve("secret"), "no picture");
    Files.createSymbolicLink(source.resolve("train/aaaaaaaaaaaa_01.jpg"), secret);
    DataLocations locations = new DataLocations(folder.resolve("data"), folder, "");
    DatasetImporter importer = new DatasetImporter(locations);
    String sha256 = importer.importFrom(source, CARVANA).sha256();
    assertThat(importer.importFrom(source, CARVANA).sha256()).isEqualTo(sha256);
    DatasetStore store = new DatasetStore(DatasetCatalog.standard(), locations);
    LoadedDataset loaded =
        store.load(new Choice("carvana", new TreeMap<>(Map.of("size", 32L, "validation", 3L))));
    assertThat(loaded.dataset().shape()).isEqualTo(new InputShape(32, 32, 3));
    assertThat(loaded.train().size()).isEqualTo(5);
    assertThat(loaded.validation().orElseThrow().size()).isEqualTo(3);
    assertThat(loaded.test().size()).isEqualTo(2);
    assertThat(loaded.test().hasMasks()).isTrue();
  }

  @Test
  void saysThatCarvanaNeedsALogin() {
    DataLocations locations = new DataLocations(folder.resolve("data"), folder, "");
    assertThatThrownBy(
            () ->
                new DatasetFetcher(
                        locations, new Downloader(Patience.USUAL), new DownloadProgress() {})
                    .fetch(CARVANA))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("needs a login")
        .hasMessageContaining("actbench data import carvana --from DIR");
    assertThatThrownBy(
            () ->
                new DatasetStore(DatasetCatalog.standard(), locations).check(Choice.of("carvana")))
        .hasMessageContaining("actbench data import carvana --from DIR");
  }

  @Test
  void readsPetsByTheirLists() throws IOException {
    Path images = pets("images/Cat_1.jpg", "images/dog_22.jpg", "images/dog_3.jpg");
    Path annotations =
        annotations(
            "# list\nCat_1 1 1 1\ndog_22 2 2 1\n", "dog_3 2 2 1\n", 1, "Cat_1", "dog_22", "dog_3");
    PetsReader.Parts parts = new PetsReader(images, annotations, SHAPE).parts();
    assertThat(parts.train().size()).isEqualTo(2);
    assertThat(parts.test().size()).isEqualTo(1);
    float[] mask = new float[16];
    parts.test().copyMask(0, mask, 0);
    assertThat(mask).containsExactly(1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0);
  }

  @Test
  void refusesBadPets() throws IOException {
    Path images = pets("images/Cat_1.jpg");
    assertPetsRefused(images, annotations("Cat_1 1\n", "Cat_2 1\n", 1, "Cat_1"), "no picture of");
    assertPetsRefused(images, annotations("Cat_1 1\n", "Cat_1 1\n", 1, "Cat_1"), "'Cat_1' twice");
    assertPetsRefused(images, annotations("Cat_1 1\n", "", 1, "Cat_1"), "test.txt is empty");
    Path two = pets("images/Cat_1.jpg", "images/Cat_2.jpg");
    assertPetsRefused(two, annotations("Cat_1 1\n", "Cat_2 1\n", 1, "Cat_1"), "no trimap of");
    assertPetsRefused(
        two, annotations("Cat_1 1\n", "Cat_2 1\n", 7, "Cat_1", "Cat_2"), "found 7; expected 1, 2");
    assertPetsRefused(images, images, "has no list annotations/trainval.txt");
    byte[] archive = Files.readAllBytes(images);
    Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(archive, 60));
    assertPetsRefused(cut, cut, "is cut off or damaged");
  }

  private void assertPetsRefused(Path images, Path annotations, String message) {
    assertThatThrownBy(() -> new PetsReader(images, annotations, SHAPE).parts())
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  private Path pets(String... names) throws IOException {
    TarBuilder tar = new TarBuilder().folder("images").file("../evil.jpg", new byte[5]);
    for (String name : names) {
      tar.file(name, TestPictures.colours("jpg", 16, 16, (x, y) -> x < 8 ? 0xffffff : 0));
    }
    return Files.write(folder.resolve("images" + names.length), tar.gzip());
  }

  private Path annotations(String train, String test, int sample, String... names)
      throws IOException {
    TarBuilder tar =
        new TarBuilder()
            .file("annotations/trainval.txt", train.getBytes(StandardCharsets.UTF_8))
            .file("annotations/test.txt", test.getBytes(StandardCharsets.UTF_8));
    for (String name : names) {
      tar.file(
          "annotations/trimaps/" + name + ".png",
          TestPictures.grey("png", 16, 16, (x, y) -> x < 4 ? sample : x < 8 ? 3 : 2));
    }
    return Files.write(folder.resolve("annotations"), tar.gzip());
  }

  private Examples carvana() throws IOException {
    Path p = zip(folder.resolve("p"), pictures);
    Path m = zip(folder.resolve("m"), masks);
    return new CarvanaReader(p, m, SHAPE).examples();
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::carvana)
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  private static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return file;
  }
}
