package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BalancedChoiceTest {
  /** Classes 0, 1 and 2 have 5, 1 and 3 examples. */
  private static final Examples UNEVEN =
      Examples.of(
          new InputShape(1, 1, 1), 3, 1, new byte[9], new byte[] {0, 0, 2, 0, 1, 2, 0, 2, 0});

  @Test
  void letsTheClassesTakeTurns() {
    assertThat(BalancedChoice.first(UNEVEN, 3)).containsExactly(0, 2, 4);
    assertThat(BalancedChoice.first(UNEVEN, 5)).containsExactly(0, 1, 2, 4, 5);
    assertThat(BalancedChoice.last(UNEVEN, 3)).containsExactly(4, 7, 8);
    assertThat(BalancedChoice.last(UNEVEN, 4)).containsExactly(4, 6, 7, 8);
  }

  @Test
  void passesOverClassesThatAreUsedUp() {
    assertThat(BalancedChoice.first(UNEVEN, 8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(BalancedChoice.first(UNEVEN, 9)).containsExactly(IntStream.range(0, 9).toArray());
  }

  @Test
  void smallerChoiceIsPartOfLarger() {
    for (int count = 1; count <= 9; count++) {
      assertThat(IntStream.of(BalancedChoice.first(UNEVEN, count)).boxed())
          .containsAll(IntStream.of(BalancedChoice.first(UNEVEN, count - 1)).boxed().toList());
    }
  }

  @Test
  void othersAreTheRest() {
    assertThat(BalancedChoice.others(UNEVEN, new int[] {0, 3, 8}))
        .containsExactly(1, 2, 4, 5, 6, 7);
  }
}
