package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CliTest {
  @TempDir Path folder;

  static List<Path> experiments() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("experiments"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "plan",
        "validate",
        "compare",
        "data",
        "models",
        "report",
        "verify",
        "tables"
      })
  void helpsWithEveryCommand(String command) {
    CliResult result = CliResult.of(command, "--help");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("Usage: actbench " + command);
    assertThat(result.err()).isEmpty();
  }

  /** Picocli takes every description for a format, and only warns when it is none. */
  @Test
  void describesOptionsInFormatsThatAreSound() {
    Deque<CommandLine> commands = new ArrayDeque<>(List.of(Cli.commandLine()));
    int described = 0;
    while (!commands.isEmpty()) {
      CommandLine command = commands.pop();
      commands.addAll(command.getSubcommands().values());
      List<String> lines = new ArrayList<>();
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (option.userObject() instanceof AnnotatedElement field) {
          lines.addAll(List.of(field.getAnnotation(Option.class).description()));
        }
      }
      for (String line : lines) {
        assertThatCode(() -> String.format(Locale.ROOT, line))
            .as(command.getCommandName() + ": " + line)
            .doesNotThrowAnyException();
        described++;
      }
    }
    assertThat(described).isGreaterThan(100);
  }

  @Test
  void saysWhatIsWrongWithANameThatCannotBeAFiles() {
    CliResult result = CliResult.of("plan", "a\0b.yaml");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("which can be no file's name (Nul character not allowed)");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void saysWhatToDoWhereTheLocaleLacksALetter() throws Exception {
    ProcessBuilder builder = ChildJvm.of(List.of(), "plan");
    builder
        .command()
        .addAll(0, List.of("bash", "-c", "exec \"$@\" $(printf '\\303\\274.yaml')", "bash"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains(
            ".yaml', which has letters that this locale has not; set LC_ALL to one with UTF-8");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  @Test
  void refusesAnUnknownCommand() {
    CliResult result = CliResult.of("rum");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("actbench: error: ")
        .contains("unknown command 'rum'. Did you mean 'run'? Known: run, plan, ")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesAnUnknownOption() {
    CliResult result = CliResult.of("run", "experiments/xor.yaml", "--epoch=3");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("actbench: error: unknown option '--epoch'.\nTry 'actbench run --help'.")
        .doesNotContain("\tat ");
  }

  @Test
  void guessesTheOptionThatWasMeant() {
    assertThat(CliResult.of("run", "experiments/xor.yaml", "--job", "3").err())
        .startsWith("actbench: error: unknown option '--job'. Did you mean '--jobs'?");
    assertThat(CliResult.of("validate", "my", "spec.yaml").err())
        .startsWith(
            "actbench: error: unexpected argument 'spec.yaml'; one with spaces needs quotes");
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void plansEveryShippedExperiment(Path file) throws IOException {
    assertThat(Files.readString(file)).as("a comment that says what it shows").contains("\n# ");
    CliResult table = CliResult.of("plan", file.toString(), "--results-dir", folder.toString());
    assertThat(table.exitCode()).as(table.err()).isZero();
    CliResult json = CliResult.of("plan", file.toString(), "--format", "json");
    JsonNode plan = JsonMapper.shared().readTree(json.out());
    int total = plan.get("total").intValue();
    assertThat(plan.get("runs").size()).isEqualTo(total).isPositive();
    assertThat(table.out()).contains("Total: " + total + " run");
    CliResult csv = CliResult.of("plan", file.toString(), "--format", "csv");
    assertThat(csv.out().lines()).hasSize(total + 1);
    assertThat(csv.out().lines().skip(1).findFirst().orElseThrow())
        .startsWith(plan.get("runs").get(0).get("id").stringValue() + ",");
    assertThat(CliResult.of("validate", file.toString()).out())
        .isEqualTo(file + ": " + Words.count(total, "run") + ", no problems\n");
  }

  @Test
  void tellsAllProblemsOfASpecAtOnceAndWritesNothing() throws IOException {
    Path spec = folder.resolve("bad.yaml");
    Files.writeString(
        spec,
        "dataset: mnst\nmodel: lenet-4\nactivation: [relu, gelo]\nepochs: 3.7\n",
        StandardCharsets.UTF_8);
    Path results = folder.resolve("results");
    CliResult result = CliResult.of("run", spec.toString(), "--results-dir", results.toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines()).hasSize(3);
    assertThat(result.err())
        .contains(
            ":1:10: error: ",
            ":3:20: error: ",
            ":4:9: error: ",
            "Did you mean 'mnist'?",
            "Did you mean 'gelu'?");
    assertThat(results).doesNotExist();
  }

  @Test
  void endsWithTheCommandThatFetchesMissingData() {
    CliResult result =
        CliResult.of(
            "run",
            "experiments/lenet-mnist.yaml",
            "--data-dir",
            folder.toString(),
            "--results-dir",
            folder.resolve("r").toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("actbench data fetch mnist --data-dir " + folder);
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule=reduce-on-plateau", "early-stopping=validation-loss"})
  void refusesToWatchTheTestSet(String watching) {
    CliResult result = CliResult.of("plan", "experiments/quickstart.yaml", "--set", watching);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains(
            watching.replace("=", " '")
                + "' needs examples that are held out: write the dataset as",
            "{name: fashion-mnist-small, validation: 1000}");
    assertThat(
            CliResult.of(
                    "plan",
                    "experiments/quickstart.yaml",
                    "--set",
                    watching,
                    "--set",
                    "dataset.validation=500")
                .exitCode())
        .isZero();
  }

  @Test
  void refusesANetworkThatDoesNotFitItsData() {
    CliResult result =
        CliResult.of(
            "plan", "experiments/depth.yaml", "--set", "dataset=digits", "--set", "depth=15");
    assertThat(result.exitCode()).as(result.out()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("actbench: error: run digits-depth-net")
        .contains("the input is too small");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--jobs=0", "--threads=0", "--heap=much", "--timeout=soon", "--engine-path=fast"})
  void refusesBadOptionsOfRun(String option) {
    CliResult result =
        CliResult.of(
            "run", "experiments/xor.yaml", option, "--results-dir", folder.resolve("r").toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .startsWith("actbench: error: ")
        .contains("found '", "expected ")
        .doesNotContain("\tat ");
    assertThat(folder.resolve("r")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "plan experiments/quickstart.yaml",
        "validate experiments/depth.yaml",
        "plan experiments/iris.yaml",
        "verify --list"
      })
  void neverLoadsTheTrainingLibrary(String arguments) throws Exception {
    String classes = ChildJvm.output(List.of("-Xlog:class+load"), arguments.split(" "));
    assertThat(classes)
        .contains("actbench.cli.Cli")
        .doesNotContain(" org.nd4j.", " org.deeplearning4j.", " org.bytedeco.");
  }
}
