package actbench.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.grid.RunConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --force} does to a results folder. */
final class StartOverTest {
  private static final RunResult FIRST = Runs.ok("mish", 15, 1, 0.98);
  private static final RunResult SECOND = Runs.ok("relu", 15, 1, 0.97);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("journal.jsonl");
  }

  private void append() {
    try (Journal journal = Journal.open(folder)) {
      journal.append(FIRST);
    }
  }

  private List<RunConfig> runs() {
    try (Journal journal = Journal.open(folder)) {
      return journal.latest().values().stream().map(RunResult::config).toList();
    }
  }

  @Test
  void startsOverWithoutReadingADamagedJournal() throws IOException {
    Files.writeString(file(), "nonsense\n{\"status\":\n", UTF_8);
    List<Long> asked = new ArrayList<>();
    try (Journal journal = Journal.startOver(folder, asked::add)) {
      journal.append(FIRST);
    }
    assertThat(asked).containsExactly(2L);
    assertThat(runs()).containsExactly(FIRST.config());
    assertThat(folder.resolve("journal-1.jsonl")).hasContent("nonsense\n{\"status\":\n");
  }

  @Test
  void touchesNothingWhenStartingOverIsRefused() throws IOException {
    append();
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(
            () ->
                Journal.startOver(
                    folder,
                    there -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(file()).hasBinaryContent(before);
    assertThat(runs()).containsExactly(FIRST.config());
  }

  @Test
  void setsAsideWhatSaysHowTheResultsCameAbout() throws IOException {
    append();
    ResultFolder results = new ResultFolder(folder);
    results.writeSequential(new TreeMap<>(Map.of("looks", "2,4")));
    results.writeLooks("look\n");
    results.writeSummary("# x\n", "x\n");
    results.writeEnvironment(new TreeMap<>(Map.of("java", "17")));
    results.writeSpec("name: x\n");
    Files.writeString(folder.resolve("looks-1.csv"), "taken\n", UTF_8);
    Journal.startOver(folder, there -> {}).close();
    assertThat(results.readSequential()).isEmpty();
    assertThat(results.readEnvironment()).isEmpty();
    for (String name :
        List.of(
            "journal-2.jsonl",
            "sequential-2.json",
            "looks-2.csv",
            "summary-2.md",
            "summary-2.csv",
            "environment-2.json")) {
      assertThat(folder.resolve(name)).isNotEmptyFile();
    }
    assertThat(folder.resolve("looks-1.csv")).hasContent("taken\n");
    assertThat(results.specYaml()).exists();
    assertThat(results.summaryMd()).doesNotExist();
  }

  @Test
  void setsResultsAsideWhenItStartsOver() throws IOException {
    append();
    List<Long> asked = new ArrayList<>();
    try (Journal journal = Journal.startOver(folder, asked::add)) {
      assertThat(journal.latest()).isEmpty();
      journal.append(SECOND);
    }
    Journal.startOver(folder, asked::add).close();
    Journal.startOver(folder, asked::add).close();
    assertThat(runs()).isEmpty();
    assertThat(asked).containsExactly(1L, 1L);
    assertThat(folder.resolve("journal-3.jsonl")).doesNotExist();
    assertThat(Files.readString(folder.resolve("journal-1.jsonl"), UTF_8)).contains("t-mish");
    assertThat(Files.readString(folder.resolve("journal-2.jsonl"), UTF_8)).contains("t-relu");
  }
}
