package actbench.report;

import actbench.report.Table.Entry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** GitHub-flavoured Markdown. All that is markup in a name is escaped. */
final class MarkdownRenderer implements Renderer {
  private static final String MARKUP = "\\`*_{}[]()#!|<>&~$";

  private final StringBuilder out = new StringBuilder(4096);

  private MarkdownRenderer() {}

  static String render(Document document) {
    MarkdownRenderer renderer = new MarkdownRenderer();
    document.draw(renderer);
    return renderer.out.toString();
  }

  /** The text as itself: on one line, without markup. */
  static String escape(String text) {
    StringBuilder clean = new StringBuilder(text.length() + 8);
    for (char c : TextRenderer.harmless(text).toCharArray()) {
      switch (c) {
        case '<' -> clean.append("&lt;");
        case '>' -> clean.append("&gt;");
        case '&' -> clean.append("&amp;");
        case '(', ')', '!', '#', '_' -> clean.append(c);
        default -> clean.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    // Underscores inside words are plain in this dialect; at a word's edge they are emphasis.
    return clean.toString().replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "\\\\_");
  }

  @Override
  public void heading(int level, String text) {
    gap();
    out.append("#".repeat(level)).append(' ').append(escape(text)).append('\n');
  }

  @Override
  public void paragraph(String text) {
    gap();
    out.append(start(escape(text))).append('\n');
  }

  @Override
  public void bullets(List<String> items) {
    gap();
    items.forEach(item -> out.append("- ").append(start(escape(item))).append('\n'));
  }

  /** What would start a list, a heading or a rule at the beginning of a line. */
  private static String start(String text) {
    return !text.isEmpty() && "#+-=".indexOf(text.charAt(0)) >= 0 ? "\\" + text : text;
  }

  @Override
  public void table(Table table) {
    gap();
    row(table.header().stream().map(MarkdownRenderer::escape).toList());
    row(
        IntStream.range(0, table.header().size())
            .mapToObj(column -> column < table.labels() ? ":---" : "---:")
            .toList());
    table.rows().forEach(row -> row(row.stream().map(MarkdownRenderer::entry).toList()));
  }

  private static String entry(Entry cell) {
    String text = escape(cell.text());
    return cell.strong() && !text.isBlank() ? "**" + text + "**" : text;
  }

  private void row(List<String> cells) {
    out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  private void gap() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }
}
