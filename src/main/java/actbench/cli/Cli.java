package actbench.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a function of its arguments. */
@Command(
    name = "actbench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Compares activation functions: trains the same networks with each, and tells which one won.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      PlanCommand.class,
      ValidateCommand.class,
      CompareCommand.class,
      ReportCommand.class,
      VerifyCommand.class,
      TablesCommand.class,
      DataCommand.class,
      BenchCommand.class,
      ActivationsCommand.class,
      ModelsCommand.class,
      PredictCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "First steps:",
      "  actbench run experiments/quickstart.yaml",
      "  actbench help run"
    })
public final class Cli implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean stackTrace;

  private Cli() {}

  /** Runs one command and returns the exit code. */
  public static int run(String[] args, OutputStream out, OutputStream err) {
    StandardOutput output = new StandardOutput(out);
    PrintWriter messages = new PrintWriter(err, false, StandardCharsets.UTF_8);
    int code = run(args, new PrintWriter(output, false, StandardCharsets.UTF_8), messages);
    code = output.conclude(code, messages);
    messages.flush();
    return code;
  }

  /** Runs one command and returns the exit code. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    int code = commandLine().setOut(out).setErr(err).execute(args);
    out.flush();
    err.flush();
    return code;
  }

  /** All commands with their options, ready to parse arguments or run them. */
  static CommandLine commandLine() {
    Cli cli = new Cli();
    return new CommandLine(cli)
        .registerConverter(Path.class, new PathConverter())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Errors::usage)
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> Errors.report(exception, command, cli.stackTrace));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
