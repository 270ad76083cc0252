package actbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.data.DataLocations;
import actbench.data.DatasetCatalog;
import actbench.data.DatasetStore;
import actbench.data.Examples;
import actbench.data.Layout;
import actbench.spec.Choice;
import actbench.spec.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Every network learns a small batch of real digits.
 *
 * <p>The gate takes each network with one function, and of families with several sizes the
 * smallest. {@code -Dactbench.networks=all} takes every network with all four functions of the
 * article.
 */
final class NetworkTrainingTest {
  private static final int BATCH = 4;
  private static final int STEPS = 8;
  private static final List<String> LARGE =
      List.of(
          "se-resnet-34",
          "se-resnet-50",
          "densenet-161",
          "densenet-169",
          "densenet-201",
          "inception-resnet-v2",
          "efficientnet-b1",
          "efficientnet-b2");
  private static final List<String> FUNCTIONS = List.of("relu", "swish", "mish", "beta-mish");

  @AfterEach
  void leaveMemory() {
    Nd4j.getMemoryManager().invokeGc();
  }

  static Stream<Arguments> networks() {
    List<Model> models = ModelCatalog.all();
    boolean all = "all".equals(System.getProperty("actbench.networks"));
    return models.stream()
        .flatMap(
            model ->
                FUNCTIONS.stream()
                    .filter(
                        function ->
                            all
                                || (!LARGE.contains(model.name())
                                    && FUNCTIONS.indexOf(function) == models.indexOf(model) % 4))
                    .map(function -> Arguments.of(model.name(), function)));
  }

  /**
   * Twelve layers in a row that each normalise four examples of which dropout has changed a quarter
   * do not learn in eight steps: their loss goes up and down by more than it falls.
   */
  private static Map<String, Object> settings(String model) {
    return model.equals("depth-net") ? Map.of("dropout", 0.0) : Map.of();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void lossFalls(String model, String function) {
    Nd4j.getRandom().setSeed(7);
    Blueprint blueprint = Drawings.draw(model, Drawings.CIFAR, 10, settings(model));
    ComputationGraph graph =
        new EngineLayers()
            .create(
                new NetworkPlan(
                    blueprint,
                    HiddenActivation.fixed(ActivationCatalog.createElement(function, Map.of())),
                    new Adam(0.001),
                    List.of(),
                    List.of(),
                    1));
    assertThat(graph.numParams()).isEqualTo(blueprint.parameters());
    INDArray[] images = {images()};
    Task task = ModelCatalog.get(model).task().orElse(Task.MULTICLASS);
    boolean masks = task == Task.SEGMENTATION;
    boolean inputs = task == Task.RECONSTRUCTION;
    INDArray[] labels = {
      masks ? masks() : inputs ? images[0].reshape(BATCH, 32 * 32 * 3) : labels()
    };
    double[] losses = new double[STEPS];
    for (int step = 0; step < STEPS; step++) {
      graph.fit(images, labels);
      losses[step] = graph.score();
    }
    assertThat(DoubleStream.of(losses)).allMatch(Double::isFinite);
    // With dropout a step may be worse by chance.
    assertThat(DoubleStream.of(losses).skip(STEPS - 3).min().orElseThrow()).isLessThan(losses[0]);
    INDArray outputs = graph.outputSingle(images[0]);
    if (masks) {
      assertThat(outputs.shape()).containsExactly(BATCH, 32, 32, 1);
      return;
    }
    assertThat(outputs.shape()).containsExactly(BATCH, inputs ? 32 * 32 * 3 : 10);
    if (inputs) {
      return;
    }
    if (model.equals("capsule-net")) {
      // Lengths of capsules are no distribution.
      assertThat(outputs.maxNumber().doubleValue()).isBetween(0.0, 1.0);
      return;
    }
    assertThat(outputs.sumNumber().doubleValue()).isCloseTo(BATCH, within(1e-3));
  }

  private static Examples digits() {
    return new DatasetStore(
            DatasetCatalog.standard(), new DataLocations(Path.of("none"), Path.of(""), ""))
        .load(Choice.of("digits"))
        .train();
  }

  /** Digits of 8x8, each pixel four times as high and wide, in three channels. */
  private static INDArray images() {
    Examples digits = digits();
    float[] values = new float[BATCH * 32 * 32 * 3];
    float[] digit = new float[64];
    for (int n = 0; n < BATCH; n++) {
      digits.copy(n, Layout.FLAT, digit, 0);
      for (int i = 0; i < 32 * 32 * 3; i++) {
        int row = i / 3 / 32;
        int column = i / 3 % 32;
        values[n * 32 * 32 * 3 + i] = digit[row / 4 * 8 + column / 4];
      }
    }
    return Nd4j.create(values, new long[] {BATCH, 32, 32, 3}, 'c');
  }

  /** Where the ink is. */
  private static INDArray masks() {
    INDArray images = images();
    INDArray masks = Nd4j.zeros(DataType.FLOAT, BATCH, 32, 32, 1);
    for (int n = 0; n < BATCH; n++) {
      for (int row = 0; row < 32; row++) {
        for (int column = 0; column < 32; column++) {
          masks.putScalar(n, row, column, 0, images.getDouble(n, row, column, 0) > 0.5 ? 1 : 0);
        }
      }
    }
    return masks;
  }

  private static INDArray labels() {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, BATCH, 10);
    for (int n = 0; n < BATCH; n++) {
      labels.putScalar(n, digits().label(n), 1);
    }
    return labels;
  }
}
