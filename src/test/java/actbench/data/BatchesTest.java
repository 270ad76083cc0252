package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

final class BatchesTest {
  private static final InputShape SHAPE = new InputShape(2, 3, 2);
  private static final byte[] VALUES = SyntheticData.noise(7 * 12, 1);
  private static final Examples SEVEN =
      Examples.of(SHAPE, 3, 255, VALUES, new byte[] {0, 1, 2, 0, 1, 2, 0});

  @Test
  void keepsTheLastPartialBatch() {
    Batches batches = Batches.inOrder(SEVEN, form(3, Layout.NCHW));
    List<Long> sizes = new ArrayList<>();
    while (batches.hasNext()) {
      sizes.add(batches.next().getFeatures().size(0));
    }
    assertThat(sizes).containsExactly(3L, 3L, 1L);
    assertThat(batches.batches()).isEqualTo(3);
    assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @EnumSource
  void laysValuesOutAsAsked(Layout layout) {
    INDArray features = Batches.inOrder(SEVEN, form(7, layout)).next().getFeatures();
    assertThat(features.dataType()).isEqualTo(DataType.FLOAT);
    assertThat(features.shape()).isEqualTo(layout.dimensions(7, SHAPE));
    for (int example = 0; example < 7; example++) {
      for (int channel = 0; channel < 2; channel++) {
        for (int row = 0; row < 2; row++) {
          for (int column = 0; column < 3; column++) {
            float found =
                switch (layout) {
                  case NCHW -> features.getFloat(example, channel, row, column);
                  case NHWC -> features.getFloat(example, row, column, channel);
                  case FLAT -> features.getFloat(example, (row * 3 + column) * 2 + channel);
                };
            byte value = VALUES[example * 12 + channel * 6 + row * 3 + column];
            assertThat(found).isEqualTo((value & 0xff) / 255f);
          }
        }
      }
    }
  }

  @Test
  void encodesLabelsOneHot() {
    Batches batches = Batches.inOrder(SEVEN, form(4, Layout.FLAT));
    assertThat(batches.next().getLabels().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
    assertThat(batches.next().getLabels().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
  }

  @Test
  void givesSingleTargets() {
    Batches batches =
        Batches.inOrder(SEVEN, new BatchForm(4, Layout.FLAT, Targets.SINGLE), BatchTransform.NONE);
    assertThat(batches.next().getLabels().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{0}, {1}, {2}, {0}});
    assertThat(batches.totalOutcomes()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = "FLAT", mode = EnumSource.Mode.EXCLUDE)
  void givesMasksInTheLayoutOfTheBatch(Layout layout) {
    byte[] masks = {0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0};
    byte[] values = SyntheticData.noise(2 * 12, 2);
    Examples masked = Examples.masked(SHAPE, values, masks).select(new int[] {1, 0});
    assertThat(masked.hasMasks()).isTrue();
    Batches batches = Batches.inOrder(masked, new BatchForm(2, layout, Targets.MASK));
    INDArray labels = batches.next().getLabels();
    assertThat(labels.shape()).isEqualTo(layout.dimensions(2, new InputShape(2, 3, 1)));
    assertThat(labels.data().asFloat()).containsExactly(1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1);
  }

  @Test
  void readsTablesAsTheyAre() {
    float[] values = {1.5f, -2, 1e9f, 0, 3, 4};
    Examples table = Examples.table(3, 700, values, new int[] {699, 3});
    assertThat(table.label(0)).isEqualTo(699);
    assertThat(Batches.inOrder(table, form(2, Layout.FLAT)).next().getFeatures().toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1.5f, -2, 1e9f}, {0, 3, 4}});
    assertThatThrownBy(() -> Examples.table(3, 3, values, new int[] {3, 0}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void followsTheOrderOfEachEpoch() {
    Batches batches =
        new Batches(
            SEVEN,
            form(2, Layout.NCHW),
            epoch -> epoch == 1 ? new int[] {6, 0, 3} : new int[] {1, 2, 4, 5},
            BatchTransform.NONE);
    assertThat(firstValues(batches)).containsExactly(first(6), first(0), first(3));
    batches.reset();
    assertThat(batches.epoch()).isEqualTo(2);
    assertThat(firstValues(batches)).containsExactly(first(1), first(2), first(4), first(5));
    batches.startEpoch(1);
    assertThat(firstValues(batches)).containsExactly(first(6), first(0), first(3));
  }

  @Test
  void doesNotSkipAnEpochWhenResetBeforeTheFirstBatch() {
    Batches batches = Batches.inOrder(SEVEN, form(2, Layout.NCHW));
    batches.reset();
    batches.reset();
    assertThat(batches.epoch()).isEqualTo(1);
    batches.next();
    batches.reset();
    assertThat(batches.epoch()).isEqualTo(2);
  }

  @Test
  void refusesPlacesThatDoNotExist() {
    assertThatThrownBy(
            () ->
                new Batches(
                    SEVEN, form(2, Layout.NCHW), epoch -> new int[] {7}, BatchTransform.NONE))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void letsTheTransformChangeFeaturesAndTargets() {
    List<String> calls = new ArrayList<>();
    Batches batches =
        new Batches(
            SEVEN,
            form(4, Layout.FLAT),
            epoch -> new int[] {0, 1, 2, 3, 4, 5, 6},
            batch -> {
              calls.add(batch.epoch() + "/" + batch.number() + "/" + batch.size());
              batch.features()[0] = -2f;
              batch.targets()[1] = 0.5f;
              if (batch.number() == 1) {
                batch.weights()[2] = 3;
              }
            });
    DataSet batch = batches.next();
    assertThat(batch.getFeatures().getFloat(0, 0)).isEqualTo(-2f);
    assertThat(batch.getLabels().getFloat(0, 1)).isEqualTo(0.5f);
    assertThat(batch.getLabelsMaskArray()).isNull();
    assertThat(batches.next().getLabelsMaskArray().toFloatVector()).containsExactly(1, 1, 3);
    assertThat(calls).containsExactly("1/0/4", "1/1/3");
  }

  @Test
  void handsOutTheSameArraysAgain() {
    Batches batches = Batches.inOrder(SEVEN, form(2, Layout.NCHW));
    INDArray first = batches.next().getFeatures();
    assertThat(batches.next().getFeatures()).isSameAs(first);
  }

  @Test
  void preparesTheSameBatchesAheadOfTime() {
    InputShape shape = new InputShape(64, 64, 1);
    Examples images = Examples.of(shape, 3, 255, SyntheticData.noise(11 * 4096, 2), new byte[11]);
    IntFunction<int[]> orders =
        epoch -> IntStream.range(0, 11).map(place -> (place * 3 + epoch) % 11).toArray();
    BatchTransform marked =
        batch -> batch.features()[0] += batch.epoch() * 10 + batch.number() + batch.example(0);
    Batches plain = new Batches(images, form(4, Layout.NHWC), orders, marked);
    try (Batches ahead = new Batches(images, form(4, Layout.NHWC), orders, marked).ahead()) {
      assertThat(ahead).isNotSameAs(plain);
      ahead.next();
      for (int epoch = 1; epoch <= 3; epoch++) {
        plain.startEpoch(epoch);
        ahead.startEpoch(epoch);
        while (plain.hasNext()) {
          DataSet expected = plain.next();
          DataSet found = ahead.next();
          assertThat(found.getFeatures().ravel().toFloatVector())
              .isEqualTo(expected.getFeatures().ravel().toFloatVector());
          assertThat(found.getLabels().toFloatMatrix())
              .isDeepEqualTo(expected.getLabels().toFloatMatrix());
        }
        assertThat(ahead.hasNext()).isFalse();
      }
      assertThat(ahead.secondsWaited()).isPositive();
    }
  }

  @Test
  void passesOnWhatGoesWrongInTheOtherThread() {
    Examples images =
        Examples.of(new InputShape(128, 128, 1), 3, 255, new byte[16384], new byte[1]);
    try (Batches ahead =
        new Batches(
                images,
                form(1, Layout.NHWC),
                epoch -> new int[1],
                batch -> {
                  throw new IllegalStateException("no image");
                })
            .ahead()) {
      assertThatThrownBy(ahead::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no image");
    }
  }

  private static List<Float> firstValues(Batches batches) {
    List<Float> values = new ArrayList<>();
    while (batches.hasNext()) {
      INDArray features = batches.next().getFeatures();
      for (int i = 0; i < features.size(0); i++) {
        values.add(features.getFloat(i, 0, 0, 0));
      }
    }
    return values;
  }

  private static float first(int example) {
    return (VALUES[example * 12] & 0xff) / 255f;
  }

  private static BatchForm form(int size, Layout layout) {
    return new BatchForm(size, layout, Targets.ONE_HOT);
  }
}
