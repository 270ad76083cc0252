package actbench.activation.check;

import actbench.activation.ElementFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Checks a function as a function: in double, in float, and over tiles. Loads no library. */
public final class FunctionCheck {
  private static final double[] EXTREMES = {
    0, -0.0, 1.4e-45, -1.4e-45, 1e-38, -1e-38, 1e-20, -1e-20, 22.2, -22.2, 44.4, -44.4, 88, -88, 89,
    -89, 104, -104, 1e3, -1e3, 1e4, -1e4
  };

  /** Places where f' may differ from the slope: kinks that lie between two neighbours. */
  private static final int KINKS = 8;

  private final ElementFunction function;

  private FunctionCheck(ElementFunction function) {
    this.function = function;
  }

  /** All findings, good and bad. */
  public static List<Finding> of(ElementFunction function) {
    FunctionCheck check = new FunctionCheck(function);
    return List.of(
        check.finite(),
        check.showsDivergence(),
        check.slope(),
        check.curved(),
        check.singlePrecision(),
        check.tiles());
  }

  private Finding finite() {
    String name = "finite from -1e4 to 1e4";
    for (double x : EXTREMES) {
      float[] y = {(float) x};
      float[] dx = {(float) x};
      function.forward(y, y, 0, 1);
      function.backward(dx, new float[] {1}, dx, 0, 1);
      for (double each : new double[] {function.value(x), function.derivative(x), y[0], dx[0]}) {
        if (!Double.isFinite(each)) {
          return Finding.failed(
              name,
              text(
                  "at x = %s: f = %s, f' = %s in double, %s and %s in float",
                  x, function.value(x), function.derivative(x), y[0], dx[0]));
        }
      }
    }
    return Finding.passed(name, EXTREMES.length + " places, value and derivative");
  }

  private Finding showsDivergence() {
    float[] y = new float[9];
    Arrays.fill(y, Float.NaN);
    function.forward(y, y, 0, y.length);
    boolean seen =
        Double.isNaN(function.value(Double.NaN)) && Float.isNaN(y[0]) && Float.isNaN(y[8]);
    String name = "passes NaN on";
    return seen
        ? Finding.passed(name, "a network that diverges shows it")
        : Finding.failed(name, "f(NaN) = " + y[0] + "; a network that diverges would hide it");
  }

  private Finding slope() {
    String name = "f' is the slope of f";
    int places = 4801;
    int wrong = 0;
    double worst = 0;
    double where = 0;
    for (int i = 0; i < places; i++) {
      double x = -12 + i / 200.0 + 1e-3;
      double error = slopeError(x);
      wrong += error > 1e-6 ? 1 : 0;
      if (!(error <= worst)) {
        worst = error;
        where = x;
      }
    }
    if (wrong > KINKS || Double.isNaN(worst)) {
      return Finding.failed(
          name,
          text(
              "wrong at %d of %d places; at x = %.4g f' is %.6g, the slope %.6g",
              wrong, places, where, function.derivative(where), slope(where)));
    }
    return Finding.passed(
        name,
        wrong == 0
            ? text("%d places, at most %.1g away", places, worst)
            : text("%d places, but for %d beside a kink", places, wrong));
  }

  /** The error of f' beside the better of two slopes, as f may lose digits. */
  private double slopeError(double x) {
    double d = function.derivative(x);
    return Math.abs(d - slope(x)) / Math.max(1, Math.abs(d));
  }

  private double slope(double x) {
    double h = 1e-5;
    // Fourth order, so that only rounding is left of the error.
    DoubleUnaryOperator f = function::value;
    double near = f.applyAsDouble(x + h) - f.applyAsDouble(x - h);
    double far = f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h);
    return (8 * near - far) / (12 * h);
  }

  private Finding curved() {
    String name = "not linear";
    double first = function.derivative(0.0371);
    for (int i = -400; i <= 400; i++) {
      double d = function.derivative(i / 20.0 + 1e-3);
      if (Math.abs(d - first) > 1e-9 * Math.max(1, Math.abs(first))) {
        return Finding.passed(name, "its derivative changes");
      }
    }
    return Finding.failed(
        name, text("f' is %.6g everywhere; layers of it are no more than one layer", first));
  }

  private Finding singlePrecision() {
    String name = "float agrees with double";
    float[] x = samples();
    float[] y = new float[x.length];
    float[] dx = new float[x.length];
    float[] ones = new float[x.length];
    Arrays.fill(ones, 1);
    function.forward(x, y, 0, x.length);
    function.backward(x, ones, dx, 0, x.length);
    double worst = 0;
    int where = 0;
    for (int i = 0; i < x.length; i++) {
      double error =
          Math.max(error(y[i], function.value(x[i])), error(dx[i], function.derivative(x[i])));
      if (!(error <= worst)) {
        worst = error;
        where = i;
      }
    }
    String detail =
        text("%d places, at most %.2g away (x = %.4g)", x.length, worst, (double) x[where]);
    return new Finding(name, worst <= 1e-5, detail);
  }

  /** Relative above 1, absolute below; infinite values of one sign agree. */
  private static double error(double got, double want) {
    return got == want ? 0 : Math.abs(got - want) / Math.max(1, Math.abs(want));
  }

  private static float[] samples() {
    SplittableRandom random = new SplittableRandom(11);
    float[] x = new float[4000];
    for (int i = 0; i < x.length; i++) {
      double narrow = random.nextDouble(-8, 8);
      x[i] = (float) (i % 4 == 0 ? random.nextDouble(-110, 110) : narrow);
    }
    return x;
  }

  private Finding tiles() {
    String name = "borders of tiles change no bit";
    float[] whole = samples();
    float[] parts = whole.clone();
    float[] wholeGradient = whole.clone();
    float[] partGradient = whole.clone();
    float[] upstream = new float[whole.length];
    for (int i = 0; i < upstream.length; i++) {
      upstream[i] = i % 17 / 8f - 1;
    }
    function.forward(whole, whole, 0, whole.length);
    function.backward(wholeGradient, upstream, wholeGradient, 0, whole.length);
    int[] steps = {1, 7, 8, 9, 511, 513, 3};
    int k = 0;
    for (int from = 0; from < parts.length; k++) {
      int to = Math.min(from + steps[k % steps.length], parts.length);
      function.forward(parts, parts, from, to);
      function.backward(partGradient, upstream, partGradient, from, to);
      from = to;
    }
    return Arrays.equals(whole, parts) && Arrays.equals(wholeGradient, partGradient)
        ? Finding.passed(name, k + " tiles of " + steps.length + " lengths")
        : Finding.failed(name, "the result depends on where a tile begins");
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
