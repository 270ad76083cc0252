package actbench.compare.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AlphaSpendingTest {
  /** Two-sided 5 %, O'Brien and Fleming's type, equal steps: as the R package ldbounds has them. */
  @Test
  void agreesWithPublishedBoundaries() {
    check(List.of(0.5, 1.0), 2.9626, 1.9686);
    check(List.of(1 / 3.0, 2 / 3.0, 1.0), 3.7103, 2.5114, 1.9930);
    check(List.of(0.25, 0.5, 0.75, 1.0), 4.3326, 2.9631, 2.3590, 2.0141);
    check(List.of(0.2, 0.4, 0.6, 0.8, 1.0), 4.8769, 3.3569, 2.6803, 2.2898, 2.0310);
  }

  private static void check(List<Double> fractions, double... expected) {
    List<Double> boundaries = AlphaSpending.boundaries(0.05, fractions);
    assertThat(boundaries).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(boundaries.get(i)).isCloseTo(expected[i], within(2e-4));
    }
  }

  @Test
  void isAnOrdinaryTestWithOneLook() {
    assertThat(AlphaSpending.levels(0.05, List.of(1.0)).get(0)).isCloseTo(0.05, within(1e-12));
  }
}
