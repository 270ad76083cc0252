package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.ZERO;
import static actbench.activation.kernel.VectorMath.all;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** Logarithms of any float, rounded as {@link VectorMath} says. */
final class VectorLogarithms {
  private static final FloatVector SMALLEST_NORMAL = all(Float.MIN_NORMAL);
  private static final FloatVector SCALE = all(0x1p24f);
  private static final FloatVector SCALED = all(24);
  private static final FloatVector INFINITY = all(Float.POSITIVE_INFINITY);
  private static final FloatVector MINUS_INFINITY = all(Float.NEGATIVE_INFINITY);
  private static final FloatVector NAN = all(Float.NaN);
  private static final FloatVector LN_2_HIGH = all(0.693359375f);
  private static final FloatVector LN_2_LOW = all(-2.1219444e-4f);

  /** The bits of the root of 1/2: the fraction is taken between it and the root of 2. */
  private static final int ROOT = 0x3f3504f3;

  /** 1.5 * 2^23 as bits and as a number: what is added to the bits is added to the number. */
  private static final int WHOLE_BITS = 0x4b400000;

  private static final FloatVector WHOLE = all(12582912f);

  private VectorLogarithms() {}

  /** k ln 2 + 2 artanh((m - 1) / (m + 1)) for x = 2^k m. */
  static FloatVector log(FloatVector x) {
    FloatVector scaled = x.blend(x.mul(SCALE), x.compare(LT, SMALLEST_NORMAL));
    IntVector bits = scaled.reinterpretAsInts();
    IntVector k = bits.sub(ROOT).lanewise(ASHR, 23);
    FloatVector m = bits.sub(k.lanewise(LSHL, 23)).reinterpretAsFloats();
    FloatVector exponent = k.add(WHOLE_BITS).reinterpretAsFloats().sub(WHOLE);
    exponent = exponent.sub(ZERO.blend(SCALED, x.compare(LT, SMALLEST_NORMAL)));
    FloatVector fraction = VectorMath.twiceArtanh(m.sub(ONE).div(m.add(ONE)));
    FloatVector y = exponent.fma(LN_2_HIGH, exponent.fma(LN_2_LOW, fraction));
    return x.blend(y, x.compare(LT, INFINITY))
        .blend(NAN, x.compare(LT, ZERO))
        .blend(MINUS_INFINITY, x.compare(EQ, ZERO));
  }

  /** ln(u) for u = 1 + x, and what rounding took from u put back. */
  static FloatVector log1p(FloatVector x) {
    FloatVector u = x.add(ONE);
    FloatVector lost = x.sub(u.sub(ONE)).div(u);
    FloatVector kept = ZERO.blend(lost, u.compare(GT, ZERO).and(u.compare(LT, INFINITY)));
    return log(u).add(kept);
  }
}
