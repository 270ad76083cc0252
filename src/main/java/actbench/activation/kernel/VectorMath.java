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
 *
 * <p>Constants are whole vectors in static fields: the compiler gives up on a loop whose body grows
 * past a fixed number of graph nodes, and a broadcast costs more of them than a load.
 */
final class VectorMath {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  static final FloatVector ZERO = all(0);
  static final FloatVector HALF = all(0.5f);
  static final FloatVector ONE = all(1);
  static final FloatVector TWO = all(2);
  static final FloatVector MINUS_ONE = all(-1);
  static final FloatVector MINUS_TWO = all(-2);

  /** The largest argument of {@link #exp}. The logistic function is 1 in float long before it. */
  static final FloatVector OPEN = all(70);

  private static final FloatVector LARGEST = all(Float.MAX_VALUE);
  private static final FloatVector SMALLEST = all(-Float.MAX_VALUE);

  /** e^x rounds to 0 below this. */
  private static final FloatVector LOWEST = all(-104);

  private static final FloatVector LOG2_E = all(1.442695f);

  /** Minus ln 2 in two parts; the first has 9 bits: its product with an exponent is exact. */
  private static final FloatVector MINUS_LN_2_HIGH = all(-0.693359375f);

  private static final FloatVector MINUS_LN_2_LOW = all(2.1219444e-4f);

  /**
   * 1.5 * 2^23 + 127 + 24. Adding it leaves the nearest whole number n in the low bits of a float,
   * biased as an exponent; 24 too large, so that subnormal powers need no second case.
   */
  private static final FloatVector ROUNDER = all(12582912f + 127 + 24);

  private static final FloatVector EXCESS_INVERSE = all(0x1p-24f);

  private static final FloatVector EXP_6 = all(0.0013819822f);
  private static final FloatVector EXP_5 = all(0.008368687f);
  private static final FloatVector EXP_4 = all(0.041668277f);
  private static final FloatVector EXP_3 = all(0.16666521f);
  private static final FloatVector EXP_2 = all(0.49999994f);

  private static final FloatVector ARTANH_9 = all(0.280267f);
  private static final FloatVector ARTANH_7 = all(0.2799863f);
  private static final FloatVector ARTANH_5 = all(0.40021735f);
  private static final FloatVector ARTANH_3 = all(0.6666641f);

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

  /** The smaller of x and a limit; NaN stays. Cheaper than MIN, which orders signed zeros. */
  static FloatVector atMost(FloatVector x, FloatVector limit) {
    return x.blend(limit, x.compare(GT, limit));
  }

  /** The larger of x and a limit; NaN stays. */
  static FloatVector atLeast(FloatVector x, FloatVector limit) {
    return x.blend(limit, x.compare(LT, limit));
  }

  /** -inf made finite, so that 0 times it is 0. */
  static FloatVector fromBelow(FloatVector x) {
    return atLeast(x, SMALLEST);
  }

  /** Infinite numbers made finite, so that 0 times them is 0. */
  static FloatVector finite(FloatVector x) {
    return atMost(atLeast(x, SMALLEST), LARGEST);
  }

  /** {@code positive} where x > 0 or NaN, {@code rest} elsewhere. */
  static FloatVector split(FloatVector x, FloatVector positive, FloatVector rest) {
    return positive.blend(rest, x.compare(LE, ZERO));
  }

  /** -|x|. */
  static FloatVector negativeSize(FloatVector x) {
    return x.abs().neg();
  }

  /** e^x for x at most {@link #OPEN}. */
  static FloatVector exp(FloatVector x) {
    FloatVector c = atLeast(x, LOWEST);
    FloatVector shifted = shifted(c);
    // Multiplying by 2^24 too much first keeps the bits of subnormal results until the end.
    FloatVector scale = excessivePower(shifted);
    return fraction(c, shifted).fma(scale, scale).mul(EXCESS_INVERSE);
  }

  /** e^x - 1 for x of any size at most 0, with full relative accuracy near 0. */
  static FloatVector expm1OfNegative(FloatVector x) {
    FloatVector c = atLeast(x, LOWEST);
    FloatVector shifted = shifted(c);
    return expm1Of(fraction(c, shifted), power(shifted));
  }

