package actbench.data.transform;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.data.BatchDraft;
import actbench.data.BatchTransform;
import actbench.data.InputShape;
import actbench.data.Layout;
import actbench.spec.Choice;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Answers worked out by hand on images of two rows and three columns. */
final class AugmentationTest {
  private static final InputShape SHAPE = new InputShape(2, 3, 1);

  @Test
  void flips() {
    assertThat(changed(Map.of("flip", 0.5), Chosen.share(0.4))).containsExactly(3, 2, 1, 6, 5, 4);
    assertThat(changed(Map.of("flip", 0.5), Chosen.share(0.5))).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(changed(Map.of("vertical-flip", 1.0), Chosen.share(0.9)))
        .containsExactly(4, 5, 6, 1, 2, 3);
  }

  @Test
  void cropsFromAPaddedImage() {
    // The window may begin at 0, 1 or 2 of each side padded by one; 1 leaves the image as it is.
    assertThat(changed(Map.of("crop", 1L), Chosen.number(1))).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(changed(Map.of("crop", 1L), Chosen.number(0))).containsExactly(0, 0, 0, 0, 1, 2);
    assertThat(changed(Map.of("crop", 1L), Chosen.number(2))).containsExactly(5, 6, 0, 0, 0, 0);
    assertThat(changed(Map.of("crop", 1L, "beyond", "nearest"), Chosen.number(2)))
        .containsExactly(5, 6, 6, 5, 6, 6);
    assertThat(changed(Map.of("crop", 1L, "beyond", "reflect"), Chosen.number(0)))
        .containsExactly(5, 4, 5, 2, 1, 2);
  }

  @Test
  void shiftsBetweenPixelsAsKerasDoes() {
    // A draw of 0.75 is half-way up the range: a quarter of 2 rows and of 3 columns.
    assertThat(
            changed(
                Map.of("shift", 0.5, "interpolation", "linear", "beyond", "nearest"),
                Chosen.share(0.75)))
        .containsExactly(3.25f, 4.25f, 4.5f, 4.75f, 5.75f, 6);
    assertThat(changed(Map.of("shift", 0.5, "beyond", "zero"), Chosen.share(0.75)))
        .as("nearest pixels: half a row down, three quarters of a column to the right")
        .containsExactly(5, 6, 0, 0, 0, 0);
  }

  @Test
  void rotatesAboutTheCentre() {
    assertThat(changed(Map.of("rotation", 180.0), Chosen.share(1)))
        .containsExactly(6, 5, 4, 3, 2, 1);
    InputShape square = new InputShape(3, 3, 1);
    BatchDraft batch = new BatchDraft(1, 9, 1);
    batch.begin(1, 0, new int[] {0});
    System.arraycopy(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 0, batch.features(), 0, 9);
    augmentation(Map.of("rotation", 90.0))
        .geometry(square, Layout.NHWC, Chosen.share(1))
        .apply(batch);
    assertThat(batch.features()).containsExactly(7, 4, 1, 8, 5, 2, 9, 6, 3);
  }

  @Test
  void cutsASquareOut() {
    BatchDraft batch = batch();
    augmentation(Map.of("cutout", 2L)).erasure(SHAPE, Layout.NHWC, Chosen.number(1)).apply(batch);
    assertThat(batch.features()).containsExactly(0, 0, 3, 0, 0, 6);
    assertThat(augmentation(Map.of()).erasure(SHAPE, Layout.NHWC, Chosen.number(1)))
        .isSameAs(BatchTransform.NONE);
  }

  @Test
  void doesTheSameInEveryLayout() {
    InputShape colour = new InputShape(4, 5, 3);
    Augmentation all =
        augmentation(Map.of("flip", 1.0, "crop", 1L, "shift", 0.2, "rotation", 20.0, "cutout", 2L));
    float[] last = batch(colour, Layout.NHWC);
    float[] first = batch(colour, Layout.NCHW);
    for (Layout layout : new Layout[] {Layout.NHWC, Layout.NCHW}) {
      BatchDraft batch = new BatchDraft(1, colour.size(), 1);
      batch.begin(3, 0, new int[] {7});
      float[] values = layout == Layout.NHWC ? last : first;
      System.arraycopy(values, 0, batch.features(), 0, values.length);
      Draws draws = name -> new Chosen(0.3, 2, 0);
      all.geometry(colour, layout, draws).apply(batch);
      all.erasure(colour, layout, draws).apply(batch);
      System.arraycopy(batch.features(), 0, values, 0, values.length);
    }
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 5; column++) {
        for (int channel = 0; channel < 3; channel++) {
          assertThat(first[Layout.NCHW.offset(colour, row, column, channel)])
              .isEqualTo(last[Layout.NHWC.offset(colour, row, column, channel)]);
        }
      }
    }
    assertThat(last).isNotEqualTo(batch(colour, Layout.NHWC));
  }

  @Test
  void givesEachStepExampleAndEpochAStreamOfItsOwn() {
    TreeMap<String, Integer> asked = new TreeMap<>();
    Draws draws =
        name -> {
          asked.merge(name, 1, Integer::sum);
          return new Chosen(0.3, 0, 0);
        };
    BatchDraft batch = new BatchDraft(2, 6, 1);
    batch.begin(4, 9, new int[] {17, 3});
    Augmentation keras = AugmentationCatalog.augmentation(Choice.of("keras"));
    keras.geometry(SHAPE, Layout.NHWC, draws).apply(batch);
    assertThat(asked)
        .isEqualTo(
            Map.of(
                "augmentation/flip/epoch 4/example 17", 1,
                "augmentation/flip/epoch 4/example 3", 1,
                "augmentation/shift/epoch 4/example 17", 1,
                "augmentation/shift/epoch 4/example 3", 1));
  }

  @Test
  void namesThePresets() {
    Augmentation keras = AugmentationCatalog.augmentation(Choice.of("keras"));
    assertThat(keras)
        .isEqualTo(new Augmentation(0.5, 0, 0, 0.1, 0, 0, Picture.Beyond.NEAREST, true));
    Augmentation torch = AugmentationCatalog.augmentation(Choice.of("torch"));
    assertThat(torch).isEqualTo(new Augmentation(0.4, 0, 0, 0, 30, 0, Picture.Beyond.ZERO, false));
  }

  private static Augmentation augmentation(Map<String, Object> steps) {
    return AugmentationCatalog.augmentation(new Choice("steps", new TreeMap<>(steps)));
  }

  private static float[] changed(Map<String, Object> steps, Draws draws) {
    BatchDraft batch = batch();
    augmentation(steps).geometry(SHAPE, Layout.NHWC, draws).apply(batch);
    return batch.features();
  }

  private static BatchDraft batch() {
    BatchDraft batch = new BatchDraft(1, 6, 1);
    batch.begin(1, 0, new int[] {0});
    System.arraycopy(new float[] {1, 2, 3, 4, 5, 6}, 0, batch.features(), 0, 6);
    return batch;
  }

  private static float[] batch(InputShape shape, Layout layout) {
    float[] values = new float[shape.size()];
    Arrays.fill(values, -1);
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        for (int channel = 0; channel < shape.channels(); channel++) {
          values[layout.offset(shape, row, column, channel)] = row * 100 + column * 10 + channel;
        }
      }
    }
    return values;
  }
}
