package actbench.activation;

/** A name, parameter or formula that the user must correct. The message is written for people. */
public final class ActivationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public ActivationException(String message) {
    super(message);
  }
}
