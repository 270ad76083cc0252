package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.data.DatasetCatalog;
import actbench.data.download.LoopbackServer;
import actbench.data.download.Patience;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DataCommandTest {
  private static final String UNKNOWN =
      "unknown data set 'mnits'. Did you mean 'mnist'? Known: "
          + String.join(", ", DatasetCatalog.standard().names());

  @TempDir Path folder;

  private record Output(int exitCode, String out, String err) {}

  @Test
  void listsWhatIsThereAndHowToGetTheRest() {
    Output output = run("list");
    assertThat(output.exitCode()).isZero();
    assertThat(output.err()).isEmpty();
    String datasets = Path.of("datasets").toAbsolutePath().toString();
    List<String> lines = output.out().lines().toList();
    assertThat(lines).hasSize(1 + DatasetCatalog.standard().datasets().size());
    assertThat(lines.stream().map(line -> line.strip().replaceAll(" {2,}", " | ")))
        .contains(
            "NAME | SHAPE | CLASSES | TRAIN | TEST | LICENCE | STATE | WHERE",
            "mnist | 28x28 | 10 | 60000 | 10000 | CC BY-SA 3.0 | missing | actbench data fetch mnist",
            "fashion-mnist-small | 28x28 | 10 | 6000 | 1000 | MIT | canonical | "
                + datasets
                + "/fashion-mnist-small",
            "cifar-100 | 32x32x3 | 100 | 50000 | 10000 | none stated | missing |"
                + " actbench data fetch cifar-100",
            "xor | 2 | 2 | 4 | 4 | none needed | built in");
  }

  @Test
  void listsAsJson() {
    Output output = run("list", "--format", "json");
    JsonNode sets = JsonMapper.builder().build().readTree(output.out());
    assertThat(sets.size()).isEqualTo(DatasetCatalog.standard().names().size());
    JsonNode cifar = sets.get(DatasetCatalog.standard().names().indexOf("cifar-10"));
    assertThat(cifar.get("name").asString()).isEqualTo("cifar-10");
    assertThat(cifar.get("aliases").get(0).asString()).isEqualTo("cifar10");
    assertThat(cifar.get("shape").toString()).isEqualTo("[32,32,3]");
    assertThat(cifar.get("state").asString()).isEqualTo("missing");
    assertThat(cifar.get("folder").asString()).isEqualTo(folder.resolve("cifar-10").toString());
    assertThat(output.out()).endsWith("]\n").doesNotContain("\r");
  }

  @Test
  void importsSmallSetWithWarning() throws IOException {
    Output output =
        run("import", "mnist", "--from", SmallSet.writeMnist(folder.resolve("from")).toString());
    assertThat(output.exitCode()).isZero();
    assertThat(output.out())
        .matches("mnist \\(not canonical: sha256 [0-9a-f]{12}\\): imported to .*mnist\\R");
    assertThat(output.err())
        .startsWith("warning: 'mnist' is not the published set; results will say so")
        .contains("  t10k-labels-idx1-ubyte has sha256 ");
    assertThat(run("list").out()).containsPattern("mnist +28x28 .* not canonical +" + folder);
    Output verified = run("verify", "mnist");
    assertThat(verified.exitCode()).isEqualTo(1);
    assertThat(verified.out()).startsWith("mnist (not canonical: sha256 ");
  }

  @Test
  void takesTheFolderFromTheOption() throws IOException {
    Path other = folder.resolve("other");
    run(
        "import",
        "mnist",
        "--from",
        SmallSet.writeMnist(folder.resolve("from")).toString(),
        "--data-dir",
        other.toString());
    assertThat(other.resolve("mnist/t10k-labels-idx1-ubyte")).exists();
    assertThat(run("--data-dir", other.toString(), "list").out())
        .contains("actbench data fetch cifar-10 --data-dir " + other);
  }

  @Test
  void explainsImportOfNothing() {
    Output output = run("import", "mnist", "--from", folder.toString());
    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.out()).isEmpty();
    assertThat(output.err())
        .startsWith(
            "actbench: error: " + folder + ": does not hold 'mnist', found no train-images");
  }

  @Test
  void verifiesWhatIsThere() {
    Output output = run("verify");
    assertThat(output.exitCode()).isZero();
    assertThat(output.err()).isEmpty();
    assertThat(output.out().lines())
        .containsExactly(
            "fashion-mnist-small (canonical)",
            "digits (canonical)",
            "iris (canonical)",
            "iris-petal-width (canonical)",
            "xor (canonical)",
            "logic-gates (canonical)");
  }

  @Test
  void verifyOfMissingSetNamesTheCommandThatFetchesIt() {
    Output output = run("verify", "cifar10");
    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.err().strip())
        .isEqualTo(
            "actbench: error: data set 'cifar-10' is not in "
                + folder.resolve("cifar-10")
                + ". Fetch it with: actbench data fetch cifar-10");
  }

  @Test
  void refusesUnknownNamesBeforeFetchingAny() {
    Output output = run("fetch", "digits", "mnits");
    assertThat(output.exitCode()).isEqualTo(2);
    assertThat(output.out()).isEmpty();
    assertThat(output.err()).contains(UNKNOWN);
    assertThat(run("fetch").exitCode()).isEqualTo(2);
    assertThat(run().exitCode()).isEqualTo(2);
  }

  @Test
  void fetchesNothingThatComesWithTheProgram() {
    Output output = run("fetch", "digits", "xor");
    assertThat(output)
        .isEqualTo(
            new Output(
                0, String.format("digits: comes with actbench%nxor: comes with actbench%n"), ""));
  }

  @Test
  void fetchesAndShowsProgressApartFromResults() throws IOException {
    try (LoopbackServer server = new LoopbackServer()) {
      DatasetCatalog catalog = SmallSet.serve(server);
      Output output = run(catalog, "fetch", "small");
      assertThat(output.exitCode()).isZero();
      assertThat(output.out().strip()).isEqualTo("small: fetched to " + folder.resolve("small"));
      assertThat(output.err()).startsWith("fetching http://127.0.0.1:").contains("(100 %)");
      assertThat(run(catalog, "fetch", "small").out().strip())
          .isEqualTo("small: already in " + folder.resolve("small"));
    }
  }

  @Test
  void fetchGoesOnWithTheNextSet() throws IOException {
    DatasetCatalog catalog;
    try (LoopbackServer server = new LoopbackServer()) {
      catalog = SmallSet.serve(server);
    }
    Output output = run(catalog, "fetch", "small", "other");
    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.err())
        .contains("error: cannot fetch 'small':", "error: cannot fetch 'other':");
  }

  private Output run(String... arguments) {
    return run(DatasetCatalog.standard(), arguments);
  }

  private Output run(DatasetCatalog catalog, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Patience patience =
        new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), 1, Duration.ZERO);
    DataCommand command =
        new DataCommand(
            catalog,
            Map.of("ACTBENCH_DATA", folder.toString()),
            System::getProperty,
            patience,
            false);
    int exitCode =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Output(exitCode, out.toString(), err.toString());
  }
}
