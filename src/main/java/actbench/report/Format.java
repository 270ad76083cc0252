package actbench.report;

import java.util.Locale;

/** The forms in which a comparison can be written. */
public enum Format {
  /** For terminals, 100 columns at most. */
  TEXT,
  /** GitHub-flavoured Markdown. */
  MD,
  /** A LaTeX document with booktabs tables. */
  LATEX,
  /** One file with pictures, for browsers. */
  HTML,
  /** One tidy table, for programs and spreadsheets. */
  CSV,
  /** Everything, unrounded. */
  JSON;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
