package actbench.cli;

/** Small pieces of text. */
final class Words {
  private Words() {}

  /** {@code 1 run}, {@code 2 runs}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
