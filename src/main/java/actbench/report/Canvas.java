package actbench.report;

import java.util.List;

/** What a plot is drawn on. Lengths are pixels, y grows downwards, colours are {@code 0xRRGGBB}. */
interface Canvas {
  /**
   * A line through points.
   *
   * @param dashes lengths on and off along the line; none for a solid one
   */
  void line(List<double[]> points, int colour, double width, double... dashes);

  /** The area within points; opacity goes from 0 to 1. */
  void fill(List<double[]> points, int colour, double opacity);

  /**
   * A text with its base line at y.
   *
   * @param anchor where x lies: 0 at the text's start, 0.5 in its middle, 1 at its end
   */
  void text(double x, double y, double anchor, double size, int colour, String text);

  /** The finished picture as a file's content. */
  byte[] bytes();
}
