package actbench.activation;

/** How often a function can be differentiated. */
public enum Smoothness {
  SMOOTH("smooth"),
  TWICE("twice"),
  ONCE("once"),
  KINK("kink"),
  JUMP("jump");

  private final String word;

  Smoothness(String word) {
    this.word = word;
  }

  /** The word shown to people; {@code once} means: the derivative is continuous but has kinks. */
  public String word() {
    return word;
  }
}
