package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.cli.CoreShare.Machine;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How runs share the cores; 0 stands for what nobody said. */
final class CoreShareTest {
  private static final long GIB = 1L << 30;

  private static OptionalInt said(int number) {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  @ParameterizedTest(name = "{index}: {0} cores, {1} GiB, {2} runs, -j {3} --threads {4}, had {5}")
  @CsvSource({
    // Nobody says anything: a run a core, and what is left over goes into threads.
    "2, 24, 8, 0, 0, 0, 2, 1",
    "2, 24, 1, 0, 0, 0, 1, 2",
    "8, 24, 3, 0, 0, 0, 3, 2",
    // Two cores and one GiB have room for one worker.
    "2, 1, 8, 0, 0, 0, 1, 2",
    "16, 8, 100, 0, 0, 0, 4, 4",
    // A folder keeps the threads it has.
    "2, 24, 8, 0, 0, 2, 1, 2",
    "2, 24, 8, 0, 0, 1, 2, 1",
    "2, 24, 8, 0, 0, 4, 1, 4",
    // What the user says counts.
    "2, 24, 8, 1, 0, 0, 1, 2",
    "2, 24, 8, 1, 0, 1, 1, 2",
    "2, 24, 8, 4, 0, 0, 4, 1",
    "2, 24, 8, 3, 2, 1, 3, 2",
    "4, 24, 8, 0, 2, 1, 2, 2",
    "4, 24, 1, 0, 1, 0, 1, 1",
  })
  void followsFromThePlanAndTheMachine(
      int cores,
      long memory,
      int runs,
      int jobs,
      int threads,
      int earlier,
      int wantedJobs,
      int wantedThreads) {
    assertThat(
            CoreShare.of(
                said(jobs), said(threads), runs, said(earlier), new Machine(cores, memory * GIB)))
        .isEqualTo(new CoreShare(wantedJobs, wantedThreads));
  }
}
