package actbench.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code actbench help}: the help of a command, or of a command of a command. */
@Command(
    name = "help",
    helpCommand = true,
    mixinStandardHelpOptions = true,
    description = "Shows the help of a command: actbench help data fetch")
final class HelpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, and one of its own where it has some.")
  private List<String> path = List.of();

  @Override
  public void run() {
    CommandLine asked = spec.parent().commandLine();
    for (String name : path) {
      CommandLine next = asked.getSubcommands().get(name);
      if (next == null) {
        throw new UnmatchedArgumentException(asked, List.of(name));
      }
      asked = next;
    }
    asked.usage(spec.commandLine().getOut());
  }
}
