package actbench.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import actbench.grid.Plan;
import actbench.spec.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResultFolderTest {
  private static final List<RunResult> RUNS =
      List.of(
          Runs.ok(
              Runs.config(new Choice("beta-mish", new TreeMap<>(Map.of("beta", 1.5))), 15, 1),
              0.9812345678901234),
          RunResult.without(Runs.config("relu", 15, 2), Status.FAILED, "=1+1, \"oops\"\nmore"));

  @TempDir Path path;

  @ParameterizedTest
  @ValueSource(strings = {"", "de-DE", "tr-TR"})
  void writesTidyTables(String locale) throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(locale));
    try {
      ResultFolder folder = new ResultFolder(path);
      folder.writeTables(RUNS, RunResult::epochs);
      assertThat(Files.readString(folder.runsCsv(), UTF_8))
          .isEqualTo(
              """
              run_id,status,dataset,model,activation,seed,batch_size,depth,dropout,\
              test_accuracy,test_loss,seconds,parameters,peak_memory_bytes,best_epoch,\
              init_hash,order_hash,data,threads,engine_path,git_commit,failure
              t-beta-mish-d15-s1,ok,mnist,depth-net,beta-mish(beta=1.5),1,128,15,0.25,\
              0.9812345678901234,0.01876543210987658,1.25,,,,i1,o1,,,,,
              t-relu-d15-s2,failed,mnist,depth-net,relu,2,128,15,0.25,,,,,,,,,,,,,\
              "'=1+1, ""oops""
              more"
              """);
      assertThat(Files.readString(folder.epochsCsv(), UTF_8))
          .isEqualTo(
              """
              run_id,epoch,metric,value
              t-beta-mish-d15-s1,1,train_loss,0.5
              t-beta-mish-d15-s1,2,train_loss,0.25
              """);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void leavesNoTemporaryFiles() throws IOException {
    ResultFolder folder = new ResultFolder(path);
    folder.writeTables(RUNS, RunResult::epochs);
    folder.writeTables(RUNS, RunResult::epochs);
    folder.writeSpec("name: x\n");
    folder.writeEnvironment(new TreeMap<>(Map.of("java", "17", "git-commit", "abc")));
    folder.writeSummary("# x\n", "a\n");
    folder.writePlan(new Plan("x", List.of(), List.of()));
    try (var files = Files.list(path)) {
      assertThat(files.map(each -> each.getFileName().toString()).sorted())
          .containsExactly(
              "environment.json",
              "epochs.csv",
              "plan.json",
              "runs.csv",
              "spec.yaml",
              "summary.csv",
              "summary.md");
    }
    assertThat(Files.readString(folder.environmentJson(), UTF_8).replace("\r", ""))
        .isEqualTo("{\n  \"git-commit\" : \"abc\",\n  \"java\" : \"17\"\n}\n");
  }

  @Test
  void keepsTheEnvironmentsOfEarlierSittings() throws IOException {
    ResultFolder folder = new ResultFolder(path);
    assertThat(folder.readEnvironment()).isEmpty();
    for (String commit : List.of("a", "a", "b", "c", "b")) {
      folder.writeEnvironment(new TreeMap<>(Map.of("git-commit", commit)));
    }
    assertThat(Files.readString(folder.environmentJson(), UTF_8).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"git-commit\":\"b\",\"earlier\":[{\"git-commit\":\"a\"},{\"git-commit\":\"c\"}]}");
    assertThat(folder.readEnvironment())
        .isEqualTo(Map.of("git-commit", "b", "earlier", "2 other, see environment.json"));
    Files.writeString(folder.environmentJson(), "{", UTF_8);
    assertThatThrownBy(folder::readEnvironment)
        .isInstanceOf(ResultException.class)
        .hasMessageStartingWith(folder.environmentJson() + ": error: not JSON: ");
  }

  @Test
  void givesTheSameRowsFromJournalAndCsv() {
    try (Journal journal = Journal.open(path)) {
      RUNS.forEach(journal::append);
    }
    ResultFolder folder = new ResultFolder(path);
    folder.writeTables(RUNS, RunResult::epochs);
    assertThat(ResultReader.read(List.of(folder.runsCsv()), Roles.OWN).rows())
        .isEqualTo(ResultReader.read(List.of(path), Roles.OWN).rows());
  }

  @Test
  void leavesOutRunsThatThePlanNoLongerHasAndNamesMissingOnes() {
    List<RunResult> grid = Runs.grid();
    try (Journal journal = Journal.open(path)) {
      grid.forEach(journal::append);
    }
    Plan plan =
        new Plan(
            "x",
            List.of(),
            List.of(grid.get(3).config(), Runs.config("gelu", 15, 1), grid.get(0).config()));
    new ResultFolder(path).writePlan(plan);
    assertThat(ResultReader.runs(path)).containsExactly(grid.get(3), grid.get(0));
    Rows rows = ResultReader.read(List.of(path), Roles.OWN);
    assertThat(rows.rows()).hasSize(2);
    assertThat(rows.missing()).containsExactly("t-gelu-d15-s1");
  }

  @Test
  void countsARunOfSeveralSourcesOnce() {
    List<RunResult> grid = Runs.grid();
    ResultFolder folder = new ResultFolder(path);
    folder.writeTables(grid, RunResult::epochs);
    Rows rows = ResultReader.read(List.of(folder.runsCsv(), path), Roles.OWN);
    assertThat(rows.rows()).hasSize(grid.size());
    assertThat(rows.repeats()).isEqualTo(grid.size());
  }

  @Test
  void readsTidyTablesFromElsewhere() throws IOException {
    Path file = path.resolve("other.csv");
    Files.writeString(
        file,
        """
        method,task,fold,auc,comment
        a,t1,1,0.9,x
        b,t1,1,nan,y
        a,t1,2,,z
        """,
        UTF_8);
    Rows rows =
        ResultReader.read(List.of(file), new Roles("method", "fold", "auc", List.of("task")));
    assertThat(rows.name()).isEqualTo("other");
    assertThat(rows.rows())
        .extracting(Row::id, Row::status, row -> row.settings().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "other.csv:2", Status.OK, "{fold=1, method=a, task=t1}"),
            org.assertj.core.groups.Tuple.tuple(
                "other.csv:3", Status.DIVERGED, "{fold=1, method=b, task=t1}"),
            org.assertj.core.groups.Tuple.tuple(
                "other.csv:4", Status.FAILED, "{fold=2, method=a, task=t1}"));
  }

  @Test
  void refusesWhatCannotBeRead() throws IOException {
    Path file = path.resolve("other.csv");
    Files.writeString(file, "activation,seed,test_acuracy\nrelu,1,0.5\n", UTF_8);
    assertThatThrownBy(() -> ResultReader.read(List.of(file), Roles.OWN))
        .hasMessage(
            file
                + ":1: error: no column 'test_accuracy'. Did you mean 'test_acuracy'?"
                + " Known: activation, seed, test_acuracy");
    Files.writeString(file, "activation,seed,test_accuracy\nrelu,1,high\n", UTF_8);
    assertThatThrownBy(() -> ResultReader.read(List.of(file), Roles.OWN))
        .hasMessage(file + ":2: error: test_accuracy must be a number, found 'high'");
    assertThatThrownBy(() -> ResultReader.read(List.of(path), Roles.OWN))
        .hasMessage(
            path + ": error: not a results folder: it has neither journal.jsonl nor runs.csv");
    assertThatThrownBy(() -> ResultReader.read(List.of(path.resolve("no")), Roles.OWN))
        .hasMessage(
            path.resolve("no")
                + ": error: no such folder or file; expected a results folder or a CSV file");
  }
}
