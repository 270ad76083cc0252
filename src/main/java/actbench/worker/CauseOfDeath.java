package actbench.worker;

/** Puts a process's exit code into words. */
final class CauseOfDeath {
  /** What a JVM returns under {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int OUT_OF_HEAP = 3;

  private static final int SIGNALLED = 128;

  private CauseOfDeath() {}

  static String of(int code) {
    if (code == OUT_OF_HEAP) {
      return "the worker ran out of heap; try --heap with more, or a smaller batch";
    }
    return switch (code - SIGNALLED) {
      case 2 -> "the worker was interrupted (SIGINT)";
      case 4 -> "the worker hit an instruction that this CPU lacks (SIGILL)";
      case 6 -> "the worker aborted (SIGABRT): a fault in native code";
      case 9 -> "the worker was killed (SIGKILL), perhaps since the machine ran out of memory";
      case 11 -> "the worker crashed (SIGSEGV): a fault in native code";
      case 15 -> "the worker was ended (SIGTERM)";
      default -> "the worker ended with exit code " + code;
    };
  }

  /** Whether somebody at a terminal pressed Ctrl-C, which reaches every process of the program. */
  static boolean isInterrupt(int code) {
    return code - SIGNALLED == 2;
  }
}
