package actbench.cli;

/** Small pieces of text. */
final class Words {
  private Words() {}

  /** {@code 1 run}, {@code 2 runs}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The shortest text that reads back to the same number, without {@code .0}. */
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
