package actbench.data.download;

import java.io.IOException;

/** A download that failed; the message says what the server did. */
public final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean temporary;

  private DownloadException(String message, boolean temporary, Throwable cause) {
    super(message, cause);
    this.temporary = temporary;
  }

  /** A failure that may pass. */
  static DownloadException temporary(String message, Throwable cause) {
    return new DownloadException(message, true, cause);
  }

  /** A failure that will not pass by trying again. */
  static DownloadException lasting(String message) {
    return new DownloadException(message, false, null);
  }

  /** Whether the same request may succeed later. */
  boolean isTemporary() {
    return temporary;
  }
}
