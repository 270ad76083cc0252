package actbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PatienceTest {
  private static final Duration STALL = Duration.ofMinutes(15);

  private long now;

  private Patience patience(Optional<Duration> timeout) {
    return new Patience(timeout, STALL, () -> now);
  }

  /** Waits as long as is asked for, so often. */
  private void watch(Patience patience, int slices) {
    for (int slice = 0; slice < slices; slice++) {
      now += patience.slice();
      patience.tick();
    }
  }

  @Test
  void endsAfterSilenceThatWasWatched() {
    Patience patience = patience(Optional.empty());
    watch(patience, 15 * 60 - 1);
    assertThat(patience.spent()).isFalse();
    watch(patience, 1);
    assertThat(patience.spent()).isTrue();
    assertThat(patience.limit()).isEqualTo("showed no sign of life for 15m");
  }

  @Test
  void startsAgainAtASignOfLife() {
    Patience patience = patience(Optional.empty());
    watch(patience, 15 * 60 - 1);
    patience.heard();
    watch(patience, 15 * 60 - 1);
    assertThat(patience.spent()).isFalse();
  }

  @Test
  void endsAfterTheLimitWhateverIsHeard() {
    Patience patience = patience(Optional.of(Duration.ofMillis(2500)));
    for (int slice = 0; slice < 3; slice++) {
      assertThat(patience.spent()).isFalse();
      watch(patience, 1);
      patience.heard();
    }
    assertThat(patience.spent()).isTrue();
    assertThat(patience.limit()).isEqualTo("took longer than 2.5s");
  }

  @Test
  void doesNotCountTheTimeInWhichTheProgramWasStopped() {
    Patience patience = patience(Optional.of(Duration.ofHours(2)));
    watch(patience, 60);
    now += Duration.ofHours(9).toNanos();
    patience.tick();
    assertThat(patience.spent()).isFalse();
    watch(patience, 15 * 60 - 63);
    assertThat(patience.spent()).isFalse();
    watch(patience, 1);
    assertThat(patience.limit()).isEqualTo("showed no sign of life for 15m");
  }
}
