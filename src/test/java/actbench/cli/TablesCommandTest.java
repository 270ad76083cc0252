package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Journal;
import actbench.result.Runs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TablesCommandTest {
  @TempDir Path folder;

  private void depthResults() {
    try (Journal journal = Journal.open(folder.resolve("depth-mnist"))) {
      Runs.grid().forEach(journal::append);
    }
  }

  @Test
  void showsPublishedScoresBesideResults() throws Exception {
    depthResults();
    Files.createDirectory(folder.resolve("empty"));
    CliResult result = CliResult.of("tables", folder.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("The beta-Mish table")
        .contains("The table of criteria")
        .contains("The benchmark of 75 models")
        .contains("small, 3 seeds")
        .contains("not run");
  }

  @Test
  void writesForPrograms() throws Exception {
    depthResults();
    String json = CliResult.of("tables", folder.toString(), "--format", "json").out();
    String csv = CliResult.of("tables", folder.toString(), "--format", "csv").out();
    JsonNode rows = JsonMapper.shared().readTree(json).get("rows");
    assertThat(csv.lines()).hasSize(rows.size() + 1);
    assertThat(rows)
        .filteredOn(row -> row.get("seeds").asInt() == 3)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("form").asString()).isEqualTo("small"));
  }

  @Test
  void writesFiles() throws Exception {
    depthResults();
    Path page = folder.resolve("out/tables.html");
    Path figures = folder.resolve("figures");
    CliResult result =
        CliResult.of(
            "tables",
            folder.toString(),
            "--format",
            "html",
            "-o",
            page.toString(),
            "--figures",
            figures.toString());
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("<svg");
    assertThat(figures.resolve("depth.svg")).exists();
    assertThat(figures.resolve("batch-size.svg")).exists();
  }

  @Test
  void takesTheFormFromTheNameOfTheFile() throws Exception {
    depthResults();
    Path page = folder.resolve("tables.HTML");
    Path text = folder.resolve("tables.out");
    Path asked = folder.resolve("tables.md");
    assertThat(CliResult.of("tables", folder.toString(), "-o", page.toString()).exitCode())
        .isZero();
    CliResult.of("tables", folder.toString(), "-o", text.toString());
    CliResult.of("tables", folder.toString(), "-o", asked.toString(), "--format", "json");
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
    assertThat(Files.readString(text))
        .isEqualTo(CliResult.of("tables", folder.toString(), "--format", "text").out());
    assertThat(Files.readString(asked)).startsWith("{");
  }

  @Test
  void explainsWrongUse() {
    assertThat(CliResult.of("tables", folder.resolve("none").toString()))
        .satisfies(result -> assertThat(result.exitCode()).isEqualTo(2))
        .satisfies(result -> assertThat(result.err()).contains("no such folder"));
    assertThat(CliResult.of("tables", folder.toString()).err()).contains("no results folder in it");
    assertThat(CliResult.of("tables").exitCode()).isEqualTo(2);
    depthResults();
    assertThat(CliResult.of("tables", folder.resolve("depth-mnist").toString()).err())
        .contains("this is a results folder; expected the folder that holds it, " + folder);
  }
}
