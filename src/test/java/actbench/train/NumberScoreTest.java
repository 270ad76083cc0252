package actbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Targets;
import actbench.engine.Loss;
import org.junit.jupiter.api.Test;

/** All values by hand. */
final class NumberScoreTest {
  /** Wanted 1, 2, 3, 6 of mean 3 and squares 14 about it; given 1, 3, 3, 4. */
  private static final float[] WANTED = {1, 2, 3, 6};

  @Test
  void measuresErrors() {
    NumberScore score = score(1, Loss.MEAN_SQUARED_ERROR, WANTED);
    score.add(new float[] {1});
    score.add(new float[] {3, 3, 4});
    Evaluation.Score found = score.score();
    assertThat(found.loss()).isEqualTo(1.25);
    assertThat(found.values()).containsOnlyKeys("mse", "mae", "rmse", "r2");
    assertThat(found.values().get("mse")).isEqualTo(1.25);
    assertThat(found.values().get("mae")).isEqualTo(0.75);
    assertThat(found.values().get("rmse")).isEqualTo(Math.sqrt(1.25));
    assertThat(found.values().get("r2")).isCloseTo(1 - 5 / 14.0, within(1e-15));
  }

  @Test
  void hasTheLossThatIsLearnt() {
    float[] given = {1, 3, 3, 4};
    NumberScore absolute = score(1, Loss.MEAN_ABSOLUTE_ERROR, WANTED);
    absolute.add(given);
    assertThat(absolute.score().loss()).isEqualTo(0.75);
    NumberScore huber = score(1, Loss.HUBER, WANTED);
    huber.add(given);
    assertThat(huber.score().loss()).isEqualTo((0.5 + 1.5) / 4);
    assertThat(huber.score().values().get("mse")).isEqualTo(1.25);
  }

  /** The second number is met exactly, so that its part is 1. */
  @Test
  void takesTheMeanOfWhatIsExplainedOfEachNumber() {
    NumberScore score = score(2, Loss.MEAN_SQUARED_ERROR, 1, 100, 2, 300, 3, 200, 6, 100);
    score.add(new float[] {1, 100, 3, 300, 3, 200, 4, 100});
    assertThat(score.score().values().get("r2")).isCloseTo((9 / 14.0 + 1) / 2, within(1e-15));
    assertThat(score.score().values().get("mse")).isEqualTo(5 / 8.0);
  }

  @Test
  void explainsNothingOfWhatNeverChanges() {
    NumberScore score = score(2, Loss.MEAN_SQUARED_ERROR, 1, 5, 2, 5);
    score.add(new float[] {1, 5, 2, 5});
    assertThat(score.score().values()).containsOnlyKeys("mse", "mae", "rmse");
  }

  @Test
  void keepsDigitsFarFromZero() {
    NumberScore score = score(1, Loss.MEAN_SQUARED_ERROR, 1_000_001, 1_000_002, 1_000_003);
    score.add(new float[] {1_000_001, 1_000_002, 1_000_004});
    assertThat(score.score().values().get("r2")).isCloseTo(0.5, within(1e-9));
  }

  /** By hand: pixels 0, 1/2 and 1, given back as 1/2 each; by cross-entropy ln 2 each. */
  @Test
  void measuresInputsThatAreGivenBack() {
    Examples pictures =
        Examples.of(new InputShape(1, 3, 1), 2, 2, new byte[] {0, 1, 2}, new byte[] {1});
    NumberScore score =
        new NumberScore(pictures, Targets.INPUT, Loss.SIGMOID_BINARY_CROSS_ENTROPY, 3);
    score.add(new float[] {0.5f, 0.5f, 0.5f});
    assertThat(score.score().loss()).isCloseTo(Math.log(2), within(1e-15));
    assertThat(score.score().values()).containsOnlyKeys("mse", "mae", "rmse");
    assertThat(score.score().values().get("mse")).isEqualTo(0.5 / 3);
  }

  @Test
  void notANumberDoesNotPassForAScore() {
    NumberScore score = score(1, Loss.MEAN_SQUARED_ERROR, 1, 2);
    score.add(new float[] {1, Float.NaN});
    assertThat(score.score().loss()).isNaN();
    assertThat(score.score().values().get("r2")).isNaN();
  }

  private static NumberScore score(int width, Loss loss, float... wanted) {
    Examples examples = Examples.table(1, width, new float[wanted.length / width], wanted);
    return new NumberScore(examples, Targets.NUMBERS, loss, width);
  }
}
