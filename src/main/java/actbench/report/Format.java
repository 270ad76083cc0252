package actbench.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a comparison can be written. */
public enum Format {
  /** For terminals, 100 columns at most. */
  TEXT("txt"),
  /** GitHub-flavoured Markdown. */
  MD("md"),
  /** A LaTeX document with booktabs tables. */
  LATEX("tex"),
  /** One file with pictures, for browsers. */
  HTML("html"),
  /** One tidy table, for programs and spreadsheets. */
  CSV("csv"),
  /** Everything, unrounded. */
  JSON("json");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /** How names of such files end, without the dot. */
  public String ending() {
    return ending;
  }

  /** The form that a file's name tells by its ending, in capitals or not; empty for others. */
  public static Optional<Format> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> name.endsWith("." + each.ending)).findFirst();
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The word too, so that help and errors name what can be typed. */
  @Override
  public String toString() {
    return word();
  }
}
