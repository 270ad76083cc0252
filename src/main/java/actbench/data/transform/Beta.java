package actbench.data.transform;

import java.util.random.RandomGenerator;

/** Draws from the symmetric beta distribution. */
final class Beta {
  private Beta() {}

  /**
   * A draw from Beta(alpha, alpha), as the share of one of two gamma variates.
   *
   * <p>These are taken as logarithms, since for a small alpha both are too small for a double.
   */
  static double draw(double alpha, RandomGenerator random) {
    double one = logGamma(alpha, random);
    double other = logGamma(alpha, random);
    return 1 / (1 + StrictMath.exp(other - one));
  }

  /** The logarithm of a gamma variate, after Marsaglia and Tsang (2000). */
  private static double logGamma(double alpha, RandomGenerator random) {
    if (alpha < 1) {
      double boost = StrictMath.log(1 - random.nextDouble()) / alpha;
      return logGamma(alpha + 1, random) + boost;
    }
    double d = alpha - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double root = 1 + c * x;
      double v = root * root * root;
      if (root > 0
          && StrictMath.log(1 - random.nextDouble())
              < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return StrictMath.log(d * v);
      }
    }
  }
}
