package actbench.cli;

import actbench.report.Format;
import actbench.result.OutputFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** In what form and where a document is written: shared by {@code verify} and {@code tables}. */
final class DocumentOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it (default: standard output).")
  private Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, md, latex, html, csv or json (default: what FILE ends in: txt, md, tex, html, csv,"
              + " json; else text).")
  private Format format;

  Format format() {
    return format(format, output, Format.TEXT);
  }

  /** The form that was asked for, else the one that the file's name tells, else another. */
  static Format format(Format asked, Path output, Format otherwise) {
    if (asked != null) {
      return asked;
    }
    return output == null ? otherwise : Format.of(output).orElse(otherwise);
  }

  /**
   * Writes the text where it was asked for.
   *
   * @param what its name in the sentence that tells of a file: {@code Tables}
   */
  void write(String what, String text, PrintWriter out) {
    if (output == null) {
      out.print(text);
    } else {
      OutputFile.write(output, text);
      tell(what, output, out);
    }
    out.flush();
  }

  /** Says where something was written, unless it went into a device or a pipe. */
  static void tell(String what, Path file, PrintWriter out) {
    // A message would mix with the text where both come out of standard output.
    if (!OutputFile.isStream(file)) {
      out.println(what + " written to " + file);
    }
  }
}
