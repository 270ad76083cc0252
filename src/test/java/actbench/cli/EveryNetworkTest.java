package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetImporter;
import actbench.data.DatasetStore;
import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.model.EngineLayers;
import actbench.model.Model;
import actbench.model.ModelCatalog;
import actbench.result.Metric;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunProgress;
import actbench.spec.SpecException;
import actbench.spec.SpecLoader;
import actbench.spec.Task;
import actbench.train.RunTrainer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every network of the catalogue goes the whole way from a spec to a result: the grid, the checks
 * before a run, and the code that a worker trains with; one step of four pictures.
 *
 * <p>Two pictures would not do: where a map has one pixel, batch normalisation has two values a
 * channel, which it makes 1 and -1 however near they are, and gradients of 1e10 follow
 * (mobilenet-v1 at 8x8; 8e3 with four).
 */
final class EveryNetworkTest {
  /** Of pictures; a network gets the smallest that it takes. */
  private static final List<Integer> SIDES = List.of(8, 16, 32, 64);

  @TempDir static Path folder;

  private static DatasetStore store;

  static Stream<String> models() {
    return ModelCatalog.all().stream().map(Model::name);
  }

  /** Pictures of three classes, and as many with masks. */
  @BeforeAll
  static void draw() throws IOException {
    Path masked = folder.resolve("masked");
    for (int i = 0; i < 6; i++) {
      String name = "%012x_01".formatted(i);
      write(folder.resolve("pictures/" + i % 3 + "/" + i + ".png"), "png", picture(i, false));
      write(masked.resolve("train/" + name + ".jpg"), "jpg", picture(i, false));
      write(masked.resolve("train_masks/" + name + "_mask.gif"), "gif", picture(i, true));
    }
    DataLocations locations = new DataLocations(folder.resolve("data"), folder, "");
    DatasetCatalog catalog = DatasetCatalog.standard();
    new DatasetImporter(locations).importFrom(masked, catalog.find("carvana").orElseThrow());
    store = new DatasetStore(catalog, locations);
  }

  private static BufferedImage picture(int i, boolean mask) {
    BufferedImage image =
        new BufferedImage(
            16, 16, mask ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB);
    for (int pixel = 0; pixel < 64; pixel++) {
      image.setRGB(i % 3 * 4 + pixel % 8, i + pixel / 8, mask ? 0xffffff : 0xf0a000 + 40 * i);
    }
    return image;
  }

  private static void write(Path file, String form, BufferedImage image) throws IOException {
    Files.createDirectories(file.getParent());
    ImageIO.write(image, form, file.toFile());
  }

  @AfterEach
  void leaveMemory() {
    Nd4j.getMemoryManager().invokeGc();
  }

  @ParameterizedTest
  @MethodSource("models")
  void trainsFromASpec(String model) throws IOException, SpecException {
    RunConfig run = smallest(model);
    RunResult result =
        new RunTrainer(store, new EngineLayers(), Optional.empty())
            .train(run, new RunProgress() {});
    assertThat(result.status()).as(result.failure()).isEqualTo(Status.OK);
    assertThat(result.epochs()).hasSize(1);
    assertThat(result.metrics().get("parameters"))
        .isEqualTo((double) Preflight.blueprint(run).parameters());
    assertThat(result.metrics())
        .containsKeys("train_loss", "test_loss", Metric.primary(result.facts()).name());
    assertThat(result.metrics().values()).allMatch(Double::isFinite);
  }

  /** The run with the smallest pictures that the checks before a run allow. */
  private static RunConfig smallest(String model) throws IOException, SpecException {
    String refused = "";
    for (int side : SIDES) {
      Plan plan =
          SpecSource.plan(new SpecLoader(Names.vocabulary()).load(spec(model, side), List.of()));
      try {
        Preflight.networks(plan);
        Preflight.data(plan, store);
        assertThat(plan.runs()).hasSize(1);
        return plan.runs().get(0);
      } catch (UserException e) {
        refused = e.getMessage();
      }
    }
    throw new AssertionError("no size will do: " + refused);
  }

  private static Path spec(String model, int side) throws IOException {
    boolean masks = ModelCatalog.get(model).task().filter(Task.SEGMENTATION::equals).isPresent();
    String dataset =
        masks
            ? "{name: carvana, train: 4, test: 1, size: " + side + "}"
            : "{images: pictures, test: 2, size: " + side + "}";
    return Files.writeString(
        folder.resolve("spec.yaml"),
        "dataset: %s\nmodel: %s\nactivation: mish\nbatch-size: 4\nepochs: 1\n"
            .formatted(dataset, model));
  }
}
