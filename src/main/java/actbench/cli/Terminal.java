package actbench.cli;

/** What is known of the terminal. */
final class Terminal {
  private static final int USUAL = 80;

  private Terminal() {}

  /** Whether lines can be drawn again in place. */
  static boolean isLive() {
    return Integer.getInteger("actbench.columns", 0) > 0 && !"dumb".equals(System.getenv("TERM"));
  }

  /** Its width; 80 if it is not known, as for a pipe. */
  static int columns() {
    int columns = Integer.getInteger("actbench.columns", 0);
    return columns > 0 ? columns : USUAL;
  }
}
