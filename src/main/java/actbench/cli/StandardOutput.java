package actbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Standard output that remembers why it could not be written: a {@link PrintWriter} tells nobody.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream out;
  private IOException failure;

  StandardOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int each) throws IOException {
    attempt(() -> out.write(each));
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    attempt(() -> out.write(bytes, from, count));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private void attempt(Attempt attempt) throws IOException {
    try {
      attempt.run();
    } catch (IOException e) {
      failure = failure == null ? e : failure;
      throw e;
    }
  }

  /**
   * The exit code of a command that would have ended with another, and a word to the user if what
   * it wrote is lost. A reader that has seen enough, such as {@code head}, is no failure.
   */
  int conclude(int code, PrintWriter err) {
    if (failure == null || isClosedPipe()) {
      return code;
    }
    err.println(Errors.PREFIX + "standard output cannot be written: " + failure.getMessage());
    return code == ExitCode.OK ? ExitCode.FAILED : code;
  }

  private boolean isClosedPipe() {
    String reason = failure.getMessage();
    return reason != null && reason.toLowerCase(Locale.ROOT).contains("broken pipe");
  }
}
