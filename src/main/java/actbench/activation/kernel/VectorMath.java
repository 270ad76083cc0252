package actbench.activation.kernel;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exponentials and logarithms of float vectors, to about one unit in the last place.
 *
 * <p>The vector API's own EXP and LOG1P call a library routine for each vector, which costs several
 * times as much. Every operation here is rounded as IEEE 754 says, so that interpreted and compiled
 * code give the same bits. The polynomials are minimax fits with coefficients rounded to float one
 * after the other.
 */
final class VectorMath {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** e^x rounds to 0 below this. */
  private static final float LOWEST = -104;

  /** The largest argument of {@link #exp}. The logistic function is 1 in float long before it. */
  static final float OPEN = 70;

  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts; the first has 9 bits, so that its product with an exponent is exact. */
  private static final float LN_2_HIGH = 0.693359375f;

  private static final float LN_2_LOW = -2.1219444e-4f;

  /** 1.5 * 2^23: adding it leaves the nearest whole number in the low bits of a float. */
  private static final float ROUNDER = 12582912f;

  /** Powers of two are built 2^24 too large, so that subnormal results need no second case. */
  private static final int EXCESS = 24;

  private static final float EXCESS_INVERSE = 0x1p-24f;

  private VectorMath() {}

  /**
   * Whether vectors are worth it here: at least AVX2 on x86, where the hardware fuses multiply and
   * add, or any ARM.
   */
  static boolean isWide() {
    return SPECIES.length() >= 8 || System.getProperty("os.arch").equals("aarch64");
  }

  static FloatVector all(float value) {
    return FloatVector.broadcast(SPECIES, value);
  }

  /** The smaller of x and a constant; NaN stays. Cheaper than MIN, which orders signed zeros. */
  static FloatVector atMost(FloatVector x, float limit) {
    return x.blend(limit, x.compare(GT, limit));
  }

  /** The larger of x and a constant; NaN stays. */
  static FloatVector atLeast(FloatVector x, float limit) {
    return x.blend(limit, x.compare(LT, limit));
  }

  /** {@code positive} where x > 0, {@code rest} elsewhere. */
  static FloatVector split(FloatVector x, FloatVector positive, FloatVector rest) {
    return positive.blend(rest, x.compare(LE, 0f));
  }

  /** e^x for x at most {@link #OPEN}. */
  static FloatVector exp(FloatVector x) {
    FloatVector c = atLeast(x, LOWEST);
    FloatVector shifted = shifted(c);
    FloatVector scale = scale(shifted);
    return fraction(c, shifted).fma(scale, scale).mul(EXCESS_INVERSE);
  }

  /** e^x - 1 for x of any size at most 0, with full relative accuracy near 0. */
  static FloatVector expm1OfNegative(FloatVector x) {
    FloatVector c = atLeast(x, LOWEST);
    FloatVector shifted = shifted(c);
    FloatVector scale = scale(shifted).mul(EXCESS_INVERSE);
    return fraction(c, shifted).fma(scale, scale.sub(1f));
  }

  /** The nearest whole number to x / ln 2, in the low bits. */
  private static FloatVector shifted(FloatVector x) {
    return x.fma(all(LOG2_E), all(ROUNDER));
  }

  /** 2^(n + EXCESS) for the n in the low bits. */
  private static FloatVector scale(FloatVector shifted) {
    return shifted.reinterpretAsInts().add(127 + EXCESS).lanewise(LSHL, 23).reinterpretAsFloats();
  }

  /** e^r - 1 for r = x - n ln 2, at most 0.347 in size. */
  private static FloatVector fraction(FloatVector x, FloatVector shifted) {
    FloatVector n = shifted.sub(ROUNDER);
    FloatVector r = n.fma(all(-LN_2_LOW), n.fma(all(-LN_2_HIGH), x));
    FloatVector p = all(0.0013819822f);
    p = p.fma(r, all(0.008368687f));
    p = p.fma(r, all(0.041668277f));
    p = p.fma(r, all(0.16666521f));
    p = p.fma(r, all(0.49999994f));
    return p.fma(r.mul(r), r);
  }

  /** ln(1 + e) for e in [0, 1], as 2 artanh(e / (2 + e)). */
  static FloatVector log1pOfFraction(FloatVector e) {
    return twiceArtanh(e.div(e.add(2f)));
  }

  /** ln((1 + s) / (1 - s)) for s in [0, 1/3]. */
  static FloatVector twiceArtanh(FloatVector s) {
    FloatVector z = s.mul(s);
    FloatVector p = all(0.280267f);
    p = p.fma(z, all(0.2799863f));
    p = p.fma(z, all(0.40021735f));
    p = p.fma(z, all(0.6666641f));
    return s.fma(all(2f), s.mul(z).mul(p));
  }

  /** The logistic function, w / (1 + w) with w = e^x. */
  static FloatVector sigmoid(FloatVector x) {
    FloatVector w = exp(atMost(x, OPEN));
    return w.div(w.add(1f));
  }

  /**
   * The derivative of the logistic function. Past {@link #OPEN} it stays at e^-70: a factor beside
   * it must be clipped there too.
   */
  static FloatVector sigmoidDerivative(FloatVector x) {
    FloatVector w = exp(atMost(x, OPEN));
    FloatVector inverse = all(1f).div(w.add(1f));
    return w.mul(inverse).mul(inverse);
  }

  /** ln(1 + e^x). */
  static FloatVector softplus(FloatVector x) {
    return log1pOfFraction(exp(x.abs().neg())).add(atLeast(x, 0f));
  }

  /** tanh(z) for z of any size at least 0. */
  static FloatVector tanhOfPositive(FloatVector z) {
    FloatVector m = expm1OfNegative(z.mul(-2f));
    return m.neg().div(m.add(2f));
  }

  /** 1 - tanh(z)^2 for z of any size at least 0. */
  static FloatVector tanhDerivativeOfPositive(FloatVector z) {
    FloatVector q = exp(z.mul(-2f));
    FloatVector inverse = all(2f).div(q.add(1f));
    return q.mul(inverse).mul(inverse);
  }

  /** tanh(x). */
  static FloatVector tanh(FloatVector x) {
    FloatVector t = tanhOfPositive(x.abs());
    return t.neg().blend(t, x.compare(GT, 0f));
  }
}
