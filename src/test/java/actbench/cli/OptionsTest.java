package actbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import actbench.result.Journal;
import actbench.result.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** What options take, what they refuse and in which words, and how help names them. */
final class OptionsTest {
  @TempDir Path folder;

  private static List<CommandLine> commands() {
    Deque<CommandLine> open = new ArrayDeque<>(List.of(Cli.commandLine()));
    Stream.Builder<CommandLine> commands = Stream.builder();
    while (!open.isEmpty()) {
      CommandLine command = open.pop();
      open.addAll(command.getSubcommands().values());
      commands.add(command);
    }
    return commands.build().toList();
  }

  @Test
  void namesValuesInHelpAsPeopleWriteThem() {
    int enums = 0;
    for (CommandLine command : commands()) {
      String help = command.getUsageMessage();
      assertThat(help)
          .as(command.getCommandSpec().qualifiedName())
          .doesNotContainPattern("<(arg\\d|format)")
          .doesNotContain("[,X");
      for (ArgSpec each : command.getCommandSpec().args()) {
        if (each.type().isEnum()) {
          enums++;
          assertThat(each.paramLabel()).as(help).doesNotContain("<");
        }
      }
    }
    assertThat(enums).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run experiments/xor.yaml -j abc|'--jobs', found 'abc'; expected a whole number",
        "run experiments/xor.yaml -j 0|'--jobs', found '0'; expected 1 to 256",
        "plan experiments/xor.yaml --prior-sd much|'--prior-sd', found 'much'; expected a number",
        "plan experiments/xor.yaml --prior-sd -1"
            + "|'--prior-sd', found '-1.0'; expected a number above 0",
        "plan experiments/xor.yaml --format json --prior-sd 0"
            + "|'--prior-sd', found '0.0'; expected a number above 0",
        "data list --format xml|'--format', found 'xml'; expected one of text, json",
        "activations eval mish --at 1,x|'--at', found 'x'; expected a number"
      })
  void refusesBadValuesInOneForm(String arguments, String message) {
    CliResult result = CliResult.of(arguments.split(" "));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().findFirst()).hasValue("actbench: error: bad " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--replicate sead|error: unknown setting 'sead'. Did you mean 'seed'? Known: activation, ",
        "--block foo|bad '--block', found 'foo'; expected it with CSV files only",
        "--by activation|bad '--by', found 'activation'; expected a setting other than activation",
        "--by seed|bad '--by', found 'seed'; expected a setting other than activation and seed",
        "--treatment seed|bad '--treatment', found 'seed'; expected another column than",
        "--target 50|--target goes with --all or --format",
        "--tie-band -1|bad '--tie-band', found '-1.0'; expected a number of at least 0"
      })
  void refusesWhatMakesNoSenseToCompare(String options, String message) {
    try (Journal journal = Journal.open(folder)) {
      Runs.grid().forEach(journal::append);
    }
    CliResult result = compare(folder, options);
    assertThat(result.err()).startsWith("actbench: ").contains(message);
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(compare(folder, "--all --target 50").exitCode()).isZero();
  }

  @Test
  void numbersTheRowsOfATableWithoutSeeds() throws IOException {
    Path csv = folder.resolve("other.csv");
    Files.writeString(csv, "activation,depth,size,test_accuracy\na,1,1,0.5\nb,1,1,0.6\n");
    CliResult numbered = compare(csv, "--block depth");
    assertThat(numbered.exitCode()).as(numbered.err()).isZero();
    assertThat(numbered.out()).contains("repeats are numbered");
    assertThat(compare(csv, "--replicate fold").err())
        .contains("unknown setting 'fold'. Known: activation, depth, size");
    assertThat(compare(csv, "--block activation").err())
        .contains("bad '--block', found 'activation'; expected a setting other than");
    assertThat(compare(csv, "--all --target 50").err()).contains("needs the learning curves");
  }

  @Test
  void helpsWithCommandsOfCommands() {
    assertThat(CliResult.of("help", "data", "fetch").out())
        .startsWith("Usage: actbench data fetch");
    assertThat(CliResult.of("help").out()).startsWith("Usage: actbench [");
    CliResult unknown = CliResult.of("help", "data", "fetsh");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .startsWith("actbench: error: unknown command 'fetsh'. Did you mean 'fetch'? Known: ");
    assertThat(CliResult.of("help", "rnu").err()).contains("Did you mean 'run'?");
  }

  private static CliResult compare(Path source, String options) {
    return CliResult.of(
        Stream.concat(Stream.of("compare", source.toString()), Arrays.stream(options.split(" ")))
            .toArray(String[]::new));
  }
}
