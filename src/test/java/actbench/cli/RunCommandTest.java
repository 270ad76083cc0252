package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.data.Offset.offset;

import actbench.result.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Small grids on real workers. */
@Timeout(240)
final class RunCommandTest {
  private static final String SPEC =
      """
      name: tiny
      dataset: {name: digits, train: 200, test: 100}
      model: mlp
      depth: 1
      width: 8
      learning-rate: 0.1
      activation: [relu, mish]
      epochs: 1
      seeds: 2
      """;

  @TempDir Path folder;
  private Path spec;

  @BeforeEach
  void writeSpec() throws IOException {
    spec = folder.resolve("tiny.yaml");
    Files.writeString(spec, SPEC, StandardCharsets.UTF_8);
  }

  @Test
  void addsSeedsByARuleThatHolds() throws IOException {
    CliResult first = run("--until-decided", "--max-seeds", "3");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).contains("Look 1 of at most 2, 2 seeds: ");
    Path results = folder.resolve("tiny");
    assertThat(Files.readString(results.resolve("sequential.json"))).contains("\"2,3\"");
    assertThat(Files.readString(results.resolve("looks.csv"))).startsWith("look,seeds,first");

    CliResult again = run("--until-decided", "--max-seeds", "3");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).isEqualTo(first.out());

    CliResult changed = run("--until-decided", "--max-seeds", "9");
    assertThat(changed.exitCode()).isEqualTo(2);
    assertThat(changed.err()).contains("would be peeking");

    CliResult over = run("--force", "--yes", "--set", "seeds=1");
    assertThat(over.exitCode()).as(over.err()).isZero();
    assertThat(results.resolve("sequential.json")).doesNotExist();
    assertThat(results.resolve("sequential-1.json")).exists();
    assertThat(Files.readString(results.resolve("summary.md"))).doesNotContain("Seeds were added");
  }

  @Test
  void saysAtTheEndThatRunsFailedAndHowToGoOn() throws IOException {
    CliResult failed =
        run("--timeout", "1s", "--set", "epochs=100000", "--set", "seeds=1", "--threads", "1");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("timeout: took longer than 1s")
        .endsWith(
            "2 of 2 runs failed: causes in runs.csv, what workers said in logs; --retry-failed"
                + " runs them again\n");
    assertThat(outcomes().values()).allMatch(row -> row.contains("status=timeout"));
  }

  @Test
  void leavesResultsBehindAndGoesOnFromThem() throws IOException {
    CliResult first = run();
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .contains(
            "the best mean",
            "* best, or beyond chance. More: actbench compare --all",
            "Results: " + folder.resolve("tiny"));
    assertThat(first.err()).contains("tiny: 4 runs to train", "[4/4] digits-mlp-d1-");
    Path results = folder.resolve("tiny");
    for (String file :
        List.of(
            "journal.jsonl",
            "runs.csv",
            "epochs.csv",
            "spec.yaml",
            "plan.json",
            "environment.json",
            "summary.md",
            "summary.csv")) {
      assertThat(results.resolve(file)).isNotEmptyFile();
    }
    assertThat(Files.readString(results.resolve("spec.yaml"))).isEqualTo(SPEC);
    assertThat(Files.readString(results.resolve("environment.json")))
        .contains("git_commit", "threads", "engine_path", "cpu");

    String journal = Files.readString(results.resolve("journal.jsonl"));
    CliResult again = run();
    assertThat(again.exitCode()).isZero();
    assertThat(again.err()).isEqualTo("tiny: 0 runs to train, 4 done before\n");
    assertThat(again.out()).isEqualTo(first.out());
    assertThat(Files.readString(results.resolve("journal.jsonl"))).isEqualTo(journal);

    assertThat(outcomes().values())
        .allMatch(row -> row.matches(".*engine_path=(onednn|plain), git_commit=[0-9a-f]{40}.*"))
        .allMatch(row -> row.matches(".*threads=[1-9].*"));

    CliResult more = run("--set", "activation=relu,tanh", "--quiet");
    assertThat(more.err()).isEmpty();
    assertThat(Files.readString(results.resolve("journal.jsonl")).lines()).hasSize(6);
    assertThat(Files.readString(results.resolve("runs.csv")).lines())
        .as("two activations, two seeds, heading")
        .hasSize(5);

    CliResult unasked = run("--force", "--quiet", "--set", "seeds=1");
    assertThat(unasked.exitCode()).isEqualTo(2);
    assertThat(unasked.err())
        .contains(results + " has 6 results, and there is no terminal to ask at; --force --yes");
    assertThat(Files.readString(results.resolve("journal.jsonl")).lines()).hasSize(6);
    assertThat(results.resolve("journal-1.jsonl")).doesNotExist();
    CliResult told = run("--set", "activation=relu,tanh");
    String note = "2 finished runs%s belong to another form of the spec and stand in no table";
    assertThat(told.err()).contains(note.formatted(" here") + "; --set name=NAME keeps both");
    String shown = CliResult.of("compare", results.toString()).out();
    assertThat(List.of(told.out(), shown, Files.readString(results.resolve("summary.md"))))
        .allMatch(text -> text.contains(note.formatted("")));
    CliResult over = run("--force", "--yes", "--quiet", "--set", "seeds=1");
    assertThat(over.exitCode()).isZero();
    assertThat(Files.readString(results.resolve("journal.jsonl")).lines()).hasSize(2);
    assertThat(results.resolve("journal-1.jsonl")).exists();
  }

  @Test
  void saysWhatDiffersFromTheRunsThatAreThere() throws IOException {
    assertThat(run("--set", "seeds=1", "--threads", "1").err()).doesNotContain("warning");
    CliResult more = run("--threads", "2");
    assertThat(more.exitCode()).as(more.err()).isZero();
    assertThat(more.err())
        .contains("warning: runs done before had threads 1 (now 2); compare will say so, and");
    assertThat(more.out()).contains("- The runs had different numbers of threads, 1 and 2, ");
  }

  @Test
  void saysBeforeTheFirstRunThatDataMayNotBeThePublishedOnes() throws IOException {
    SmallSet.writeMnist(folder.resolve("data/mnist"));
    CliResult result =
        run("--set", "dataset=mnist", "--data-dir", folder.resolve("data").toString(), "-j", "1");
    String doubt =
        "warning: data set 'mnist' in %s was put there by hand or has changed since, and may not be"
            .formatted(folder.resolve("data/mnist"));
    String certain = "warning: these results are not on the published data: mnist (not canonical: ";
    assertThat(result.err())
        .containsSubsequence(doubt, "4 runs to train", certain, "[4/4]", certain)
        .contains("find out with: actbench data verify mnist --data-dir " + folder.resolve("data"));
  }

  @Test
  void watchesWhatTheSpecAsksForInTheSameRuns() throws IOException {
    assertThat(run("--quiet", "--set", "seeds=1").exitCode()).isZero();
    double plain = testLoss();
    assertThat(
            run("--quiet", "--set", "seeds=1", "--set", "measure=saturation,gradient-norm")
                .exitCode())
        .isZero();
    Path epochs = folder.resolve("tiny/epochs.csv");
    assertThat(Files.readString(epochs)).as("nothing to train").doesNotContain("saturated_units");
    CliResult watched =
        run("--set", "seeds=1", "--set", "measure=saturation,gradient-norm", "--force", "--yes");
    assertThat(watched.exitCode()).as(watched.err()).isZero();
    assertThat(testLoss()).isEqualTo(plain);
    assertThat(Files.readString(epochs))
        .contains(",saturated_units/activation1,", ",gradient_norm/dense1,")
        .doesNotContain("mean_activation");
    CliResult report = CliResult.of("compare", "--all", folder.resolve("tiny/runs.csv").toString());
    assertThat(report.exitCode()).as(report.err()).isZero();
  }

  @Test
  void givesTheSameBitsWithOneJobAndWithTwo() throws IOException {
    assertThat(run("--threads", "1", "--jobs", "1", "--quiet").exitCode()).isZero();
    Map<String, String> alone = outcomes();
    assertThat(run("--threads", "1", "--jobs", "2", "--force", "--yes", "--quiet").exitCode())
        .isZero();
    assertThat(outcomes()).isEqualTo(alone).hasSize(4);
  }

  @Test
  void keepsTheThreadsOfAFolder() throws IOException {
    assertThat(run("--jobs", "1", "--threads", "3", "--quiet", "--set", "seeds=1").exitCode())
        .isZero();
    assertThat(run("--quiet").exitCode()).isZero();
    assertThat(outcomes().values()).hasSize(4).allMatch(row -> row.contains("threads=3"));
  }

  @Test
  void givesNearlyTheSameWithoutOnednn() throws IOException {
    assertThat(run("--quiet", "--set", "activation=mish").exitCode()).isZero();
    double fast = testLoss();
    assertThat(
            run("--quiet", "--set", "activation=mish", "--engine-path", "plain", "--force", "--yes")
                .exitCode())
        .isZero();
    assertThat(testLoss()).isCloseTo(fast, offset(1e-4));
    assertThat(Files.readString(folder.resolve("tiny/environment.json"))).contains("\"plain\"");
  }

  @Test
  void keepsNetworksWhereAsked() throws IOException {
    String one = "activation=mish";
    assertThat(run("--quiet", "--set", one, "--set", "seeds=1").exitCode()).isZero();
    assertThat(folder.resolve("tiny/models")).doesNotExist();
    CliResult kept = run("--keep-models", "--set", one, "--set", "seeds=2");
    assertThat(kept.exitCode()).as(kept.err()).isZero();
    assertThat(kept.err()).contains("warning: the networks of 1 run done before were not kept");
    try (Stream<Path> files = Files.list(folder.resolve("tiny/models"))) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .singleElement(STRING)
          .matches("digits-mlp-d1-mish-s2-[0-9a-f]{8}-last\\.zip");
    }
  }

  @Test
  void countsDivergenceAsAnOutcome() {
    CliResult result = run("--set", "learning-rate=1e30", "--set", "seeds=1");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.err()).contains("diverged: the loss became ");
    assertThat(result.out()).contains("diverged");
  }

  @Test
  void namesTheCauseOfARunThatTookTooLongAndRetriesItWhenAsked() {
    CliResult result =
        run(
            "--set",
            "epochs=100000",
            "--set",
            "seeds=1",
            "--set",
            "activation=relu",
            "--timeout",
            "6s");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).contains("timeout: took longer than 6s");
    CliResult skipped =
        run("--set", "epochs=100000", "--set", "seeds=1", "--set", "activation=relu");
    assertThat(skipped.exitCode()).isEqualTo(1);
    assertThat(skipped.err()).contains("0 runs to train");
    CliResult retried =
        run(
            "--set",
            "epochs=100000",
            "--set",
            "seeds=1",
            "--set",
            "activation=relu",
            "--timeout",
            "5s",
            "--retry-failed");
    assertThat(retried.err()).contains("1 run to train", "took longer than 5s");
  }

  @Test
  void refusesASecondProcessOnTheSameResults() {
    try (Journal journal = Journal.open(folder.resolve("tiny"))) {
      CliResult result = run();
      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.err()).contains("another actbench is at work on these results");
      assertThat(journal.latest()).isEmpty();
    }
  }

  private CliResult run(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("run", spec.toString(), "--results-dir", folder.toString()));
    arguments.addAll(List.of(options));
    return CliResult.of(arguments.toArray(String[]::new));
  }

  /** Each run's row without what may differ between two goes. */
  private Map<String, String> outcomes() throws IOException {
    return RunsCsv.outcomes(folder.resolve("tiny/runs.csv"));
  }

  private double testLoss() throws IOException {
    return RunsCsv.numbers(folder.resolve("tiny/runs.csv"), "test_loss").get(0);
  }
}
