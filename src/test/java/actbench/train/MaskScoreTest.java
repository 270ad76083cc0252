package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.data.Examples;
import actbench.data.InputShape;
import org.junit.jupiter.api.Test;

final class MaskScoreTest {
  private static final InputShape SHAPE = new InputShape(2, 2, 1);

  /** By hand: of masks {1, 1, 0, 0} and {0, 0, 0, 0}. */
  @Test
  void countsEachImageAlike() {
    byte[] masks = {1, 1, 0, 0, 0, 0, 0, 0};
    MaskScore score = new MaskScore(Examples.masked(SHAPE, new byte[8], masks), true);
    score.add(new float[] {0.75f, 0.25f, 0.75f, 0.25f});
    score.add(new float[] {0.25f, 0.25f, 0.25f, 0.25f});
    Evaluation.Score found = score.score();
    assertThat(found.values().get("accuracy")).isEqualTo((0.5 + 1) / 2);
    // One pixel of two found, one too many: 2 * 1 / (2 + 2) and 1 / 3; two empty masks agree.
    assertThat(found.values().get("dice")).isEqualTo((0.5 + 1) / 2);
    assertThat(found.values().get("iou")).isCloseTo((1 / 3.0 + 1) / 2, within(1e-12));
    double right = -Math.log(0.75);
    double wrong = -Math.log(0.25);
    double first = (right + wrong) / 2 + 1 - (2 * 1 + 1) / (2.0 + 2 + 1);
    double second = right + 1 - 1 / (1.0 + 1);
    assertThat(found.loss()).isCloseTo((first + second) / 2, within(1e-6));
  }

  @Test
  void notANumberDoesNotPassForAScore() {
    MaskScore score = new MaskScore(Examples.masked(SHAPE, new byte[4], new byte[4]), true);
    score.add(new float[] {Float.NaN, 0, 0, 0});
    assertThat(score.score().loss()).isNaN();
  }
}
