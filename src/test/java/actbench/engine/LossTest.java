package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every loss against its own slope, and against values by hand. */
final class LossTest {
  private static final double STEP = 1e-6;

  @ParameterizedTest
  @EnumSource(Loss.class)
  void gradientIsTheSlope(Loss loss) {
    double[] z = {0.3, -1.7, 2.5, 0.05, -0.4, 0.95};
    double[] t = {1, 0, 0.25, 0, 0.5, 0.15};
    double[] gradient = z.clone();
    double value = loss.lossAndGradient(gradient, t, 0, 6);
    assertThat(value).isPositive();
    for (int i = 0; i < z.length; i++) {
      double slope = (at(loss, z, t, i, STEP) - at(loss, z, t, i, -STEP)) / (2 * STEP);
      assertThat(gradient[i]).as("%s, logit %d", loss, i).isCloseTo(slope, within(1e-8));
    }
  }

  private static double at(Loss loss, double[] z, double[] t, int i, double step) {
    double[] moved = z.clone();
    moved[i] += step;
    return loss.lossAndGradient(moved, t, 0, z.length);
  }

  @ParameterizedTest
  @EnumSource(
      value = Loss.class,
      names = {
        "SIGMOID_BINARY_CROSS_ENTROPY",
        "SIGMOID_MEAN_SQUARED_ERROR",
        "SOFTMAX_CROSS_ENTROPY",
        "CROSS_ENTROPY_AND_DICE"
      })
  void isFiniteFarOut(Loss loss) {
    for (double far : new double[] {1e4, 1e300}) {
      double[] z = {far, -far};
      for (double[] t : new double[][] {{1, 0}, {0, 1}}) {
        double[] gradient = z.clone();
        assertThat(loss.lossAndGradient(gradient, t, 0, 2)).isNotNegative().isFinite();
        assertThat(Arrays.stream(gradient)).allMatch(Double::isFinite);
      }
    }
  }

  /** Far out the cross-entropy of the wrong side is the logit itself, that of the right side 0. */
  @Test
  void crossEntropyOfFarLogitsIsTheirSize() {
    double[] z = {1e4, -1e4};
    assertThat(Loss.SIGMOID_BINARY_CROSS_ENTROPY.lossAndGradient(z, new double[] {0, 1}, 0, 2))
        .isEqualTo(1e4);
    assertThat(z).containsExactly(0.5, -0.5);
    double[] right = {1e4, -1e4};
    assertThat(Loss.SIGMOID_BINARY_CROSS_ENTROPY.lossAndGradient(right, new double[] {1, 0}, 0, 2))
        .isZero();
    assertThat(right).containsExactly(0, 0);
  }

  /** By hand: errors of 0.5, -2, 0 and 1. */
  @Test
  void numbersAreTheirDefinitions() {
    assertLoss(Loss.MEAN_SQUARED_ERROR, 5.25 / 4, 1 / 4.0, -4 / 4.0, 0, 2 / 4.0);
    assertLoss(Loss.MEAN_ABSOLUTE_ERROR, 3.5 / 4, 1 / 4.0, -1 / 4.0, 0, 1 / 4.0);
    assertLoss(Loss.HUBER, (0.125 + 1.5 + 0 + 0.5) / 4, 0.5 / 4, -1 / 4.0, 0, 1 / 4.0);
  }

  private static void assertLoss(Loss loss, double value, double... gradient) {
    double[] z = {9, 1.5, -1, 0.25, 4, 9};
    double[] t = {0, 1, 1, 0.25, 3, 0};
    assertThat(loss.lossAndGradient(z, t, 1, 5)).isCloseTo(value, within(1e-15));
    assertThat(Arrays.copyOfRange(z, 1, 5)).containsExactly(gradient, within(1e-15));
    assertThat(z[0] + z[5]).as("neighbours").isEqualTo(18);
  }

  /** By hand: sigmoids of 0 and ln 3 are 1/2 and 3/4. */
  @Test
  void squaredErrorOfSigmoidsIsThatOfProbabilities() {
    double[] z = {0, Math.log(3)};
    assertThat(Loss.SIGMOID_MEAN_SQUARED_ERROR.lossAndGradient(z, new double[] {1, 0}, 0, 2))
        .isCloseTo((0.25 + 0.5625) / 2, within(1e-15));
    assertThat(z).containsExactly(new double[] {-0.125, 0.75 * 0.1875}, within(1e-15));
  }

  @Test
  void labelsAreRightOneByOneAndNumbersNever() {
    double[] z = {2, -1, 0.5, -3};
    double[] t = {1, 1, 1, 0};
    assertThat(Loss.SIGMOID_BINARY_CROSS_ENTROPY.right(z, t, 0, 4)).isEqualTo(0.75);
    assertThat(Loss.SOFTMAX_CROSS_ENTROPY.right(z, t, 0, 4)).isEqualTo(1);
    assertThat(Loss.HUBER.right(t, t, 0, 4)).isZero();
  }
}
