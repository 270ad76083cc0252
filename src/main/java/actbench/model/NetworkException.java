package actbench.model;

/** A network that cannot be built from the settings it was given; the message is for the user. */
public final class NetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NetworkException(String message) {
    super(message);
  }
}
