package actbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a call of the program came to, as its caller sees it. */
record CliResult(int exitCode, String out, String err) {
  /** Calls the program in this process. */
  static CliResult of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Cli.run(args, new PrintWriter(out), new PrintWriter(err));
    return new CliResult(exitCode, out.toString(), err.toString());
  }
}
