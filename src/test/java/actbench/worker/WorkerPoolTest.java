package actbench.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.grid.RunConfig;
import actbench.result.EpochRecord;
import actbench.result.RunResult;
import actbench.result.Status;
import actbench.run.RunProgress;
import actbench.run.TrainerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WorkerPoolTest {
  @TempDir Path logs;

  @Test
  void keepsAWorkerForSeveralRuns() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      String first = train(pool, "ok").facts().get("pid");
      String second = train(pool, "ok").facts().get("pid");
      assertThat(first).isEqualTo(second).isEqualTo(pool.environment().get("pid"));
    }
  }

  @Test
  void namesTheCauseOfACrashAndGoesOnWithANewWorker() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      RunResult crashed = train(pool, "exit");
      assertThat(crashed.status()).isEqualTo(Status.CRASHED);
      assertThat(crashed.failure())
          .startsWith("the worker ended with exit code 42; it last said: ");
      assertThat(crashed.epochs()).hasSize(1);
      assertThat(train(pool, "ok").status()).isEqualTo(Status.OK);
    }
  }

  @Test
  void namesAnExhaustedHeap() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      assertThat(train(pool, "oom").failure()).startsWith("the worker ran out of heap");
    }
  }

  @Test
  void givesNoRunToAWorkerThatAnErrorEnds() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      RunResult failed = train(pool, "error");
      assertThat(failed.status()).isEqualTo(Status.CRASHED);
      assertThat(failed.failure()).isEqualTo("the worker failed: LinkageError: no such code");
      assertThat(failed.epochs()).hasSize(1);
      assertThat(failed.metrics()).containsKey("seconds");
      assertThat(train(pool, "ok").status()).isEqualTo(Status.OK);
    }
    assertThat(Files.readString(logs.resolve("run-error.log"))).contains("the trace of an error");
  }

  @Test
  void blamesNoRunForAWorkerThatDiedBeforeIt() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      RunResult trap = train(pool, "trap");
      RunResult next = train(pool, "ok");
      assertThat(next.status()).as(next.failure()).isEqualTo(Status.OK);
      assertThat(next.facts().get("pid")).isNotEqualTo(trap.facts().get("pid"));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesAFaultInNativeCode() throws Exception {
    Path made = logs.resolve("made/by/the/runner");
    List<String> command = new ArrayList<>(command());
    command.add(1, "-XX:-CreateCoredumpOnCrash");
    command.add(1, "-XX:ErrorFile=" + made.resolve("crash-%p.log"));
    WorkerSettings settings =
        new WorkerSettings(
            command, Map.of(), made, Optional.empty(), Optional.empty(), Duration.ofMinutes(1));
    try (WorkerPool pool = new WorkerPool(settings)) {
      String pid = pool.environment().get("pid");
      RunResult crashed = train(pool, "fault");
      assertThat(crashed.status()).isEqualTo(Status.CRASHED);
      assertThat(crashed.failure())
          .startsWith("the worker crashed: a fault in native code, SIGSEGV (0xb) in C [")
          .endsWith("; more in crash-" + pid + ".log");
      assertThat(made.resolve("crash-" + pid + ".log")).isNotEmptyFile();
    }
  }

  @Test
  void endsARunThatTakesTooLong() throws Exception {
    try (WorkerPool pool = pool(Optional.of(Duration.ofSeconds(2)))) {
      pool.environment();
      RunResult result = train(pool, "hang");
      assertThat(result.status()).isEqualTo(Status.TIMEOUT);
      assertThat(result.failure()).isEqualTo("took longer than 2s");
    }
  }

  @Test
  void endsARunWithoutSignOfLife() throws Exception {
    WorkerSettings settings =
        new WorkerSettings(
            command(), Map.of(), logs, Optional.empty(), Optional.empty(), Duration.ofSeconds(2));
    try (WorkerPool pool = new WorkerPool(settings)) {
      pool.environment();
      assertThat(train(pool, "hang").failure()).isEqualTo("showed no sign of life for 2s");
    }
  }

  @Test
  void survivesAKilledWorker() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      long pid = Long.parseLong(pool.environment().get("pid"));
      RunResult result =
          pool.train(
              run("hang"),
              new RunProgress() {
                @Override
                public void epoch(EpochRecord record) {
                  ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                }
              });
      assertThat(result.status()).isEqualTo(Status.CRASHED);
      assertThat(result.failure()).startsWith("the worker was killed (SIGKILL)");
    }
  }

  @Test
  void passesProgressOn() throws Exception {
    List<String> heard = new ArrayList<>();
    try (WorkerPool pool = pool(Optional.empty())) {
      pool.train(
          run("ok"),
          new RunProgress() {
            @Override
            public void batch(int epoch, int done, int total, double loss) {
              heard.add(epoch + " " + done + "/" + total + " " + loss);
            }

            @Override
            public void epoch(EpochRecord record) {
              heard.add(record.values().toString());
            }
          });
    }
    assertThat(heard).containsExactly("1 1/2 NaN", "{train_loss=0.25}");
  }

  @Test
  void keepsWhatAWorkerPrintsInTheLogOfTheRun() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      train(pool, "exit");
    }
    assertThat(Files.readString(logs.resolve("run-exit.log")))
        .contains("native code prints here", "a word on the error stream")
        .doesNotContain("again");
  }

  @Test
  void keepsTheLogOfAnEarlierTry() throws Exception {
    Files.writeString(logs.resolve("run-exit.log"), "the first failure\n");
    try (WorkerPool pool = pool(Optional.empty())) {
      train(pool, "exit");
    }
    assertThat(Files.readString(logs.resolve("run-exit.log")))
        .startsWith("the first failure\n---- trained again, ")
        .contains("a word on the error stream");
  }

  @Test
  void stopsTheRunWhenInterrupted() throws Exception {
    try (WorkerPool pool = pool(Optional.empty())) {
      long pid = Long.parseLong(pool.environment().get("pid"));
      Thread tester = Thread.currentThread();
      assertThatThrownBy(
              () ->
                  pool.train(
                      run("hang"),
                      new RunProgress() {
                        @Override
                        public void epoch(EpochRecord record) {
                          tester.interrupt();
                        }
                      }))
          .isInstanceOf(InterruptedException.class);
      ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    }
  }

  @Test
  void saysWhyNoWorkerStarts() {
    WorkerSettings settings =
        new WorkerSettings(
            List.of("/no/such/java"),
            Map.of(),
            logs,
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(1));
    try (WorkerPool pool = new WorkerPool(settings)) {
      assertThatThrownBy(pool::environment)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("/no/such/java");
    }
  }

  @Test
  void blamesNoRunForAWorkerThatDoesNotStart() throws Exception {
    Path starts = logs.resolve("starts");
    WorkerSettings settings =
        new WorkerSettings(
            List.of("sh", "-c", "echo once >> " + starts + "; echo no memory >&2; exit 7"),
            Map.of(),
            logs,
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(1));
    try (WorkerPool pool = new WorkerPool(settings)) {
      assertThatThrownBy(() -> train(pool, "ok"))
          .isInstanceOf(TrainerException.class)
          .hasMessage(
              "cannot start a worker: the worker ended with exit code 7; it last said: no memory");
    }
    assertThat(Files.readAllLines(starts)).as("one bad start may be chance").hasSize(2);
  }

  private WorkerPool pool(Optional<Duration> timeout) {
    return new WorkerPool(
        new WorkerSettings(
            command(), Map.of(), logs, Optional.empty(), timeout, Duration.ofMinutes(1)));
  }

  private static List<String> command() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-Xmx64m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        FakeWorker.class.getName());
  }

  private static RunResult train(WorkerPool pool, String behaviour) throws InterruptedException {
    return pool.train(run(behaviour), new RunProgress() {});
  }

  private static RunConfig run(String behaviour) {
    return new RunConfig("run-" + behaviour, new TreeMap<>(Map.of("behaviour", behaviour)), 1);
  }
}
