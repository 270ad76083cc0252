package actbench.cli;

import java.io.PrintStream;

/** The command line as a function of its arguments. */
public final class Cli {
  private Cli() {}

  /** Runs one command and returns the exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    err.println("not yet");
    return 2;
  }
}