  /** x as {@link #shifted} and {@link #fraction} want it. */
  static FloatVector fromLowest(FloatVector x) {
    return atLeast(x, LOWEST);
  }

  /** The nearest whole number n to x / ln 2, biased, in the low bits. */
  static FloatVector shifted(FloatVector x) {
    return x.fma(LOG2_E, ROUNDER);
  }

  /** 2^(n + 24). */
  private static FloatVector excessivePower(FloatVector shifted) {
    return shifted.reinterpretAsInts().lanewise(LSHL, 23).reinterpretAsFloats();
  }

  /** 2^n. */
  static FloatVector power(FloatVector shifted) {
    return excessivePower(shifted).mul(EXCESS_INVERSE);
  }

  /** e^r - 1 for r = x - n ln 2, at most 0.347 in size. */
  static FloatVector fraction(FloatVector x, FloatVector shifted) {
    FloatVector n = shifted.sub(ROUNDER);
    FloatVector r = n.fma(MINUS_LN_2_LOW, n.fma(MINUS_LN_2_HIGH, x));
    FloatVector p = EXP_6.fma(r, EXP_5).fma(r, EXP_4).fma(r, EXP_3).fma(r, EXP_2);
    return p.fma(r.mul(r), r);
  }

  /** e^x from its parts. */
  static FloatVector expOf(FloatVector fraction, FloatVector power) {
    return fraction.fma(power, power);
  }

  /** e^x - 1 from the parts of e^x. */
  static FloatVector expm1Of(FloatVector fraction, FloatVector power) {
    return fraction.fma(power, power.sub(ONE));
  }

  /** ln(1 + e) for e in [0, 1], as 2 artanh(e / (2 + e)). */
  static FloatVector log1pOfFraction(FloatVector e) {
    return twiceArtanh(e.div(e.add(TWO)));
  }

  /** ln((1 + s) / (1 - s)) for s in [0, 1/3]. */
  static FloatVector twiceArtanh(FloatVector s) {
    FloatVector z = s.mul(s);
    FloatVector p = ARTANH_9.fma(z, ARTANH_7).fma(z, ARTANH_5).fma(z, ARTANH_3);
    return s.fma(TWO, s.mul(z).mul(p));
  }

  /** The logistic function, w / (1 + w) with w = e^x. */
  static FloatVector sigmoid(FloatVector x) {
    FloatVector w = exp(atMost(x, OPEN));
    return w.div(w.add(ONE));
  }

  /**
   * The derivative of the logistic function, which is even in x; from -|x|, so that it falls to 0.
   */
  static FloatVector sigmoidDerivative(FloatVector negativeSize) {
    FloatVector e = exp(negativeSize);
    FloatVector inverse = ONE.div(e.add(ONE));
    return e.mul(inverse).mul(inverse);
  }

  /** ln(1 + e^x), given e = e^-|x|. */
  static FloatVector softplus(FloatVector x, FloatVector e) {
    return log1pOfFraction(e).add(atLeast(x, ZERO));
  }

  /** ln(1 + e^x). */
  static FloatVector softplus(FloatVector x) {
    return softplus(x, exp(negativeSize(x)));
  }

  /** tanh(z) for z of any size at least 0. */
  static FloatVector tanhOfPositive(FloatVector z) {
    FloatVector m = expm1OfNegative(z.mul(MINUS_TWO));
    return m.div(MINUS_TWO.sub(m));
  }

  /** 1 - tanh(z)^2 for z of any size at least 0. */
  static FloatVector tanhDerivativeOfPositive(FloatVector z) {
    FloatVector q = exp(z.mul(MINUS_TWO));
    FloatVector inverse = TWO.div(q.add(ONE));
    return q.mul(inverse).mul(inverse);
  }

  /** tanh(x). */
  static FloatVector tanh(FloatVector x) {
    FloatVector t = tanhOfPositive(x.abs());
    return t.neg().blend(t, x.compare(GT, ZERO));
  }
}
