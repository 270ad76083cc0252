package actbench.report;

import actbench.report.Table.Entry;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A LaTeX document with booktabs tables; its parts can be copied into a paper. All that LaTeX would
 * obey in a name is escaped.
 */
final class LatexRenderer implements Renderer {
  private static final String HEAD =
      """
      \\documentclass{article}
      \\usepackage[T1]{fontenc}
      \\usepackage[utf8]{inputenc}
      \\usepackage{textcomp}
      \\usepackage{booktabs}
      \\usepackage{graphicx}
      \\usepackage[margin=2cm]{geometry}
      \\begin{document}
      """;

  /** So many rows fit on a page. */
  private static final int PAGE = 45;

  private final StringBuilder out = new StringBuilder(4096);

  private LatexRenderer() {}

  static String render(Document document) {
    LatexRenderer renderer = new LatexRenderer();
    renderer.out.append(HEAD);
    document.draw(renderer);
    return renderer.out.append("\n\\end{document}\n").toString();
  }

  /** The text as itself. Letters that the default fonts lack become {@code ?}. */
  static String escape(String text) {
    StringBuilder clean = new StringBuilder(text.length() + 16);
    TextRenderer.harmless(text).codePoints().forEach(c -> clean.append(escape(c)));
    return clean.toString();
  }

  private static String escape(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '{', '}', '$', '&', '#', '%', '_' -> "\\" + (char) c;
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\textquotedbl{}";
      case '\'' -> "\\textquotesingle{}";
      case '`' -> "\\textasciigrave{}";
      // A bracket at the start of a table row would be taken for an argument of the line end.
      case '[', ']' -> "{" + (char) c + "}";
      // Two hyphens would become a dash.
      case '-' -> "{-}";
      case '±' -> "$\\pm$";
      default -> c < 0x100 ? Character.toString(c) : "?";
    };
  }

  @Override
  public void heading(int level, String text) {
    out.append('\n')
        .append(level == 1 ? "\\section*{" : "\\subsection*{")
        .append(escape(text))
        .append("}\n");
  }

  @Override
  public void paragraph(String text) {
    out.append('\n').append(escape(text)).append('\n');
  }

  @Override
  public void bullets(List<String> items) {
    out.append("\n\\begin{itemize}\n");
    items.forEach(item -> out.append("  \\item ").append(escape(item)).append('\n'));
    out.append("\\end{itemize}\n");
  }

  /** A tabular does not break across pages, so a long table is set as several with one header. */
  @Override
  public void table(Table table) {
    for (int from = 0; from < Math.max(1, table.rows().size()); from += PAGE) {
      int to = Math.min(from + PAGE, table.rows().size());
      part(table, table.rows().subList(from, to));
    }
  }

  private void part(Table table, List<List<Entry>> rows) {
    int numbers = table.header().size() - table.labels();
    // Shrinks a table that is too wide, and leaves others alone.
    out.append("\n\\begin{center}\n")
        .append("\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n")
        .append("\\begin{tabular}{")
        .append("l".repeat(table.labels()))
        .append("r".repeat(numbers))
        .append("}\n\\toprule\n");
    row(table.header().stream().map(LatexRenderer::escape).toList());
    out.append("\\midrule\n");
    rows.forEach(row -> row(row.stream().map(LatexRenderer::entry).toList()));
    out.append("\\bottomrule\n\\end{tabular}}\n\\end{center}\n");
  }

  private static String entry(Entry cell) {
    return cell.strong() ? "\\textbf{" + escape(cell.text()) + "}" : escape(cell.text());
  }

  private void row(List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" & ", "", " \\\\\n")));
  }
}
