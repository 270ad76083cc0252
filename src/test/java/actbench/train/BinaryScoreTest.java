package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.engine.Loss;
import org.junit.jupiter.api.Test;

final class BinaryScoreTest {
  /**
   * By scikit-learn 1.9.1: {@code log_loss}, {@code accuracy_score} of outputs above one half, and
   * {@code roc_auc_score}, with equal outputs of both classes.
   */
  @Test
  void ranksOutputs() {
    BinaryScore score =
        new BinaryScore(examples(0, 1, 1, 0, 1, 0, 0, 1), Loss.SIGMOID_BINARY_CROSS_ENTROPY);
    score.add(new float[] {0.125f, 0.875f, 0.375f});
    score.add(new float[] {0.375f, 0.75f, 0.625f, 0.25f, 0.25f});
    Evaluation.Score found = score.score();
    assertThat(found.loss()).isCloseTo(0.5825479283177107, within(1e-12));
    assertThat(found.values().get("accuracy")).isEqualTo(0.625);
    assertThat(found.values()).containsOnlyKeys("accuracy", "auc");
    assertThat(found.values().get("auc")).isEqualTo(0.75);
  }

  @Test
  void hasNoAreaOfOneClass() {
    BinaryScore score = new BinaryScore(examples(1, 1), Loss.SIGMOID_BINARY_CROSS_ENTROPY);
    score.add(new float[] {0.25f, 0.75f});
    assertThat(score.score().values().get("accuracy")).isEqualTo(0.5);
    assertThat(score.score().values()).containsOnlyKeys("accuracy");
  }

  @Test
  void notANumberDoesNotPassForAScore() {
    BinaryScore score = new BinaryScore(examples(0, 1), Loss.SIGMOID_BINARY_CROSS_ENTROPY);
    score.add(new float[] {0.25f, Float.NaN});
    assertThat(score.score().loss()).isNaN();
    assertThat(score.score().values()).containsOnlyKeys("accuracy");
  }

  @Test
  void hasTheEndsAndTheMiddleOfItsRange() {
    float[] high = {0.75f, 0.5f};
    float[] low = {0.25f, 0.125f, 0};
    assertThat(AreaUnderCurve.of(high, low)).isEqualTo(1);
    assertThat(AreaUnderCurve.of(low, high)).isZero();
    assertThat(AreaUnderCurve.of(high, high)).isEqualTo(0.5);
  }

  private static Examples examples(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return Examples.of(new InputShape(1, 1, 1), 2, 255, new byte[labels.length], bytes);
  }
}
