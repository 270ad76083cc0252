package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Targets;
import actbench.engine.Loss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** All values by hand. */
final class LabelScoreTest {
  private static final Loss LOSS = Loss.SIGMOID_BINARY_CROSS_ENTROPY;

  /** Four examples of three labels; the third label all have. */
  private static final float[] WANTED = {1, 0, 1, 0, 0, 1, 1, 1, 1, 0, 1, 1};

  private static final float[] GIVEN = {
    0.75f, 0.25f, 0.875f, 0.625f, 0.375f, 0.875f, 0.5f, 0.25f, 0.875f, 0.125f, 0.75f, 0.875f
  };

  @Test
  void countsLabels() {
    LabelScore score = score(GIVEN);
    Evaluation.Score found = score.score();
    assertThat(found.values())
        .containsOnlyKeys("accuracy", "exact_match", "f1_micro", "auc_micro", "auc_macro");
    // Wrong are: the first label of the second and the third example, the second of the third.
    assertThat(found.values().get("accuracy")).isEqualTo(9 / 12.0);
    assertThat(found.values().get("exact_match")).isEqualTo(2 / 4.0);
    // Six found rightly, one found wrongly, two missed.
    assertThat(found.values().get("f1_micro")).isEqualTo(12 / 15.0);
    // First label: 0.75 and 0.5 against 0.625 and 0.125, three of four pairs in order. Second:
    // 0.25 and 0.75 against 0.25 and 0.375: one half, none, and two. Third: no area.
    assertThat(found.values().get("auc_macro")).isEqualTo((3 / 4.0 + 2.5 / 4) / 2);
    // Eight there: 0.875 x 4, 0.75 x 2, 0.5, 0.25; four not: 0.625, 0.375, 0.25, 0.125.
    assertThat(found.values().get("auc_micro")).isEqualTo((6 * 4 + 3 + 1.5) / 32);
  }

  @Test
  void hasTheMeanLossOfItsLabels() {
    double sum = 0;
    for (int i = 0; i < WANTED.length; i++) {
      sum -= Math.log(WANTED[i] == 1 ? GIVEN[i] : 1 - GIVEN[i]);
    }
    assertThat(score(GIVEN).score().loss()).isCloseTo(sum / 12, within(1e-12));
  }

  @Test
  void hasNoAreaAndNoF1OfLabelsThatNoneHas() {
    Examples examples = Examples.table(1, 2, new float[2], new float[4]);
    LabelScore score = new LabelScore(examples, Targets.NUMBERS, LOSS, 2);
    score.add(new float[] {0.25f, 0.25f, 0.125f, 0.25f});
    assertThat(score.score().values()).containsOnlyKeys("accuracy", "exact_match");
    assertThat(score.score().values().get("exact_match")).isEqualTo(1);
  }

  @Test
  void takesAClassForASetOfLabelsWithOneMember() {
    Examples classes = Examples.of(new InputShape(1, 1, 1), 3, 1, new byte[2], new byte[] {2, 0});
    LabelScore score = new LabelScore(classes, Targets.ONE_HOT, LOSS, 3);
    score.add(new float[] {0.25f, 0.25f, 0.75f});
    score.add(new float[] {0.25f, 0.75f, 0.25f});
    assertThat(score.score().values().get("accuracy")).isEqualTo(4 / 6.0);
    assertThat(score.score().values().get("exact_match")).isEqualTo(0.5);
  }

  @Test
  void notANumberDoesNotPassForAScore() {
    float[] given = GIVEN.clone();
    given[3] = Float.NaN;
    assertThat(score(given).score().loss()).isNaN();
    assertThat(score(given).score().values()).doesNotContainKey("auc_micro");
  }

  private static LabelScore score(float[] given) {
    LabelScore score =
        new LabelScore(Examples.table(1, 3, new float[4], WANTED), Targets.NUMBERS, LOSS, 3);
    score.add(Arrays.copyOfRange(given, 0, 3));
    score.add(Arrays.copyOfRange(given, 3, 12));
    return score;
  }
}
