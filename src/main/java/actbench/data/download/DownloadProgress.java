package actbench.data.download;

/** Hears how a download gets on. Called from the thread that downloads; must return quickly. */
public interface DownloadProgress {
  /** Hears nothing. */
  DownloadProgress NONE = new DownloadProgress() {};

  /** Something worth a line: a start, a retry, another mirror. */
  default void note(String line) {}

  /**
   * Bytes have come.
   *
   * @param file the name of what is fetched
   * @param done bytes so far, those of earlier tries included
   * @param total the whole length, or -1 when the server does not tell
   */
  default void bytes(String file, long done, long total) {}
}
