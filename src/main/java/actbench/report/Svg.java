package actbench.report;

import java.util.Locale;

/**
 * Draws an SVG picture. Colours come from style classes, so that a page's themes reach them: {@code
 * s0} to {@code s7} for series, {@code axis}, {@code grid}, {@code band}.
 */
final class Svg {
  private final StringBuilder out = new StringBuilder(4096);
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A text as XML has it; what a terminal would obey XML may not contain at all. */
  static String escape(String text) {
    return TextRenderer.harmless(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    out.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n",
            style,
            number(x1),
            number(y1),
            number(x2),
            number(y2)));
    return this;
  }

  /** A path from SVG path data. */
  Svg path(String style, String data) {
    out.append("<path class=\"").append(style).append("\" d=\"").append(data).append("\"/>\n");
    return this;
  }

  /** A text; the anchor is start, middle or end. */
  Svg text(String style, String anchor, double x, double y, String text) {
    out.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n",
            style,
            anchor,
            number(x),
            number(y),
            escape(text)));
    return this;
  }

  /** A series' mark: shapes tell series apart where colours do not. */
  Svg mark(int series, double x, double y, String hint) {
    String shape =
        switch (series % 4) {
          case 0 -> "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z";
          case 1 -> "M-4-4h8v8h-8z";
          case 2 -> "M0-5l5 9h-10z";
          default -> "M0-5l5 5l-5 5l-5-5z";
        };
    out.append(
        String.format(
            Locale.ROOT,
            "<path class=\"mark s%d\" transform=\"translate(%s %s)\" d=\"%s\">"
                + "<title>%s</title></path>\n",
            series % Palette.SIZE,
            number(x),
            number(y),
            shape,
            escape(hint)));
    return this;
  }

  /** A cell of a heat map, from 0 for pale to 1 for full colour. */
  Svg cell(double x, double y, double w, double h, double strength) {
    out.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"heat\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                + " fill-opacity=\"%.2f\"/>\n",
            number(x + 1),
            number(y + 1),
            number(w - 2),
            number(h - 2),
            strength));
    return this;
  }

  /** The picture with its name and description for those who cannot see it. */
  String element(String id, String title, String description) {
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-labelledby=\"%s-t %s-d\">\n<title id=\"%s-t\">%s</title>\n"
            + "<desc id=\"%s-d\">%s</desc>\n%s</svg>\n",
        width,
        height,
        id,
        id,
        id,
        escape(title),
        id,
        escape(description),
        out);
  }
}
