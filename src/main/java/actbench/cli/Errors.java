package actbench.cli;

import actbench.activation.ActivationException;
import actbench.data.DataException;
import actbench.result.ResultException;
import actbench.spec.SpecException;
import actbench.spec.Suggestion;
import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
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
            : value(exception);
    err.println(PREFIX + message);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  /** A value that its option's type cannot be; converters of our own say it in their words. */
  private static String value(ParameterException exception) {
    ArgSpec about = exception.getArgSpec();
    if (about == null || exception.getValue() == null) {
      return exception.getMessage();
    }
    Class<?> type = about.isMultiValue() ? about.auxiliaryTypes()[0] : about.type();
    String expected;
    if (type.isEnum()) {
      expected =
          "one of "
              + Stream.of(type.getEnumConstants())
                  .map(Object::toString)
                  .collect(Collectors.joining(", "));
    } else if (Set.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
      expected = "a whole number";
    } else if (Set.of(double.class, Double.class).contains(type)) {
      expected = "a number";
    } else {
      return exception.getMessage();
    }
    String name = about instanceof OptionSpec option ? option.longestName() : about.paramLabel();
    return UserException.bad(name, exception.getValue(), expected).getMessage();
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
