package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.data.Examples;
import actbench.data.InputShape;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClassScoreTest {
  /**
   * By scikit-learn 1.9.1: {@code log_loss}, and {@code top_k_accuracy_score} of k = 1, 3 and 5.
   */
  @Test
  void countsTheLargestOutputs() {
    ClassScore score = new ClassScore(examples(6, 0, 1, 2, 3, 4, 5, 0, 3), false);
    int[] first = {3, 14, 7, 2, 5, 1, 5, 14, 1, 3, 2, 7, 14, 1, 2, 7, 3, 5};
    int[] second = {
      14, 7, 1, 5, 2, 3, 3, 2, 14, 7, 1, 5, 1, 14, 5, 7, 3, 2, 3, 5, 2, 7, 14, 1, 3, 1, 7, 2, 5, 14
    };
    score.add(of32(first));
    score.add(of32(second));
    Evaluation.Score found = score.score();
    assertThat(found.loss()).isCloseTo(2.4000907326665497, within(1e-12));
    assertThat(found.values().get("accuracy")).isEqualTo(0.125);
    assertThat(found.values())
        .containsExactlyEntriesOf(
            new TreeMap<>(
                Map.of("accuracy", 0.125, "top3_accuracy", 0.25, "top5_accuracy", 0.875)));
  }

  /** By hand: of four equal outputs the first three are the largest three. */
  @Test
  void putsTheEarlierOfEqualOutputsFirst() {
    ClassScore score = new ClassScore(examples(4, 0, 1, 2, 3), false);
    for (int i = 0; i < 4; i++) {
      score.add(new float[] {0.25f, 0.25f, 0.25f, 0.25f});
    }
    assertThat(score.score().values().get("accuracy")).isEqualTo(0.25);
    assertThat(score.score().values()).containsOnlyKeys("accuracy", "top3_accuracy");
    assertThat(score.score().values().get("top3_accuracy")).isEqualTo(0.75);
  }

  /** Of three classes every one is among three. */
  @Test
  void tellsOnlyWhatCanBeMissed() {
    ClassScore score = new ClassScore(examples(3, 2), false);
    score.add(new float[] {0.5f, 0.25f, 0.25f});
    assertThat(score.score().values()).containsOnlyKeys("accuracy");
  }

  /** By hand, the margin loss of Sabour et al. 2017: 0.3^2 + 0.5 x 0.4^2. */
  @Test
  void takesLengthsForTheMarginLoss() {
    ClassScore score = new ClassScore(examples(3, 1), true);
    score.add(new float[] {0.5f, 0.6f, 0.05f});
    assertThat(score.score().loss()).isCloseTo(0.17, within(1e-7));
    assertThat(score.score().values().get("accuracy")).isEqualTo(1);
  }

  @Test
  void notANumberDoesNotPassForAScore() {
    ClassScore score = new ClassScore(examples(6, 0), false);
    score.add(new float[] {Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN});
    assertThat(score.score().loss()).isNaN();
    assertThat(score.score().values().get("accuracy")).isZero();
    assertThat(score.score().values().values()).containsOnly(0.0);
  }

  private static float[] of32(int[] parts) {
    float[] outputs = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      outputs[i] = parts[i] / 32f;
    }
    return outputs;
  }

  private static Examples examples(int classes, int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return Examples.of(new InputShape(1, 1, 1), classes, 255, new byte[labels.length], bytes);
  }
}
