package actbench.run;

/** No run can be trained at all, whatever its settings; the message says why. */
public final class TrainerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TrainerException(String message, Throwable cause) {
    super(message, cause);
  }
}
