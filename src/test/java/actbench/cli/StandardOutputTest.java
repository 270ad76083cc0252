package actbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Fails as the system does, with its words. */
  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int each) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private int plan(String reason) {
    return Cli.run(
        new String[] {"plan", "experiments/quickstart.yaml", "--format", "json"},
        failing(reason),
        err);
  }

  @Test
  void tellsOfWhatIsLost() {
    assertThat(plan("No space left on device")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            "actbench: error: standard output cannot be written: No space left on device"
                + System.lineSeparator());
  }

  @Test
  void keepsSilentWhereTheReaderHasSeenEnough() {
    assertThat(plan("Broken pipe")).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void keepsTheExitCodeOfWhatFailedBefore() {
    assertThat(Cli.run(new String[] {"compare"}, failing("No space left on device"), err))
        .isEqualTo(2);
  }
}
