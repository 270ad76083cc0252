package actbench.activation;

/**
 * The complementary error function, after W. J. Cody, "Rational Chebyshev approximation for the
 * error function", Mathematics of Computation 23 (1969), 631-637.
 */
final class ErrorFunction {
  private static final double[] ERF_TOP = {
    0.18577770618460315,
    3.1611237438705655,
    113.86415415105016,
    377.485237685302,
    3209.3775891384694
  };
  private static final double[] ERF_BOTTOM = {
    1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
  };
  private static final double[] MIDDLE_TOP = {
    2.1531153547440383e-08,
    0.5641884969886701,
    8.883149794388377,
    66.11919063714163,
    298.6351381974001,
    881.952221241769,
    1712.0476126340707,
    2051.0783778260716,
    1230.3393547979972
  };
  private static final double[] MIDDLE_BOTTOM = {
    1,
    15.744926110709835,
    117.6939508913125,
    537.1811018620099,
    1621.3895745666903,
    3290.7992357334597,
    4362.619090143247,
    3439.3676741437216,
    1230.3393548037495
  };
  private static final double[] FAR_TOP = {
    0.016315387137302097,
    0.30532663496123236,
    0.36034489994980445,
    0.12578172611122926,
    0.016083785148742275,
    0.0006587491615298378
  };
  private static final double[] FAR_BOTTOM = {
    1,
    2.568520192289822,
    1.8729528499234604,
    0.5279051029514285,
    0.06051834131244132,
    0.0023352049762686918
  };

  private static final double MIDDLE_FROM = 0.46875;
  private static final double FAR_FROM = 4;

  /** Past this exp(-x^2) is 0. */
  private static final double ZERO_FROM = 30;

  private ErrorFunction() {}

  /** 1 - erf(x), with full relative accuracy for positive x. */
  static double complement(double x) {
    double size = Math.abs(x);
    if (size <= MIDDLE_FROM) {
      double z = x * x;
      return 1 - x * polynomial(ERF_TOP, z) / polynomial(ERF_BOTTOM, z);
    }
    double tail = size > ZERO_FROM ? 0 : gaussian(size) * scaledTail(size);
    return x < 0 ? 2 - tail : tail;
  }

  /** exp(x^2) erfc(x) for x above {@code MIDDLE_FROM}. */
  private static double scaledTail(double x) {
    if (x <= FAR_FROM) {
      return polynomial(MIDDLE_TOP, x) / polynomial(MIDDLE_BOTTOM, x);
    }
    double z = 1 / (x * x);
    double correction = z * polynomial(FAR_TOP, z) / polynomial(FAR_BOTTOM, z);
    return (1 / Math.sqrt(Math.PI) - correction) / x;
  }

  /** exp(-x^2), splitting x so that the rounding of the square does not grow with it. */
  private static double gaussian(double x) {
    double coarse = Math.rint(x * 16) / 16;
    return Math.exp(-coarse * coarse) * Math.exp(-(x - coarse) * (x + coarse));
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
