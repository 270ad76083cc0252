package actbench.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code actbench completion}: what lets a shell complete commands, options, names and files. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Writes what bash and zsh need to complete commands, options and names.",
    footer = {
      "",
      "For this shell, or as a line of ~/.bashrc or ~/.zshrc (there with the full path):",
      "  eval \"$(./actbench completion)\""
    })
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine()
        .getOut()
        .print(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
  }
}
