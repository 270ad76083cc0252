package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a terminal shows while a grid trains. */
final class LiveDisplayTest {
  private static final List<RunConfig> RUNS =
      List.of(run("relu-s1-a50c0c73"), run("mish-s1-804109c0"));

  private final StringWriter text = new StringWriter();

  private static RunConfig run(String end) {
    return new RunConfig(
        "fashion-mnist-small-lenet-4-" + end, new TreeMap<>(Map.of("epochs", 4L)), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "100, '  fashion-mnist-small-lenet-4-relu-s1-a50c0c73  epoch 2/4  50 %  loss 0.4975  accuracy 81.20 %'",
    "80, '  …all-lenet-4-relu-s1-a50c0c73  epoch 2/4  50 %  loss 0.4975  accuracy 81.20 %'",
    "60, '  …l-lenet-4-relu-s1-a50c0c73  epoch 2/4  50 %  loss 0.4975'",
    "40, '  …-4-relu-s1-a50c0c73  epoch 2/4  50 %'",
    "20, '  …-s1-a50c0c73  ep'"
  })
  void keepsWhatTellsRunsApart(int width, String line) {
    assertThat(
            LiveLine.of(
                "  ",
                RUNS.get(0).id(),
                List.of("epoch 2/4  50 %", "loss 0.4975", "accuracy 81.20 %"),
                width))
        .isEqualTo(line)
        .hasSizeLessThan(width);
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 80, 40, 20, 8})
  void fitsEveryWidth(int width) {
    TerminalProgress display = draw(width);
    display.finished();
    for (String line :
        text.toString().replaceAll("\u001b\\[\\??[0-9]*[A-Za-z]", "").lines().toList()) {
      if (!line.contains("crashed")) {
        assertThat(line).hasSizeLessThan(width);
      }
    }
  }

  @Test
  void neverCutsACause() {
    draw(40);
    assertThat(text.toString()).contains("crashed: the worker was killed (SIGKILL)");
  }

  @Test
  void showsTheGridAsABarWhereThereIsRoom() {
    assertThat(LiveLine.bar(0.5, "1 of 2 runs done", 80)).isEqualTo("[############............]  ");
    assertThat(LiveLine.bar(1.1, "1 of 2 runs done", 80)).doesNotContain(".");
    assertThat(LiveLine.bar(0.5, "1 of 2 runs done", 30)).isEmpty();
  }

  @Test
  void showsTwelveRunsAtMost() {
    TerminalProgress display =
        new TerminalProgress(new PrintWriter(text), 80, 20, new RemainingTime(RUNS, each -> 1));
    display.started(20, 0);
    for (int slot = 0; slot < 20; slot++) {
      display.runStarted(slot, RUNS.get(0));
    }
    assertThat(text.toString()).contains("  and 8 more runs");
  }

  @Test
  void countsWhatOtherSlotsHaveDoneWithoutALiveDisplayToo() {
    RemainingTime remaining = new RemainingTime(RUNS, each -> 1);
    PlainProgress lines = new PlainProgress(new PrintWriter(text), remaining);
    lines.started(2, 0);
    lines.runStarted(0, RUNS.get(0));
    lines.runStarted(1, RUNS.get(1));
    lines.batch(1, RUNS.get(1), 4, 47, 94, 0.5);
    lines.runFinished(0, RunResult.without(RUNS.get(0), Status.OK, ""));
    assertThat(remaining.share()).isEqualTo((1 + 3.5 / 4) / 2);
  }

  private TerminalProgress draw(int width) {
    TerminalProgress display =
        new TerminalProgress(new PrintWriter(text), width, 2, new RemainingTime(RUNS, each -> 1));
    display.started(2, 0);
    display.runStarted(0, RUNS.get(0));
    display.runStarted(1, RUNS.get(1));
    display.batch(0, RUNS.get(0), 1, 94, 94, 0.4975);
    display.epoch(
        0, RUNS.get(0), new EpochRecord(1, new TreeMap<>(Map.of("validation_accuracy", 0.812))));
    display.runFinished(
        0,
        new RunResult(
            RUNS.get(0),
            Status.OK,
            "",
            new TreeMap<>(Map.of("test_accuracy", 0.812, "seconds", 7.5)),
            new TreeMap<>(),
            List.of()));
    display.runFinished(
        1,
        RunResult.without(
            RUNS.get(1), Status.CRASHED, "the worker was killed (SIGKILL), perhaps for memory"));
    return display;
  }
}
