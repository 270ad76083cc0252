package actbench.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import actbench.data.DataException;
import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Layout;
import actbench.data.Targets;
import actbench.spec.Choice;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Normalisation, mixing, smoothing and noise. */
final class RecipeStepsTest {
  /** Two examples of two pixels and two channels, channel after channel. */
  private static final Examples TWO =
      Examples.of(
          new InputShape(1, 2, 2), 2, 10, new byte[] {0, 10, 2, 4, 10, 0, 6, 8}, new byte[] {0, 1});

  @Test
  void normalizesByChannelFromTheTrainingExamples() {
    Normalization own = Normalization.of(Choice.of("mean-std"), TWO);
    assertThat(own.mean()).containsExactly(0.5f, 0.5f);
    // Channel 0 has 0, 1, 1, 0; channel 1 has 0.2, 0.4, 0.6, 0.8.
    assertThat(own.deviation().get(0)).isEqualTo(0.5f);
    assertThat(own.deviation().get(1)).isCloseTo((float) Math.sqrt(0.05), within(1e-6f));
    Normalization given =
        Normalization.of(choice("mean-std", Map.of("mean", 0.5, "deviation", 0.5)), TWO);
    assertThat(normalized(given, Layout.NHWC, 0, 0.2f, 1, 0.4f))
        .containsExactly(new float[] {-1, -0.6f, 1, -0.2f}, within(1e-6f));
    assertThat(normalized(Normalization.of(Choice.of("scale"), TWO), Layout.NHWC, 0, 0.5f, 1, 0))
        .containsExactly(-1, 0, 1, -1);
  }

  @Test
  void subtractsThePixelMeanBeforeAnyAugmentation() {
    Normalization pixel = Normalization.of(Choice.of("pixel-mean"), TWO);
    assertThat(pixel.first()).isTrue();
    assertThat(pixel.mean()).as("rows, columns, channels").containsExactly(0.5f, 0.4f, 0.5f, 0.6f);
    assertThat(normalized(pixel, Layout.NCHW, 1, 1, 1, 1))
        .containsExactly(new float[] {0.5f, 0.5f, 0.6f, 0.4f}, within(1e-6f));
  }

  /** Mean and deviation by hand: 1, 2, 3 and 10, 10, 10, the second without any. */
  @Test
  void standardizesEachColumnOfATable() {
    float[] values = {1, 10, 2, 10, 3, 10};
    Examples table = Examples.table(2, 1, values, new float[3]);
    Normalization own = Normalization.of(Choice.of("standardize"), table);
    assertThat(own.mean()).containsExactly(2f, 10f);
    assertThat(own.deviation()).containsExactly((float) Math.sqrt(2 / 3.0), 1f);
    assertThat(own.first()).isFalse();
  }

  @Test
  void refusesImagenetsColoursForOtherImages() {
    assertThatThrownBy(() -> Normalization.of(Choice.of("imagenet"), TWO))
        .isInstanceOf(DataException.class)
        .hasMessage("normalization 'imagenet' is for three colours, found examples of 1x2x2");
  }

  @Test
  void leavesAChannelThatNeverChangesAtZero() {
    Examples same = Examples.of(new InputShape(1, 1, 1), 2, 1, new byte[] {1, 1}, new byte[2]);
    Normalization own = Normalization.of(Choice.of("mean-std"), same);
    assertThat(own.deviation()).containsExactly(1f);
    assertThat(own.mean()).containsExactly(1f);
  }

  @Test
  void smoothsLabels() {
    BatchDraft batch = new BatchDraft(1, 1, 4);
    batch.begin(1, 0, new int[] {0});
    batch.targets()[2] = 1;
    new LabelSmoothing(0.2, Targets.ONE_HOT, 4).apply(batch);
    assertThat(batch.targets()).containsExactly(0.05f, 0.05f, 0.85f, 0.05f);
    BatchDraft single = new BatchDraft(2, 1, 1);
    single.begin(1, 0, new int[] {0, 1});
    single.targets()[1] = 1;
    new LabelSmoothing(0.2, Targets.SINGLE, 2).apply(single);
    assertThat(single.targets()).containsExactly(0.1f, 0.9f);
  }

