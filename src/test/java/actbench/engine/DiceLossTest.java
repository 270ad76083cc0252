package actbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Binary cross-entropy plus Dice loss. */
final class DiceLossTest {
  /** Of PyTorch 1.13 in double precision. */
  @Test
  void lossAndGradientAreThoseOfPyTorch() {
    double[] z = IntStream.range(0, 6).mapToDouble(Math::sin).toArray();
    double[] masks = {0, 1, 1, 0, 1, 0};
    assertThat(Loss.CROSS_ENTROPY_AND_DICE.lossAndGradient(z, masks, 0, 6))
        .isCloseTo(0.9701994467413663, within(1e-12));
    double[] gradient = {
      0.10581939216791152,
      -0.09104191525765382,
      -0.087570432585256,
      0.11157807249600295,
      -0.15561452920196486,
      0.06419924771643179
    };
    assertThat(z).containsExactly(gradient, within(1e-12));
  }
}
