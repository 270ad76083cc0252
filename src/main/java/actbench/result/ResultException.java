package actbench.result;

/** Results that cannot be read, written or compared; the message is meant for people. */
public final class ResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ResultException(String message) {
    super(message);
  }

  public ResultException(String message, Throwable cause) {
    super(message, cause);
  }
}
