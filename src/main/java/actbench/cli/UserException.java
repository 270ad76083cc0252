package actbench.cli;

/** Something the user can put right; the message says what and how. */
final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserException(String message) {
    super(message);
  }

  /** The value of an option will not do: {@code bad '--jobs', found '0'; expected 1 to 256}. */
  static UserException bad(String option, Object found, String expected) {
    return new UserException("bad '" + option + "', found '" + found + "'; expected " + expected);
  }
}
