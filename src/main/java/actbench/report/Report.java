package actbench.report;

import actbench.compare.Comparison;

/** Writes comparisons; the same comparison always gives the same text. */
public final class Report {
  private Report() {}

  /** The comparison in a format, with a line end behind it. */
  public static String write(Comparison comparison, Format format) {
    return write(comparison, Evidence.NONE, format);
  }

  /** The same with all that the pictures of {@link Format#HTML} show; other formats have none. */
  public static String write(Comparison comparison, Evidence evidence, Format format) {
    return switch (format) {
      case TEXT -> TextRenderer.render(ComparisonDocument.of(comparison));
      case MD -> MarkdownRenderer.render(ComparisonDocument.of(comparison));
      case LATEX -> LatexRenderer.render(ComparisonDocument.of(comparison));
      case HTML -> HtmlReport.write(comparison, evidence);
      case CSV -> ComparisonCsv.write(comparison);
      case JSON -> ComparisonJson.write(comparison);
    };
  }

  /**
   * The short form for a terminal: who won, by how much, a line a pair.
   *
   * @param columns of the terminal; at most 100 are used
   * @param hint the last line: where there is more
   */
  public static String brief(Comparison comparison, int columns, String hint) {
    return TextRenderer.airy(Brief.of(comparison, hint), columns);
  }
}
