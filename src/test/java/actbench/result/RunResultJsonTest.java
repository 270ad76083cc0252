package actbench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import actbench.spec.Choice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunResultJsonTest {
  private static final RunResult RESULT =
      new RunResult(
          Runs.config(new Choice("beta-mish", new TreeMap<>(Map.of("beta", 1.5))), 15, 3),
          Status.DIVERGED,
          "line one\nline \"two\" \u2028 Ж \uD83D\uDE00",
          new TreeMap<>(
              Map.of(
                  "a", 0.1 + 0.2,
                  "b", Double.NaN,
                  "c", Double.POSITIVE_INFINITY,
                  "d", Double.NEGATIVE_INFINITY,
                  "e", Double.MIN_VALUE,
                  "f", -0.0,
                  "g", Math.nextUp(2.0E22))),
          new TreeMap<>(Map.of("data", "=cmd()", "init_hash", "")),
          List.of(
              new EpochRecord(1, new TreeMap<>(Map.of("train_loss", Double.NaN))),
              new EpochRecord(2, new TreeMap<>())));

  @Test
  void readsBackWhatItWrote() {
    String line = RunResultJson.write(RESULT);
    assertThat(line).doesNotContain("\n");
    assertThat(RunResultJson.read(line)).isEqualTo(RESULT);
  }

  @Test
  void skipsEpochsWhenAsked() {
    RunResult read = RunResultJson.read(RunResultJson.write(RESULT), false);
    assertThat(read.epochs()).isEmpty();
    assertThat(read.metrics()).isEqualTo(RESULT.metrics());
    assertThat(read.config()).isEqualTo(RESULT.config());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"status\":\"ok\"}",
        "{\"status\":\"fine\",\"run\":{\"id\":\"a\",\"seed\":1}}",
        "{\"status\":\"ok\",\"run\":{\"id\":\"a\",\"seed\":1},\"metrics\":{\"a\":\"nan\"}}",
        "{\"status\":\"ok\",\"run\":{\"id\":\"a\",\"seed\":1},\"metrics\":[]}",
        "{\"status\":\"ok\",\"run\":{\"id\":\"a\",\"seed\":1},\"facts\":{\"a\":1}}",
        "{\"status\":\"ok\",\"run\":{\"id\":\"a\",\"seed\":1},\"epochs\":[{}]}",
        "{\"status\":\"ok\",\"run\":{\"id\":\"a\",\"seed\":1}} {}",
        "{\"status\":\"ok\",\"run\":{\"id\":\"a\",\"seed\":1}",
      })
  void refusesWhatIsNoResult(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RunResultJson.read(text));
  }
}
