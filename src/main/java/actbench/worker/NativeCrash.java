package actbench.worker;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads what a JVM prints when a fault in native code ends it: of some twenty lines the fault, the
 * place, and the file with the rest.
 *
 * <p>The exit code does not tell: a JVM that writes no core ends with 1.
 */
final class NativeCrash {
  private static final String BANNER = "# A fatal error has been detected by the Java Runtime";
  private static final String FRAME = "# Problematic frame:";
  private static final String REPORT = "# An error report file with more information is saved as:";

  private String before = "";
  private boolean seen;
  private String fault = "";
  private String frame = "";
  private String report = "";

  void line(String line) {
    if (line.startsWith(BANNER)) {
      seen = true;
    }
    if (!seen) {
      return;
    }
    String text = line.replaceFirst("^#\\s*", "").strip();
    if (before.equals(FRAME)) {
      frame = text.replaceAll("\\s+", " ");
    } else if (before.equals(REPORT)) {
      report = text;
    } else if (fault.isEmpty() && text.contains(" at pc=")) {
      fault = text.substring(0, text.indexOf(" at pc="));
    }
    if (!text.isEmpty()) {
      before = line.strip();
    }
  }

  /** The cause of death in words; empty if there was no such crash. */
  Optional<String> words() {
    if (!seen) {
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder("the worker crashed: a fault in native code");
    words.append(fault.isEmpty() ? "" : ", " + fault);
    words.append(frame.isEmpty() ? "" : " in " + frame);
    if (!report.isEmpty()) {
      Path file = Path.of(report).getFileName();
      words.append("; more in ").append(file == null ? report : file);
    }
    return Optional.of(words.toString());
  }
}
