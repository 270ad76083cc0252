package actbench.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws an SVG file that stands alone: white ground, colours inside. */
final class SvgCanvas implements Canvas {
  private final StringBuilder out = new StringBuilder(4096);

  SvgCanvas(int width, int height, String title) {
    this(width, height, title, "");
  }

  SvgCanvas(int width, int height, String title, String description) {
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\">\n"
                + "<title>%s</title>\n%s<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
            width,
            height,
            width,
            height,
            Svg.escape(title),
            description.isEmpty() ? "" : "<desc>" + Svg.escape(description) + "</desc>\n"));
  }

  @Override
  public void line(List<double[]> points, int colour, double width, double... dashes) {
    String pattern =
        dashes.length == 0
            ? ""
            : Arrays.stream(dashes)
                .mapToObj(Svg::number)
                .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
    out.append(
        String.format(
            Locale.ROOT,
            "<path fill=\"none\" stroke=\"#%06x\" stroke-width=\"%s\"%s d=\"%s\"/>\n",
            colour,
            Svg.number(width),
            pattern,
            data(points)));
  }

  @Override
  public void fill(List<double[]> points, int colour, double opacity) {
    out.append(
        String.format(
            Locale.ROOT,
            "<path fill=\"#%06x\" fill-opacity=\"%.2f\" d=\"%sZ\"/>\n",
            colour,
            opacity,
            data(points)));
  }

  private static String data(List<double[]> points) {
    StringBuilder data = new StringBuilder();
    for (double[] point : points) {
      data.append(data.isEmpty() ? 'M' : 'L')
          .append(Svg.number(point[0]))
          .append(' ')
          .append(Svg.number(point[1]));
    }
    return data.toString();
  }

  @Override
  public void text(double x, double y, double anchor, double size, int colour, String text) {
    String where = anchor == 0 ? "start" : anchor == 1 ? "end" : "middle";
    out.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"#%06x\">%s</text>\n",
            Svg.number(x),
            Svg.number(y),
            where,
            Svg.number(size),
            colour,
            Svg.escape(text)));
  }

  @Override
  public byte[] bytes() {
    return (out + "</svg>\n").getBytes(StandardCharsets.UTF_8);
  }
}
