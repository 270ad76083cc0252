package actbench.cli;

import actbench.activation.ActivationException;
import actbench.data.DataException;
import actbench.result.ResultException;
import actbench.spec.SpecException;
import actbench.spec.Suggestion;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words and an exit code; the only place that does. */
final class Errors {
  /** Opens a message that no file and line open. */
  static final String PREFIX = "actbench: error: ";

  private Errors() {}

  /** Wrong use of the command line. */
  static int usage(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    String message =
        exception instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched.getUnmatched().get(0), command)
            : exception.getMessage();
    err.println(PREFIX + message);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  private static String unmatched(String argument, CommandLine command) {
    if (argument.startsWith("-")) {
      String name = argument.replaceFirst("=.*", "");
      return "unknown option '"
          + name
          + "'."
          + Suggestion.near(name, command.getCommandSpec().optionsMap().keySet());
    } else if (!command.getSubcommands().isEmpty()) {
      return "unknown command '"
          + argument
          + "'."
          + Suggestion.of(argument, command.getSubcommands().keySet());
    }
    return "unexpected argument '" + argument + "'; one with spaces needs quotes";
  }

  /** Anything that a command threw. */
  static int report(Exception exception, CommandLine command, boolean stackTrace) {
    PrintWriter err = command.getErr();
    int code;
    if (exception instanceof SpecException) {
      err.println(exception.getMessage());
      code = ExitCode.USAGE;
    } else if (exception instanceof ActivationException) {
      // A formula's message begins with the place in it.
      String message = exception.getMessage();
      err.println((message.startsWith("formula:") ? "" : PREFIX) + message);
      code = ExitCode.USAGE;
    } else if (exception instanceof UserException || exception instanceof DataException) {
      err.println(PREFIX + exception.getMessage());
      code = ExitCode.USAGE;
    } else if (exception instanceof ResultException) {
      String message = exception.getMessage();
      err.println((message.startsWith("error: ") ? "actbench: " : "") + message);
      code = ExitCode.USAGE;
    } else if (exception instanceof InterruptedException) {
      code = ExitCode.INTERRUPTED;
    } else {
      err.println(PREFIX + "a fault in actbench: " + exception);
      err.println("Please report it with what --stacktrace shows.");
      code = ExitCode.FAILED;
    }
    if (stackTrace) {
      exception.printStackTrace(err);
    }
    return code;
  }
}
