package actbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.grid.Plan;
import actbench.grid.RunConfig;
import actbench.result.RunResult;
import actbench.result.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class GridRunnerTest {
  private final Plan plan = plan("a", "b", "c", "d");
  private final List<RunResult> saved = new ArrayList<>();

  @Test
  void trainsEveryRunInOrder() throws Exception {
    FakeTrainer trainer = new FakeTrainer(Map.of());
    run(trainer, new RunPolicy(1, false, false), Map.of());
    assertThat(trainer.trained).containsExactly("a", "b", "c", "d");
    assertThat(saved).extracting(each -> each.config().id()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void skipsWhatIsSettledAndRunsWhatWasInterrupted() throws Exception {
    FakeTrainer trainer = new FakeTrainer(Map.of());
    Map<String, RunResult> earlier =
        earlier(
            Map.of(
                "a", Status.OK, "b", Status.DIVERGED, "c", Status.FAILED, "d", Status.INTERRUPTED));
    run(trainer, new RunPolicy(1, false, false), earlier);
    assertThat(trainer.trained).containsExactly("d");
  }

  @Test
  void retriesFailuresButNeverDivergenceWhenAsked() throws Exception {
    FakeTrainer trainer = new FakeTrainer(Map.of());
    Map<String, RunResult> earlier =
        earlier(
            Map.of(
                "a",
                Status.TIMEOUT,
                "b",
                Status.DIVERGED,
                "c",
                Status.FAILED,
                "d",
                Status.CRASHED));
    run(trainer, new RunPolicy(1, true, false), earlier);
    assertThat(trainer.trained).containsExactly("a", "c", "d");
  }

  @Test
  void goesOnAfterAFailure() throws Exception {
    FakeTrainer trainer = new FakeTrainer(Map.of("b", Status.CRASHED));
    run(trainer, new RunPolicy(1, false, false), Map.of());
    assertThat(saved)
        .extracting(RunResult::status)
        .containsExactly(Status.OK, Status.CRASHED, Status.OK, Status.OK);
  }

  @Test
  void stopsAtTheFirstFailureWhenAskedButNotAtDivergence() throws Exception {
    FakeTrainer trainer = new FakeTrainer(Map.of("a", Status.DIVERGED, "b", Status.FAILED));
    run(trainer, new RunPolicy(1, false, true), Map.of());
    assertThat(trainer.trained).containsExactly("a", "b");
  }

  @Test
  void doesNotSaveAnInterruptedRunNorStartAnother() throws Exception {
    FakeTrainer trainer = new FakeTrainer(Map.of("b", Status.INTERRUPTED));
    assertThatThrownBy(() -> run(trainer, new RunPolicy(1, false, false), Map.of()))
        .isInstanceOf(InterruptedException.class);
    assertThat(trainer.trained).containsExactly("a", "b");
    assertThat(saved).hasSize(1);
  }

  @Test
  void stopsWhenNothingCanBeTrained() {
    Trainer trainer =
        new Trainer() {
          @Override
          public RunResult train(RunConfig run, RunProgress progress) {
            throw new TrainerException("no worker", null);
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> run(trainer, new RunPolicy(2, false, false), Map.of()))
        .isInstanceOf(TrainerException.class)
        .hasMessage("no worker");
    assertThat(saved).isEmpty();
  }

  @Test
  void stopsWhenAResultCannotBeSaved() {
    FakeTrainer trainer = new FakeTrainer(Map.of());
    GridRunner runner =
        new GridRunner(trainer, new RunListener() {}, new RunPolicy(1, false, false));
    assertThatThrownBy(
            () ->
                runner.run(
                    plan,
                    Map.of(),
                    result -> {
                      throw new UncheckedIOException(new IOException("disk full"));
                    }))
        .hasMessageContaining("disk full");
    assertThat(trainer.trained).containsExactly("a");
  }

  @Test
  void takesAnErrorOfItsOwnForAFault() {
    FakeTrainer trainer = new FakeTrainer(Map.of());
    RunListener broken =
        new RunListener() {
          @Override
          public void runFinished(int slot, RunResult result) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    assertThatThrownBy(
            () ->
                new GridRunner(trainer, broken, new RunPolicy(1, false, false))
                    .run(plan, Map.of(), saved::add))
        .isInstanceOf(TrainerException.class)
        .hasMessage("the program ran out of memory: Java heap space");
    assertThat(trainer.trained).containsExactly("a");
  }

  /** Run b goes on until the test lets it end; no other run can be trained or saved. */
  private static final class SlowTrainer implements Trainer {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final boolean works;

    SlowTrainer(boolean works) {
      this.works = works;
    }

    @Override
    public RunResult train(RunConfig run, RunProgress progress) throws InterruptedException {
      if (run.id().equals("b")) {
        begun.countDown();
        end.await();
      } else {
        begun.await();
        if (!works) {
          throw new TrainerException("no worker", null);
        }
      }
      return RunResult.without(run, Status.OK, "");
    }

    @Override
    public void close() {}
  }

  @Test
  void tellsAtOnceOfAFaultThatLetsOthersEnd() {
    SlowTrainer trainer = new SlowTrainer(false);
    List<String> told = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void warning(String text) {
            told.add(text);
            trainer.end.countDown();
          }
        };
    assertThatThrownBy(
            () ->
                new GridRunner(trainer, listener, new RunPolicy(2, false, false))
                    .run(plan, Map.of(), saved::add))
        .hasMessage("no worker");
    assertThat(told).containsExactly("no worker; the runs in progress are finished first");
    assertThat(saved).extracting(each -> each.config().id()).containsExactly("b");
  }

  @Test
  void stopsTheOthersWhenNothingCanBeSaved() {
    SlowTrainer trainer = new SlowTrainer(true);
    assertThatThrownBy(
            () ->
                new GridRunner(trainer, new RunListener() {}, new RunPolicy(2, false, false))
                    .run(
                        plan,
                        Map.of(),
                        result -> {
                          throw new UncheckedIOException(new IOException("disk full"));
                        }))
        .hasMessageContaining("disk full");
    assertThat(trainer.end.getCount()).as("run b was not let end").isEqualTo(1);
  }

  @Test
  void trainsInParallelAndHearsOfItOneAtATime() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Trainer trainer =
        new Trainer() {
          @Override
          public RunResult train(RunConfig run, RunProgress progress) throws InterruptedException {
            both.countDown();
            both.await();
            IntStream.range(0, 100).forEach(each -> progress.batch(1, each, 100, 0));
            return RunResult.without(run, Status.OK, "");
          }

          @Override
          public void close() {}
        };
    int[] inside = {0};
    int[] most = {0};
    RunListener listener =
        new RunListener() {
          @Override
          public void batch(int slot, RunConfig run, int epoch, int done, int total, double loss) {
            inside[0]++;
            most[0] = Math.max(most[0], inside[0]);
            Thread.onSpinWait();
            inside[0]--;
          }
        };
    new GridRunner(trainer, listener, new RunPolicy(2, false, false))
        .run(plan, Map.of(), saved::add);
    assertThat(saved).hasSize(4);
    assertThat(most[0]).isEqualTo(1);
  }

  private void run(Trainer trainer, RunPolicy policy, Map<String, RunResult> earlier)
      throws InterruptedException {
    new GridRunner(trainer, new RunListener() {}, policy).run(plan, earlier, saved::add);
  }

  private static Plan plan(String... ids) {
    List<RunConfig> runs = new ArrayList<>();
    for (String id : ids) {
      runs.add(new RunConfig(id, new TreeMap<>(), 1));
    }
    return new Plan("test", List.of(), runs);
  }

  private Map<String, RunResult> earlier(Map<String, Status> statuses) {
    Map<String, RunResult> results = new HashMap<>();
    for (RunConfig run : plan.runs()) {
      results.put(run.id(), RunResult.without(run, statuses.get(run.id()), ""));
    }
    return results;
  }
}
