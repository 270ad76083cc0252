package actbench.cli;

/** What the program returns to its caller. */
final class ExitCode {
  /** All went well. */
  static final int OK = 0;

  /** Some run failed, or the program has a fault. */
  static final int FAILED = 1;

  /** Wrong use or a bad spec; nothing was run. */
  static final int USAGE = 2;

  /** Stopped by Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
