package actbench.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
  private static final RunResult FIRST = Runs.ok("mish", 15, 1, 0.98);
  private static final RunResult SECOND = Runs.ok("relu", 15, 1, 0.97);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  private void append(RunResult... results) {
    try (Journal journal = Journal.open(folder)) {
      for (RunResult result : results) {
        journal.append(result);
      }
    }
  }

  private List<RunResult> latest() {
    try (Journal journal = Journal.open(folder)) {
      return journal.latest().values().stream()
          .map(
              run ->
                  new RunResult(
                      run.config(),
                      run.status(),
                      run.failure(),
                      run.metrics(),
                      run.facts(),
                      journal.epochs(run.config().id())))
          .toList();
    }
  }

  @Test
  void keepsResultsWithTheirEpochs() {
    append(FIRST, SECOND);
    assertThat(latest()).containsExactly(FIRST, SECOND);
  }

  @Test
  void readsTheEpochsOfTheResultThatCountsAndAppendsBehindTheLastLine() {
    RunResult failed =
        new RunResult(
            FIRST.config(),
            Status.FAILED,
            "out of luck",
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(new EpochRecord(1, new TreeMap<>(Map.of("train_loss", 7.0)))));
    try (Journal journal = Journal.open(folder)) {
      journal.append(failed);
      journal.append(FIRST);
      assertThat(journal.epochs(FIRST.config().id())).isEqualTo(FIRST.epochs());
      assertThat(journal.epochs(SECOND.config().id())).isEmpty();
      journal.append(SECOND);
      journal.append(failed);
      assertThat(journal.epochs(FIRST.config().id())).isEqualTo(FIRST.epochs());
      assertThat(journal.latest().values()).allMatch(run -> run.epochs().isEmpty());
    }
    assertThat(latest()).containsExactly(FIRST, SECOND);
  }

  @Test
  void makesTheFolder() {
    try (Journal journal = Journal.open(folder.resolve("a/b"))) {
      assertThat(journal.latest()).isEmpty();
    }
  }

  @Test
  void hasAResultOnDiskWhenAppendReturns() throws IOException {
    try (Journal journal = Journal.open(folder)) {
      journal.append(FIRST);
      assertThat(Files.readString(file(), UTF_8)).isEqualTo(RunResultJson.write(FIRST) + "\n");
      assertThat(ResultReader.runs(folder)).containsExactly(FIRST);
    }
  }

  @Test
  void resumesAfterAKillAtAnyByte() throws IOException {
    append(FIRST, SECOND);
    byte[] whole = Files.readAllBytes(file());
    int firstLine = RunResultJson.write(FIRST).getBytes(UTF_8).length;
    RunResult third = Runs.ok("swish", 15, 1, 0.96);
    for (int size = 0; size < whole.length; size += 7) {
      Files.write(file(), Arrays.copyOf(whole, size));
      append(third);
      List<RunResult> expected =
          size >= whole.length - 1
              ? List.of(FIRST, SECOND, third)
              : size >= firstLine ? List.of(FIRST, third) : List.of(third);
      assertThat(latest()).as("cut at %d", size).isEqualTo(expected);
    }
  }

  @Test
  void keepsAWholeLastLineWithoutItsEnd() throws IOException {
    Files.writeString(file(), RunResultJson.write(FIRST), UTF_8);
    append(SECOND);
    assertThat(latest()).containsExactly(FIRST, SECOND);
  }

  @Test
  void namesFileAndLineOfDamage() throws IOException {
    append(FIRST, SECOND);
    List<String> lines = Files.readAllLines(file(), UTF_8);
    Files.writeString(file(), lines.get(0).substring(9) + "\n" + lines.get(1) + "\n", UTF_8);
    assertThatThrownBy(() -> Journal.open(folder))
        .isInstanceOf(ResultException.class)
        .hasMessageStartingWith(file() + ":1: error: this line of the journal is damaged (");
    assertThatThrownBy(() -> ResultReader.runs(folder)).isInstanceOf(ResultException.class);
  }

  @Test
  void countsTheLatestOkRowElseTheLatest() {
    RunResult failed = RunResult.without(FIRST.config(), Status.FAILED, "out of luck");
    RunResult crashed = RunResult.without(FIRST.config(), Status.CRASHED, "gone");
    append(failed, crashed);
    assertThat(latest()).containsExactly(crashed);
    append(FIRST, failed);
    assertThat(latest()).containsExactly(FIRST);
    RunResult again = Runs.ok("mish", 15, 1, 0.99);
    append(again);
    assertThat(latest()).containsExactly(again);
  }

  @Test
  void refusesASecondJournalOnOneFolder() {
    try (Journal journal = Journal.open(folder)) {
      journal.append(FIRST);
      assertThatThrownBy(() -> Journal.open(folder))
          .isInstanceOf(ResultException.class)
          .hasMessage(
              folder
                  + ": error: another actbench is at work on these results (process "
                  + ProcessHandle.current().pid()
                  + "); wait for it or name another folder");
    }
    assertThat(latest()).containsExactly(FIRST);
  }

  @Test
  void removesWhatKilledProcessesLeftHalfWritten() throws Exception {
    Process over = new ProcessBuilder("sh", "-c", "exit 0").start();
    over.waitFor();
    Path models = Files.createDirectory(folder.resolve("models"));
    Path old = Files.createFile(folder.resolve(".epochs.csv." + over.pid()));
    Path model = Files.createFile(models.resolve(".t-mish-last.zip." + over.pid() + "-7"));
    // The first process there is belongs to somebody else.
    Path others = Files.createFile(folder.resolve(".report.html.1-3"));
    Path own = Files.createFile(folder.resolve(".hidden.1x"));
    Journal.open(folder).close();
    assertThat(old).doesNotExist();
    assertThat(model).doesNotExist();
    assertThat(others).exists();
    assertThat(own).exists();
  }

  /** Opens the journal of the folder named, says so, and stays. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws InterruptedException {
      try (Journal journal = Journal.open(Path.of(args[0]))) {
        System.out.println("open " + journal.latest().size());
        System.out.flush();
        TimeUnit.SECONDS.sleep(60);
      }
    }
  }

  @Test
  void leavesNoStaleLockWhenItsProcessIsKilled() throws IOException, InterruptedException {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var said = holder.inputReader(UTF_8)) {
      assertThat(said.readLine()).isEqualTo("open 0");
      assertThatThrownBy(() -> Journal.open(folder))
          .isInstanceOf(ResultException.class)
          .hasMessageContaining("(process " + holder.pid() + ")");
    } finally {
      holder.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    append(FIRST);
    assertThat(latest()).containsExactly(FIRST);
  }

  @Test
  void savesOnAnInterruptedThread() {
    try (Journal journal = Journal.open(folder)) {
      Thread.currentThread().interrupt();
      journal.append(FIRST);
      assertThat(Thread.interrupted()).isTrue();
      journal.append(SECOND);
    }
    assertThat(latest()).containsExactly(FIRST, SECOND);
  }
}
