package actbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A piece of a picture: as an element with style classes, and painted in the light theme. */
sealed interface Shape {
  /** Appends the SVG element. */
  void write(StringBuilder out);

  /** Draws it with colours of its own. */
  void paint(Canvas canvas);

  /** A straight line of a style: {@code grid}, {@code axis}, {@code group} or a series' line. */
  record Line(String style, double x1, double y1, double x2, double y2) implements Shape {
    @Override
    public void write(StringBuilder out) {
      out.append(
          String.format(
              Locale.ROOT,
              "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n",
              style,
              Svg.number(x1),
              Svg.number(y1),
              Svg.number(x2),
              Svg.number(y2)));
    }

    @Override
    public void paint(Canvas canvas) {
      List<double[]> points = List.of(new double[] {x1, y1}, new double[] {x2, y2});
      canvas.line(points, Theme.stroke(style), Theme.width(style), Theme.dashes(style));
    }
  }

  /** Joined points: the line of a series, or closed and filled its band. */
  record Path(String style, List<double[]> points, boolean closed) implements Shape {
    @Override
    public void write(StringBuilder out) {
      out.append("<path class=\"").append(style).append("\" d=\"");
      for (int i = 0; i < points.size(); i++) {
        out.append(i == 0 ? 'M' : 'L')
            .append(Svg.number(points.get(i)[0]))
            .append(' ')
            .append(Svg.number(points.get(i)[1]));
      }
      out.append(closed ? "Z" : "").append("\"/>\n");
    }

    @Override
    public void paint(Canvas canvas) {
      if (closed) {
        canvas.fill(points, Theme.stroke(style), Theme.BAND);
      } else {
        canvas.line(points, Theme.stroke(style), Theme.width(style), Theme.dashes(style));
      }
    }
  }

  /** A text; the anchor is start, middle or end. */
  record Text(String style, String anchor, double x, double y, String text) implements Shape {
    @Override
    public void write(StringBuilder out) {
      out.append(
          String.format(
              Locale.ROOT,
              "<text class=\"%s\" text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>\n",
              style,
              anchor,
              Svg.number(x),
              Svg.number(y),
              Svg.escape(text)));
    }

    @Override
    public void paint(Canvas canvas) {
      double place = anchor.equals("start") ? 0 : anchor.equals("end") ? 1 : 0.5;
      canvas.text(x, y, place, Theme.TEXT, Theme.ink(style), TextRenderer.harmless(text));
    }
  }

  /** A series' mark: shapes tell series apart where colours do not. */
  record Mark(int series, double x, double y, String hint) implements Shape {
    @Override
    public void write(StringBuilder out) {
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
              Svg.number(x),
              Svg.number(y),
              shape,
              Svg.escape(hint)));
    }

    @Override
    public void paint(Canvas canvas) {
      double[][] corners =
          switch (series % 4) {
            case 0 -> circle();
            case 1 -> new double[][] {{-4, -4}, {4, -4}, {4, 4}, {-4, 4}};
            case 2 -> new double[][] {{0, -5}, {5, 4}, {-5, 4}};
            default -> new double[][] {{0, -5}, {5, 0}, {0, 5}, {-5, 0}};
          };
      List<double[]> points = new ArrayList<>();
      for (double[] corner : corners) {
        points.add(new double[] {x + corner[0], y + corner[1]});
      }
      canvas.fill(points, Theme.series(series), 1);
    }

    private static double[][] circle() {
      double[][] points = new double[24][];
      for (int i = 0; i < points.length; i++) {
        double angle = 2 * Math.PI * i / points.length;
        points[i] = new double[] {4 * Math.cos(angle), 4 * Math.sin(angle)};
      }
      return points;
    }
  }

  /**
   * A cell of a map.
   *
   * @param series whose colour it has; below 0 the one of heat
   * @param strength from 0 for pale to 1 for full colour
   */
  record Cell(int series, double x, double y, double width, double height, double strength)
      implements Shape {
    @Override
    public void write(StringBuilder out) {
      out.append(
          String.format(
              Locale.ROOT,
              "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                  + " fill-opacity=\"%.2f\"/>\n",
              series < 0 ? "heat" : "cell s" + series % Palette.SIZE,
              Svg.number(x),
              Svg.number(y),
              Svg.number(width),
              Svg.number(height),
              strength));
    }

    @Override
    public void paint(Canvas canvas) {
      canvas.fill(
          List.of(
              new double[] {x, y},
              new double[] {x + width, y},
              new double[] {x + width, y + height},
              new double[] {x, y + height}),
          series < 0 ? Theme.HEAT : Theme.series(series),
          strength);
    }
  }
}
