package actbench.report;

import actbench.compare.Comparison;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes comparisons; the same comparison always gives the same text. */
public final class Report {
  private Report() {}

  /** The comparison in a format, with a line end behind it. */
  public static String write(Comparison comparison, Format format) {
    return write(comparison, Evidence.NONE, format);
  }

  /** The same with all that is known beside; only {@link Format#HTML} has pictures. */
  public static String write(Comparison comparison, Evidence evidence, Format format) {
    return switch (format) {
      case TEXT -> TextRenderer.render(ComparisonDocument.of(comparison, evidence));
      case MD -> MarkdownRenderer.render(ComparisonDocument.of(comparison, evidence));
      case LATEX -> LatexRenderer.render(ComparisonDocument.of(comparison, evidence));
      case HTML -> HtmlReport.write(comparison, evidence);
      case CSV -> ComparisonCsv.write(comparison, evidence);
      case JSON -> ComparisonJson.write(comparison, evidence);
    };
  }

  /** The names of a report's pictures with their titles, in its order. */
  public static SortedMap<String, String> figures(Comparison comparison, Evidence evidence) {
    SortedMap<String, String> titles = new TreeMap<>();
    new ReportFigures(comparison, evidence)
        .all()
        .forEach((name, figure) -> titles.put(name, TextRenderer.harmless(figure.title())));
    return titles;
  }

  /**
   * One picture of a report as a file's content.
   *
   * @param name one of {@link #figures}
   * @param png whether as PNG; else as SVG
   */
  public static byte[] figure(Comparison comparison, Evidence evidence, String name, boolean png) {
    Figure figure = new ReportFigures(comparison, evidence).all().get(name);
    if (figure == null) {
      throw new IllegalArgumentException("no figure '" + name + "'");
    }
    return png ? figure.svg().png() : figure.file().getBytes(StandardCharsets.UTF_8);
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
