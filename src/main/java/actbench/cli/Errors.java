package actbench.cli;

import actbench.activation.ActivationException;
import actbench.data.DataException;
import actbench.result.ResultException;
import actbench.spec.SpecException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into words and an exit code; the only place that does. */
final class Errors {
  private Errors() {}

  /** Wrong use of the command line. */
  static int usage(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("actbench: error: " + exception.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
      err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    }
    return ExitCode.USAGE;
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
      err.println((message.startsWith("formula:") ? "" : "actbench: error: ") + message);
      code = ExitCode.USAGE;
    } else if (exception instanceof UserException || exception instanceof DataException) {
      err.println("actbench: error: " + exception.getMessage());
      code = ExitCode.USAGE;
    } else if (exception instanceof ResultException) {
      err.println(exception.getMessage());
      code = ExitCode.USAGE;
    } else if (exception instanceof InterruptedException) {
      code = ExitCode.INTERRUPTED;
    } else {
      err.println("actbench: error: a fault in actbench: " + exception);
      err.println("Please report it with what --stacktrace shows.");
      code = ExitCode.FAILED;
    }
    if (stackTrace) {
      exception.printStackTrace(err);
    }
    return code;
  }
}
