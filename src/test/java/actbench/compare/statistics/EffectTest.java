package actbench.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class EffectTest {
  @Test
  void countsEveryPairOfTwoSamples() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      double[] x = random.ints(1 + round % 7, 0, 5).asDoubleStream().toArray();
      double[] y = random.ints(1 + round % 4, 0, 5).asDoubleStream().toArray();
      double above = 0;
      double below = 0;
      for (double a : x) {
        for (double b : y) {
          above += a > b ? 1 : 0;
          below += a < b ? 1 : 0;
        }
      }
      double pairs = x.length * y.length;
      assertThat(Effect.cliffsDelta(x, y)).isEqualTo((above - below) / pairs);
      assertThat(Effect.superiority(x, y)).isEqualTo((above + (pairs - above - below) / 2) / pairs);
    }
  }

  @Test
  void takesEqualInfinitiesForTies() {
    double[] both = {Double.NEGATIVE_INFINITY};
    assertThat(Effect.superiority(both, both)).isEqualTo(0.5);
    assertThat(Effect.superiority(new double[] {1}, both)).isEqualTo(1);
  }
}
