package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import actbench.result.RunResult;
import actbench.result.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @TempDir Path home;

  @Test
  void resultsAndSpecsBesideTheProgramDoNotMakeItAnother() throws Exception {
    commit("pom.xml");
    write("results/study/journal.jsonl");
    write("experiments/mine.yaml");

    assertThat(Provenance.facts(home)).containsEntry("git_dirty", "false");
  }

  @Test
  void changedAndNewSourcesDo() throws Exception {
    commit("pom.xml");
    write("src/main/java/New.java");
    assertThat(Provenance.facts(home)).containsEntry("git_dirty", "true");

    git("add", "src");
    git("commit", "-qm", "second");
    assertThat(Provenance.facts(home)).containsEntry("git_dirty", "false");

    Files.writeString(home.resolve("pom.xml"), "changed");
    assertThat(Provenance.facts(home)).containsEntry("git_dirty", "true");
  }

  @Test
  void outsideOfACheckoutItIsUnknown() {
    assertThat(Provenance.facts(home))
        .containsEntry("git_commit", "unknown")
        .containsEntry("git_dirty", "unknown");
  }

  @Test
  void earlierRunsOfTheSameProgramAreNotWarnedOf() {
    RunResult run = Runs.ok("mish", 15, 1, 0.9);
    Map<String, String> now = Map.of("git_commit", "b", "threads", "1");
    assertThat(Provenance.changed(now, List.of())).isEmpty();
    assertThat(Provenance.changed(now, List.of(run, run.with(now)))).isEmpty();
    assertThat(
            Provenance.changed(
                new TreeMap<>(now),
                List.of(run.with(now), run.with(Map.of("git_commit", "a", "threads", "2")))))
        .contains(
            "runs done before had git_commit a (now b), threads 2 (now 1); compare will say so, and"
                + " --force trains them again");
  }

  private void commit(String file) throws Exception {
    assumeTrue(git("init", "-q") == 0, "no git on this machine");
    git("config", "user.email", "nobody@example.org");
    git("config", "user.name", "Nobody");
    write(file);
    git("add", file);
    assertThat(git("commit", "-qm", "first")).isZero();
  }

  private void write(String file) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, file);
  }

  private int git(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", home.toString()));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
