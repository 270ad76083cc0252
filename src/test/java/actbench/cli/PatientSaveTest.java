package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.result.ResultException;
import actbench.result.RunResult;
import actbench.result.RunResultJson;
import actbench.result.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class PatientSaveTest {
  private static final RunResult RUN = Runs.ok("mish", 15, 1, 0.98);

  private final List<RunResult> saved = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int failures;

  private void save(RunResult result) {
    if (failures-- > 0) {
      throw new ResultException("journal.jsonl: error: cannot be written: No space left on device");
    }
    saved.add(result);
  }

  private PatientSave patient(int tries, Duration pause) {
    return new PatientSave(this::save, told::add, tries, pause);
  }

  @Test
  void saysNothingWhenAllIsWell() {
    patient(3, Duration.ofMillis(1)).save(RUN);
    assertThat(saved).containsExactly(RUN);
    assertThat(told).isEmpty();
  }

  @Test
  void triesAgainUntilThereIsRoom() {
    failures = 4;
    patient(5, Duration.ofMillis(1)).save(RUN);
    assertThat(saved).containsExactly(RUN);
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).contains("No space left on device; trying again for ");
    assertThat(told.get(1)).contains("can be written again");
  }

  @Test
  void putsTheResultElsewhereWhenItGivesUp() throws IOException {
    failures = 3;
    assertThatThrownBy(() -> patient(3, Duration.ofMillis(1)).save(RUN))
        .isInstanceOf(ResultException.class)
        .hasMessageStartingWith("journal.jsonl: error: cannot be written: ")
        .satisfies(e -> assertThat(rescued(e.getMessage())).isEqualTo(RUN));
    assertThat(saved).isEmpty();
  }

  @Test
  void putsTheResultElsewhereAtOnceWhenItIsStopped() throws IOException {
    failures = 1;
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> patient(100, Duration.ofHours(1)).save(RUN))
        .isInstanceOf(ResultException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(rescued(told.get(told.size() - 1))).isEqualTo(RUN);
  }

  private static RunResult rescued(String message) throws IOException {
    Matcher words = Pattern.compile("The result of \\S+ is in (.+); add").matcher(message);
    assertThat(words.find()).as(message).isTrue();
    Path file = Path.of(words.group(1));
    String line = Files.readString(file);
    Files.delete(file);
    return RunResultJson.read(line.strip());
  }
}