  @Test
  void mixesUpAWholeBatchWithOneShare() {
    BatchDraft batch = mixed(1.0, 0, new InputShape(4, 4, 1), new Random(5));
    // Example i is i everywhere and has class i, so its mean tells with whom it was mixed.
    float share = batch.targets()[0];
    assertThat(share).isGreaterThan(0).isLessThan(1);
    for (int i = 0; i < 3; i++) {
      float expected = 0;
      for (int k = 0; k < 3; k++) {
        expected += k * batch.targets()[i * 3 + k];
      }
      for (int pixel = 0; pixel < 16; pixel++) {
        assertThat(batch.features()[i * 16 + pixel]).isCloseTo(expected, within(1e-6f));
      }
      assertThat(sum(batch.targets(), i * 3, 3)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void cutsAndMixesByArea() {
    BatchDraft batch = mixed(0, 1.0, new InputShape(8, 8, 1), new Random(5));
    for (int i = 0; i < 3; i++) {
      int own = 0;
      for (int pixel = 0; pixel < 64; pixel++) {
        float value = batch.features()[i * 64 + pixel];
        assertThat(value).as("pixels are exchanged, not blended").isIn(0f, 1f, 2f);
        own += value == i ? 1 : 0;
      }
      assertThat(batch.targets()[i * 3 + i]).isCloseTo(own / 64f, within(1e-6f));
    }
  }

  @Test
  void tossesACoinWhereBothAreOn() {
    TreeMap<String, Integer> kinds = new TreeMap<>();
    Draws draws =
        name -> {
          kinds.merge(name.substring(0, name.indexOf('/')), 1, Integer::sum);
          return new Random(name.hashCode());
        };
    Mixing both = new Mixing(0.2, 1, new InputShape(2, 2, 1), Layout.NHWC, draws);
    for (int number = 0; number < 200; number++) {
      BatchDraft batch = new BatchDraft(2, 4, 2);
      batch.begin(1, number, new int[] {0, 1});
      both.apply(batch);
    }
    assertThat(kinds.get("mixing")).isEqualTo(200);
    assertThat(kinds.get("mixup")).isBetween(70, 130);
    assertThat(kinds.get("cutmix")).isEqualTo(200 - kinds.get("mixup"));
  }

  /** Beta(a, a) has mean 1/2 and variance 1 / (4 (2a + 1)). */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 1, 2.5})
  void drawsSharesFromTheBetaDistribution(double alpha) {
    Random random = new Random(1);
    double sum = 0;
    double squares = 0;
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      double share = Beta.draw(alpha, random);
      assertThat(share).isBetween(0.0, 1.0);
      sum += share - 0.5;
      squares += (share - 0.5) * (share - 0.5);
    }
    double variance = 1 / (4 * (2 * alpha + 1));
    assertThat(sum / draws).isCloseTo(0, within(4 * Math.sqrt(variance / draws)));
    assertThat(squares / draws).isCloseTo(variance, within(0.01));
  }

  @Test
  void addsNoiseAnewInEveryEpochButTheSameInEveryTest() {
    Draws draws = name -> new Random(name.hashCode());
    GaussianNoise training = GaussianNoise.inTraining(2, 3, draws);
    assertThat(noise(training, 1, 5)).isNotEqualTo(noise(training, 2, 5));
    assertThat(noise(training, 1, 5)).isEqualTo(noise(training, 1, 5));
    GaussianNoise tests = GaussianNoise.inTests(2, 3, draws);
    assertThat(noise(tests, 1, 5)).isEqualTo(noise(tests, 2, 5));
    assertThat(noise(tests, 1, 5)).isNotEqualTo(noise(tests, 1, 6));
    Draws one = name -> new Chosen(0, 0, 1.5);
    assertThat(noise(GaussianNoise.inTraining(2, 3, one), 1, 0)).containsExactly(3, 3, 3);
  }

  @Test
  void weighsClasses() {
    Examples four =
        Examples.of(new InputShape(1, 1, 1), 2, 1, new byte[4], new byte[] {0, 0, 1, 0});
    assertThat(weights(Choice.of("balanced"), four))
        .containsExactly(new float[] {2 / 3f, 2, 2 / 3f}, within(1e-6f));
    assertThat(weights(choice("given", Map.of("class-1", 5.0)), four)).containsExactly(1, 5, 1);
  }

  private static float[] weights(Choice choice, Examples train) {
    BatchDraft batch = new BatchDraft(3, 1, 1);
    batch.begin(1, 0, new int[] {0, 2, 3});
    assertThat(batch.isWeighted()).isFalse();
    new ClassWeights(choice, train).apply(batch);
    assertThat(batch.isWeighted()).isTrue();
    return batch.weights();
  }

  @Test
  void doesNothingWhereNothingWasAskedFor() {
    assertThat(BatchTransform.all(List.of())).isSameAs(BatchTransform.NONE);
    assertThat(BatchTransform.all(List.of(BatchTransform.NONE))).isSameAs(BatchTransform.NONE);
  }

  private static float[] noise(GaussianNoise noise, int epoch, int example) {
    BatchDraft batch = new BatchDraft(1, 3, 1);
    batch.begin(epoch, 0, new int[] {example});
    noise.apply(batch);
    return batch.features();
  }

  /** Three examples, each with its number in every value and for its class. */
  private static BatchDraft mixed(double mixup, double cutmix, InputShape shape, Random random) {
    BatchDraft batch = new BatchDraft(3, shape.size(), 3);
    batch.begin(1, 0, new int[] {0, 1, 2});
    for (int i = 0; i < 3; i++) {
      batch.targets()[i * 3 + i] = 1;
      for (int k = 0; k < shape.size(); k++) {
        batch.features()[i * shape.size() + k] = i;
      }
    }
    new Mixing(mixup, cutmix, shape, Layout.NHWC, name -> random).apply(batch);
    return batch;
  }

  private static double sum(float[] values, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static float[] normalized(Normalization rule, Layout layout, float... values) {
    BatchDraft batch = new BatchDraft(1, values.length, 1);
    batch.begin(1, 0, new int[] {0});
    System.arraycopy(values, 0, batch.features(), 0, values.length);
    rule.transform(TWO.shape(), layout).apply(batch);
    return batch.features();
  }

  private static Choice choice(String name, Map<String, Object> parameters) {
    return new Choice(name, new TreeMap<>(parameters));
  }
}
