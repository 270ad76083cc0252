package actbench.report;

import actbench.report.Table.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain text for terminals, at most 100 columns wide; a wider table is broken into several. Control
 * characters of names are shown as {@code ?}, so that none can move the cursor or set colours.
 */
final class TextRenderer implements Renderer {
  private static final int WIDTH = 100;
  private static final int LEAST_WIDTH = 40;
  private static final String GAP = "  ";

  private final StringBuilder out = new StringBuilder(4096);
  private final int width;
  private final boolean airy;

  private TextRenderer(int width, boolean airy) {
    this.width = width;
    this.airy = airy;
  }

  static String render(Document document) {
    return render(document, WIDTH, false);
  }

  /** The document in lines of a width, with an empty line above every table and list. */
  static String airy(Document document, int width) {
    return render(document, Math.max(LEAST_WIDTH, Math.min(width, WIDTH)), true);
  }

  private static String render(Document document, int width, boolean airy) {
    TextRenderer renderer = new TextRenderer(width, airy);
    document.draw(renderer);
    return renderer.out.toString();
  }

  /** The text without what a terminal would obey. */
  static String harmless(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean obeyed =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR
                      || type == Character.SURROGATE;
              clean.appendCodePoint(obeyed ? '?' : c);
            });
    return clean.toString();
  }

  @Override
  public void heading(int level, String text) {
    gap();
    int from = out.length();
    wrap("", harmless(text));
    int longest = out.substring(from).lines().mapToInt(String::length).max().orElse(0);
    line((level == 1 ? "=" : "-").repeat(longest));
  }

  @Override
  public void paragraph(String text) {
    if (!out.isEmpty() && !endsWithRule()) {
      gap();
    }
    wrap("", harmless(text));
  }

  @Override
  public void bullets(List<String> items) {
    air();
    items.forEach(item -> wrap("- ", harmless(item)));
  }

  @Override
  public void table(Table table) {
    air();
    int columns = table.header().size();
    int[] widths = new int[columns];
    List<String> header = table.header().stream().map(TextRenderer::harmless).toList();
    List<List<String>> rows = table.rows().stream().map(TextRenderer::texts).toList();
    for (int column = 0; column < columns; column++) {
      int widest = header.get(column).length();
      for (List<String> row : rows) {
        widest = Math.max(widest, row.get(column).length());
      }
      widths[column] = widest;
    }
    int labelWidth = 0;
    for (int column = 0; column < table.labels(); column++) {
      labelWidth += widths[column] + GAP.length();
    }
    int from = table.labels();
    do {
      int to = from;
      int used = labelWidth;
      // One column at least, however wide, or it would never end.
      while (to < columns
          && (to == from || used + widths[to] + GAP.length() <= width + GAP.length())) {
        used += widths[to] + GAP.length();
        to++;
      }
      if (from > table.labels()) {
        gap();
      }
      chunk(table.labels(), from, to, widths, header, rows);
      from = to;
    } while (from < columns);
  }

  /** Strong cells get a star; the others a blank in its place, so that digits stay aligned. */
  private static List<String> texts(List<Entry> row) {
    return row.stream().map(cell -> harmless(cell.text()) + (cell.strong() ? "*" : " ")).toList();
  }

  private void chunk(
      int labels, int from, int to, int[] widths, List<String> header, List<List<String>> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(header.stream().map(text -> text + " ").toList());
    lines.addAll(rows);
    for (List<String> cells : lines) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < labels; column++) {
        text.append(cells.get(column).stripTrailing());
        pad(text, widths[column] + 1 - cells.get(column).stripTrailing().length());
        text.append(GAP, 0, 1);
      }
      for (int column = from; column < to; column++) {
        pad(text, widths[column] + 1 - cells.get(column).length());
        text.append(cells.get(column)).append(GAP, 0, 1);
      }
      line(text.toString().stripTrailing());
    }
  }

  private static void pad(StringBuilder text, int blanks) {
    text.append(" ".repeat(Math.max(0, blanks)));
  }

  private void wrap(String mark, String text) {
    StringBuilder line = new StringBuilder(mark);
    for (String word : text.split(" ", -1)) {
      if (line.length() > mark.length() && line.length() + 1 + word.length() > width) {
        line(line.toString());
        line = new StringBuilder(" ".repeat(mark.length()));
      } else if (line.length() > mark.length()) {
        line.append(' ');
      }
      line.append(word);
    }
    line(line.toString());
  }

  private void air() {
    if (airy && !out.isEmpty() && !endsWithRule()) {
      gap();
    }
  }

  private boolean endsWithRule() {
    return out.length() > 1 && "=-".indexOf(out.charAt(out.length() - 2)) >= 0;
  }

  private void gap() {
    if (!out.isEmpty()) {
      out.append('\n');
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
