package actbench.report;

import actbench.report.Table.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One HTML file that needs nothing else: no network, no script, its style inside. Light and dark
 * follow the reader's system.
 */
final class HtmlRenderer implements Renderer {
  /** Beyond so many columns a table is set closer. */
  private static final int WIDE = 10;

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final StringBuilder contents = new StringBuilder();
  private int sections;
  private boolean led;

  private HtmlRenderer() {}

  static String render(Document document, String title) {
    HtmlRenderer renderer = new HtmlRenderer();
    document.draw(renderer);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + style()
        + "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n"
        + "<nav aria-label=\"Contents\"><ul>\n"
        + renderer.contents
        + "</ul></nav>\n<main id=\"main\">\n"
        + renderer.out
        + (renderer.sections > 0 ? "</section>\n" : "")
        + "</main>\n</body>\n</html>\n";
  }

  static String style() {
    try (InputStream in = HtmlRenderer.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String escape(String text) {
    return Svg.escape(text);
  }

  @Override
  public void heading(int level, String text) {
    if (level == 1) {
      out.append("<h1>").append(escape(text)).append("</h1>\n");
      return;
    }
    out.append(sections > 0 ? "</section>\n" : "");
    sections++;
    out.append("<section aria-labelledby=\"s").append(sections).append("\">\n<h2 id=\"s");
    out.append(sections).append("\">").append(escape(text)).append("</h2>\n");
    contents.append("<li><a href=\"#s").append(sections).append("\">");
    int colon = text.indexOf(':');
    contents.append(escape(colon < 0 ? text : text.substring(0, colon))).append("</a></li>\n");
  }

  @Override
  public void paragraph(String text) {
    boolean lead = sections == 0 && !led;
    led = true;
    out.append(lead ? "<p class=\"lead\">" : "<p>").append(escape(text)).append("</p>\n");
  }

  @Override
  public void bullets(List<String> items) {
    out.append("<ul>\n");
    items.forEach(item -> out.append("<li>").append(escape(item)).append("</li>\n"));
    out.append("</ul>\n");
  }

  @Override
  public void table(Table table) {
    String caption = escape(table.caption());
    // Focusable, so that the keyboard can scroll what is wider than the page.
    out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(caption)
        .append(table.header().size() > WIDE ? "\">\n<table class=\"wide\">\n" : "\">\n<table>\n")
        .append("<caption>")
        .append(caption)
        .append("</caption>\n<thead><tr>");
    for (int i = 0; i < table.header().size(); i++) {
      out.append("<th scope=\"col\"").append(i < table.labels() ? " class=\"l\">" : ">");
      out.append(escape(table.header().get(i))).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (List<Entry> row : table.rows()) {
      out.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        cell(row.get(i), i < table.labels());
      }
      out.append("</tr>\n");
    }
    out.append("</tbody>\n</table>\n</div>\n");
  }

  private void cell(Entry cell, boolean label) {
    String text = escape(cell.text());
    out.append(label ? "<th scope=\"row\" class=\"l\">" : "<td>")
        .append(cell.strong() ? "<strong>" + text + "</strong>" : text)
        .append(label ? "</th>" : "</td>");
  }

  @Override
  public void figure(Figure figure) {
    out.append("<figure>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
        .append(escape(figure.title()))
        .append("\">\n")
        .append(figure.svg().element(figure.name(), figure.title(), figure.description()))
        .append("</div>\n<figcaption>")
        .append(escape(figure.title()))
        .append("</figcaption>\n</figure>\n");
  }
}
