package actbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture. On a page its colours come from style classes, so that the page's themes reach them:
 * {@code s0} to {@code s7} for series, {@code axis}, {@code grid}, {@code band}. As a file of its
 * own it has those of the light theme.
 */
final class Svg {
  /** What a letter takes of a line, for fitting names; the widest are wider. */
  private static final double LETTER = 6.6;

  private final List<Shape> shapes = new ArrayList<>();
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

  /** The text, cut where it would be longer than a number of pixels. */
  static String fitted(String text, double pixels) {
    int letters = (int) Math.max(3, pixels / LETTER);
    int length = text.codePointCount(0, text.length());
    return length <= letters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
  }

  /** The text in lines of no more than a number of pixels, broken between words. */
  static List<String> wrapped(String text, double pixels) {
    int letters = (int) (pixels / LETTER);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(fitted(word, pixels));
    }
    lines.add(line.toString());
    return lines;
  }

  Svg line(String style, double x1, double y1, double x2, double y2) {
    shapes.add(new Shape.Line(style, x1, y1, x2, y2));
    return this;
  }

  /** Joined points, filled if closed. */
  Svg path(String style, List<double[]> points, boolean closed) {
    shapes.add(new Shape.Path(style, points, closed));
    return this;
  }

  /** A text; the anchor is start, middle or end. */
  Svg text(String style, String anchor, double x, double y, String text) {
    shapes.add(new Shape.Text(style, anchor, x, y, text));
    return this;
  }

  /** A series' mark. */
  Svg mark(int series, double x, double y, String hint) {
    shapes.add(new Shape.Mark(series, x, y, hint));
    return this;
  }

  /** A cell of a map, from 0 for pale to 1 for full colour; a series below 0 stands for heat. */
  Svg cell(int series, double x, double y, double w, double h, double strength) {
    shapes.add(new Shape.Cell(series, x + 1, y + 1, w - 2, h - 2, strength));
    return this;
  }

  /** The picture with its name and description for those who cannot see it. */
  String element(String id, String title, String description) {
    StringBuilder out = new StringBuilder(4096);
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-labelledby=\"%s-t %s-d\">\n<title id=\"%s-t\">%s</title>\n"
                + "<desc id=\"%s-d\">%s</desc>\n",
            width,
            height,
            id,
            id,
            id,
            escape(title),
            id,
            escape(description)));
    shapes.forEach(shape -> shape.write(out));
    return out.append("</svg>\n").toString();
  }

  /** The picture as an SVG file. */
  byte[] svg(String title, String description) {
    return painted(new SvgCanvas(width, height, title, description));
  }

  /** The picture as a PNG file, with two dots for each pixel. */
  byte[] png() {
    return painted(new PixelCanvas(width, height));
  }

  private byte[] painted(Canvas canvas) {
    shapes.forEach(shape -> shape.paint(canvas));
    return canvas.bytes();
  }
}
