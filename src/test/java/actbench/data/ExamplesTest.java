package actbench.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Examples whose answers are numbers. */
final class ExamplesTest {
  private static final Examples THREE =
      Examples.table(2, 2, new float[] {1, 2, 3, 4, 5, 6}, new float[] {10, 11, 20, 21, 30, 31});

  @Test
  void keepNumbersBesideValuesWhenSelected() {
    Examples some = THREE.select(new int[] {2, 0});
    float[] row = {-1, -1, -1};
    some.copyNumbers(0, row, 1);
    assertThat(row).containsExactly(-1, 30, 31);
    some.copy(0, Layout.FLAT, row, 0);
    assertThat(row).containsExactly(5, 6, 31);
    assertThat(some.hasNumbers()).isTrue();
    assertThat(some.classes()).isEqualTo(2);
  }

  @Test
  void refuseNumbersThatDoNotFit() {
    assertThatThrownBy(() -> Examples.table(2, 2, new float[4], new float[3]))
        .hasMessage("3 numbers are not 2 examples of 2");
    Examples classes = Examples.table(2, 2, new float[4], new int[] {0, 1});
    assertThat(classes.hasNumbers()).isFalse();
    assertThatThrownBy(() -> classes.copyNumbers(0, new float[2], 0)).hasMessage("no numbers");
  }
}
