package actbench.activation.formula;

import actbench.activation.kernel.TileKernel;
import java.util.Locale;

/** Refuses formulas that a network cannot train with. */
final class FormulaCheck {
  /** Pre-activations of real networks lie inside; a function must be finite there in float. */
  private static final double COMMON = 50;

  private static final double[] POINTS = {
    0, 1e-30, 1e-6, 1e-3, 0.01, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, 20, 30,
    40, 50, 80, 88, 89, 100, 104, 200, 400, 800, 1e3, 1e4
  };

  private FormulaCheck() {}

  static void check(Formula formula) {
    finite(formula);
    notLinear(formula);
  }

  private static void finite(Formula formula) {
    TileKernel kernel = formula.kernel();
    for (double size : POINTS) {
      for (double x : new double[] {size, -size}) {
        float[] y = {(float) x};
        float[] slope = {(float) x};
        kernel.forward(y, y, 0, 1);
        kernel.backward(slope, new float[] {1}, slope, 0, 1);
        require(formula, "f", x, formula.value(x));
        require(formula, "f'", x, formula.derivative(x));
        require(formula, "f in float", x, y[0]);
        require(formula, "f' in float", x, slope[0]);
      }
    }
  }

  private static void require(Formula formula, String what, double x, double y) {
    boolean tooLarge = Double.isInfinite(y) && Math.abs(x) <= COMMON;
    if (Double.isNaN(y) || tooLarge) {
      throw new FormulaException(
          formula.text(),
          0,
          String.format(
              Locale.ROOT,
              "%s is %s at x = %s; an activation must be finite for every input",
              what,
              Double.isNaN(y) ? "not a number" : "infinite",
              x));
    }
  }

  private static void notLinear(Formula formula) {
    double first = formula.derivative(POINTS[5]);
    boolean flat = true;
    for (double size : POINTS) {
      // The exact 0 is left out: a derivative there may be that of a kink.
      if (size > 0 && size < 100) {
        flat &= same(formula.derivative(size), first) && same(formula.derivative(-size), first);
      }
    }
    if (flat || formula.hasConstantDerivative()) {
      throw new FormulaException(
          formula.text(),
          0,
          first == 0
              ? "the formula is constant; a network of it cannot learn"
              : "the formula is linear in x; layers of it are no more than one layer");
    }
  }

  private static boolean same(double a, double b) {
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  }
}
