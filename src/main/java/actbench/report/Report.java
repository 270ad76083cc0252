package actbench.report;

import actbench.compare.Comparison;

/** Writes comparisons; the same comparison always gives the same text. */
public final class Report {
  private Report() {}

  /** The comparison in a format, with a line end behind it. */
  public static String write(Comparison comparison, Format format) {
    return switch (format) {
      case TEXT -> TextRenderer.render(ComparisonDocument.of(comparison));
      case MD -> MarkdownRenderer.render(ComparisonDocument.of(comparison));
      case LATEX -> LatexRenderer.render(ComparisonDocument.of(comparison));
      case CSV -> ComparisonCsv.write(comparison);
      case JSON -> ComparisonJson.write(comparison);
    };
  }
}
