package actbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Plots functions of one number: on the left the functions, on the right their derivatives. */
public final class FunctionPlot {
  private static final int SAMPLES = 480;
  private static final int WIDTH = 640;
  private static final int PANEL = 280;
  private static final int HEIGHT = 190;
  private static final int LEFT = 34;
  private static final int BOTTOM = 28;
  private static final int LEGEND_ROW = 17;
  private static final int INK = 0x222222;
  private static final int SOFT = 0x666666;
  private static final int RULE = 0xe2e2e2;
  private static final int ZERO = 0xa0a0a0;

  /** The series colours of the reports on white. */
  private static final List<Integer> COLOURS =
      List.of(0x3d3d3d, 0xb35900, 0x0067a5, 0x00795a, 0xb8397f, 0x7a5ac8, 0x8a6d00, 0xc8102e);

  /** A function to plot. */
  public record Curve(String name, DoubleUnaryOperator value, DoubleUnaryOperator derivative) {
    public Curve {
      Objects.requireNonNull(name, "name");
    }
  }

  private final List<Curve> curves;
  private final Palette palette;
  private final double from;
  private final double to;
  private final List<List<Integer>> legend = new ArrayList<>();
  private final int top;

  /**
   * A plot of these functions over {@code from <= x <= to}.
   *
   * @throws IllegalArgumentException without a function, or for an empty or infinite range
   */
  public FunctionPlot(List<Curve> curves, double from, double to) {
    if (curves.isEmpty() || !(from < to) || !Double.isFinite(to - from)) {
      throw new IllegalArgumentException("nothing to plot");
    }
    this.curves = List.copyOf(curves);
    this.palette = new Palette(curves.stream().map(Curve::name).toList());
    this.from = from;
    this.to = to;
    double x = WIDTH;
    for (int i = 0; i < curves.size(); i++) {
      double width = legendWidth(i);
      if (x + width > WIDTH) {
        legend.add(new ArrayList<>());
        x = LEFT;
      }
      legend.get(legend.size() - 1).add(i);
      x += width;
    }
    this.top = 12 + LEGEND_ROW * legend.size() + 14;
  }

  private double legendWidth(int curve) {
    return 38 + 6.6 * curves.get(curve).name().length();
  }

  /** The plot as an SVG file. */
  public byte[] svg() {
    String title = String.join(", ", curves.stream().map(Curve::name).toList());
    return draw(new SvgCanvas(WIDTH, height(), title + ": function and derivative"));
  }

  /** The plot as a PNG file of twice the size in pixels. */
  public byte[] png() {
    return draw(new PixelCanvas(WIDTH, height()));
  }

  private int height() {
    return top + HEIGHT + BOTTOM;
  }

  private byte[] draw(Canvas canvas) {
    legend(canvas);
    panel(canvas, LEFT, "f(x)", curves.stream().map(Curve::value).toList());
    panel(canvas, WIDTH - PANEL - 8, "f'(x)", curves.stream().map(Curve::derivative).toList());
    return canvas.bytes();
  }

  private int colour(int curve) {
    return COLOURS.get(palette.series(curves.get(curve).name()) % Palette.SIZE);
  }

  private void legend(Canvas canvas) {
    double y = 18;
    for (List<Integer> row : legend) {
      double x = LEFT;
      for (int curve : row) {
        canvas.line(
            List.of(new double[] {x, y - 4}, new double[] {x + 20, y - 4}), colour(curve), 2);
        canvas.text(x + 25, y, 0, 12, INK, curves.get(curve).name());
        x += legendWidth(curve);
      }
      y += LEGEND_ROW;
    }
  }

  private void panel(Canvas canvas, double left, String name, List<DoubleUnaryOperator> functions) {
    Axis across = new Axis(from, to, Axis.of(from, to).step());
    Axis up = vertical(functions);
    canvas.text(left, top - 6, 0, 11, SOFT, name);
    double first = Math.ceil(from / across.step() - 1e-9) * across.step();
    for (double tick = first; tick <= to + 1e-9 * across.step(); tick += across.step()) {
      double x = left + PANEL * across.at(tick);
      int colour = Math.abs(tick) < 1e-9 * across.step() ? ZERO : RULE;
      canvas.line(List.of(new double[] {x, top}, new double[] {x, top + HEIGHT}), colour, 1);
      canvas.text(x, top + HEIGHT + 15, 0.5, 11, SOFT, across.label(tick));
    }
    for (double tick : up.ticks()) {
      double y = top + HEIGHT * (1 - up.at(tick));
      int colour = Math.abs(tick) < 1e-9 * up.step() ? ZERO : RULE;
      canvas.line(List.of(new double[] {left, y}, new double[] {left + PANEL, y}), colour, 1);
      canvas.text(left - 5, y + 4, 1, 11, SOFT, up.label(tick));
    }
    for (int i = 0; i < functions.size(); i++) {
      for (List<double[]> piece : pieces(functions.get(i), up)) {
        List<double[]> placed =
            piece.stream()
                .map(
                    p ->
                        new double[] {
                          left + PANEL * across.at(p[0]), top + HEIGHT * (1 - up.at(p[1]))
                        })
                .toList();
        canvas.line(LineThinning.thin(placed, 0.12), colour(i), 2);
      }
    }
  }

  private double place(int sample) {
    return from + (to - from) * sample / SAMPLES;
  }

  private Axis vertical(List<DoubleUnaryOperator> functions) {
    double[] values =
        functions.stream()
            .flatMapToDouble(
                f -> IntStream.rangeClosed(0, SAMPLES).mapToDouble(i -> f.applyAsDouble(place(i))))
            .filter(Double::isFinite)
            .toArray();
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return values.length == 0 ? Axis.of(0, 1) : Axis.of(least, most);
  }

  /** The stretches between the places where a function jumps or is no number. */
  private List<List<double[]>> pieces(DoubleUnaryOperator f, Axis up) {
    List<List<double[]>> pieces = new ArrayList<>();
    List<double[]> piece = new ArrayList<>();
    double visible = (up.high() - up.low()) / HEIGHT;
    for (int i = 0; i <= SAMPLES; i++) {
      double x = place(i);
      double y = f.applyAsDouble(x);
      if (!Double.isFinite(y)) {
        pieces.add(piece);
        piece = new ArrayList<>();
        continue;
      }
      if (!piece.isEmpty()) {
        double[] jump = jump(f, piece.get(piece.size() - 1)[0], x, visible);
        if (jump.length > 0) {
          piece.add(new double[] {jump[0], f.applyAsDouble(jump[0])});
          pieces.add(piece);
          piece = new ArrayList<>();
          piece.add(new double[] {jump[1], f.applyAsDouble(jump[1])});
        }
      }
      piece.add(new double[] {x, y});
    }
    pieces.add(piece);
    return pieces.stream().filter(each -> each.size() > 1).toList();
  }

  /** The two sides of a jump between a and b that can be seen; empty if there is none. */
  private static double[] jump(DoubleUnaryOperator f, double a, double b, double visible) {
    double low = a;
    double high = b;
    while (Math.abs(f.applyAsDouble(high) - f.applyAsDouble(low)) > visible) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high || high - low < 1e-9 * (b - a)) {
        return new double[] {low, high};
      }
      double y = f.applyAsDouble(middle);
      if (Math.abs(y - f.applyAsDouble(low)) > Math.abs(f.applyAsDouble(high) - y)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return new double[0];
  }
}
