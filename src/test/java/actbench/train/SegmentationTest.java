package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.grid.RunConfig;
import actbench.model.EngineLayers;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunProgress;
import actbench.spec.Choice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small U-Net learns to find bright squares, from files to scores. */
final class SegmentationTest {
  private static final int SIDE = 32;

  @TempDir Path folder;

  @Test
  void learnsMasks() throws IOException {
    Path source = folder.resolve("source");
    for (int i = 0; i < 12; i++) {
      write(source, i);
    }
    DataLocations locations = new DataLocations(folder.resolve("data"), folder, "");
    new actbench.data.DatasetImporter(locations)
        .importFrom(source, DatasetCatalog.standard().find("carvana").orElseThrow());
    RunResult result =
        new RunTrainer(
                new DatasetStore(DatasetCatalog.standard(), locations),
                new EngineLayers(),
                Optional.empty())
            .train(run(), new RunProgress() {});
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    assertThat(result.epochs().get(5).values().get("train_loss"))
        .isLessThan(result.epochs().get(0).values().get("train_loss"));
    assertThat(result.metrics().get("train_accuracy")).isBetween(0.7, 1.0);
    for (String part : new String[] {"validation_", "test_"}) {
      assertThat(result.metrics()).containsKeys(part + "dice", part + "iou", part + "accuracy");
      // A mask of everything would have a Dice coefficient of 0.4 and an IoU of 0.25.
      assertThat(result.metrics().get(part + "dice")).isBetween(0.6, 1.0);
      assertThat(result.metrics().get(part + "iou")).isBetween(0.45, 1.0);
    }
    assertThat(result.epochs())
        .allSatisfy(e -> assertThat(e.values()).containsKey("validation_iou"));
  }

  private static void write(Path source, int i) throws IOException {
    String name = "%012x_01".formatted(i);
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY);
    int left = i % 4 * 5;
    int top = i % 3 * 7;
    for (int y = top; y < top + SIDE / 2; y++) {
      for (int x = left; x < left + SIDE / 2; x++) {
        picture.setRGB(x, y, 0xffffff);
        mask.setRGB(x, y, 0xffffff);
      }
    }
    Files.createDirectories(source.resolve("train"));
    Files.createDirectories(source.resolve("train_masks"));
    ImageIO.write(picture, "jpg", source.resolve("train/" + name + ".jpg").toFile());
    ImageIO.write(mask, "gif", source.resolve("train_masks/" + name + "_mask.gif").toFile());
  }

  private static RunConfig run() {
    TreeMap<String, Object> settings = new TreeMap<>();
    settings.put("dataset", new Choice("carvana", new TreeMap<>(Map.of("size", 32L))));
    settings.put("model", Choice.of("u-net"));
    settings.put("width", 4L);
    settings.put("activation", Choice.of("mish"));
    settings.put("optimizer", Choice.of("adam"));
    settings.put("learning-rate", 0.01);
    settings.put("initializer", Choice.of("glorot-uniform"));
    settings.put("regularizer", Choice.of("none"));
    settings.put("batch-size", 3L);
    settings.put("epochs", 6L);
    return new RunConfig("u-net", settings, 1);
  }
}
