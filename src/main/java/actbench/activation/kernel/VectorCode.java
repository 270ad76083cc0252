package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.MINUS_ONE;
import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.SPECIES;
import static actbench.activation.kernel.VectorMath.ZERO;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.negativeSize;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import java.util.function.DoubleBinaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** The steps of a {@link Program} on vectors; {@link LoopWriter} calls them by their names. */
final class VectorCode {
  /** From here on Mish's gate is 1 in float, while e^x to the fourth is still finite. */
  private static final FloatVector WIDE_OPEN = all(20);

  private VectorCode() {}

  static FloatVector add(FloatVector a, FloatVector b) {
    return a.add(b);
  }

  static FloatVector subtract(FloatVector a, FloatVector b) {
    return a.sub(b);
  }

  static FloatVector multiply(FloatVector a, FloatVector b) {
    return a.mul(b);
  }

  static FloatVector divide(FloatVector a, FloatVector b) {
    return a.div(b);
  }

  static FloatVector negate(FloatVector a) {
    return a.neg();
  }

  static FloatVector abs(FloatVector a) {
    return a.abs();
  }

  static FloatVector sqrt(FloatVector a) {
    return a.sqrt();
  }

  static FloatVector reciprocal(FloatVector a) {
    return ONE.div(a);
  }

  static FloatVector max(FloatVector a, FloatVector b) {
    return a.max(b);
  }

  static FloatVector min(FloatVector a, FloatVector b) {
    return a.min(b);
  }

  static FloatVector atLeast(FloatVector a, FloatVector limit) {
    return VectorMath.atLeast(a, limit);
  }

  static FloatVector atMost(FloatVector a, FloatVector limit) {
    return VectorMath.atMost(a, limit);
  }

  static FloatVector select(FloatVector condition, FloatVector a, FloatVector b) {
    return b.blend(a, condition.compare(GT, ZERO));
  }

  static FloatVector positive(FloatVector a) {
    return a.blend(ZERO, a.compare(LE, ZERO));
  }

  static FloatVector sign(FloatVector a) {
    return a.blend(ONE, a.compare(GT, ZERO)).blend(MINUS_ONE, a.compare(LT, ZERO));
  }

  static FloatVector finite(FloatVector a) {
    return VectorMath.finite(a);
  }

  static FloatVector signed(FloatVector size, FloatVector sign) {
    return size.neg().blend(size, sign.compare(GT, ZERO));
  }

  static FloatVector decay(FloatVector a) {
    return VectorMath.exp(negativeSize(a));
  }

  static FloatVector openExp(FloatVector a) {
    return VectorMath.exp(VectorMath.atMost(a, WIDE_OPEN));
  }

  static FloatVector closed(FloatVector a, FloatVector gate) {
    return a.blend(ZERO, gate.compare(GT, WIDE_OPEN));
  }

  static FloatVector log(FloatVector a) {
    return VectorLogarithms.log(a);
  }

  static FloatVector log1p(FloatVector a) {
    return VectorLogarithms.log1p(a);
  }

  static FloatVector log1pOfFraction(FloatVector a) {
    return VectorMath.log1pOfFraction(a);
  }

  static FloatVector shifted(FloatVector a) {
    return VectorMath.shifted(a);
  }

  static FloatVector fraction(FloatVector a, FloatVector shifted) {
    return VectorMath.fraction(a, shifted);
  }

  static FloatVector powerOfTwo(FloatVector shifted) {
    return VectorMath.power(shifted);
  }

  static FloatVector expOf(FloatVector fraction, FloatVector power) {
    return VectorMath.expOf(fraction, power);
  }

  static FloatVector expm1Of(FloatVector fraction, FloatVector power) {
    return VectorMath.expm1Of(fraction, power);
  }

  static FloatVector normalSize(FloatVector a) {
    return VectorMath.atMost(a.abs(), VectorGates.Gelu.FAR);
  }

  static FloatVector gaussian(FloatVector size) {
    return VectorGates.Gelu.gaussian(size);
  }

  static FloatVector distribution(FloatVector a, FloatVector size, FloatVector gaussian) {
    return VectorGates.Gelu.distribution(a, size, gaussian);
  }

  /** A polynomial up to 1, the normal distribution beyond. */
  static FloatVector erfOf(FloatVector a, FloatVector distribution) {
    return distribution
        .add(distribution)
        .sub(ONE)
        .blend(ErfNearZero.of(a), a.abs().compare(LE, ONE));
  }

  /** The error function for a of at most 1 in size. */
  private static final class ErfNearZero {
    private static final FloatVector TERM_11 = all(-0.0005513457581f);
    private static final FloatVector TERM_9 = all(0.0048899282701f);
    private static final FloatVector TERM_7 = all(-0.0266888476907f);
    private static final FloatVector TERM_5 = all(0.1127944067121f);
    private static final FloatVector TERM_3 = all(-0.3761224150658f);
    private static final FloatVector TERM_1 = all(1.1283791065216f);

    static FloatVector of(FloatVector a) {
      FloatVector z = a.mul(a);
      FloatVector p = TERM_11.fma(z, TERM_9).fma(z, TERM_7).fma(z, TERM_5);
      return p.fma(z, TERM_3).fma(z, TERM_1).mul(a);
    }
  }

  static FloatVector halfTurns(FloatVector a) {
    return a.fma(SineRelu.INVERSE_PI, SineRelu.ROUNDER);
  }

  static FloatVector rest(FloatVector a, FloatVector halfTurns) {
    FloatVector n = halfTurns.sub(SineRelu.ROUNDER);
    return n.fma(SineRelu.MINUS_PI_LOW, n.fma(SineRelu.MINUS_PI_HIGH, a));
  }

  static FloatVector sine(FloatVector rest) {
    return SineRelu.sine(rest);
  }

  static FloatVector cosine(FloatVector rest) {
    return Cosine.of(rest);
  }

  /** A minimax polynomial behind its first two terms. */
  private static final class Cosine {
    private static final FloatVector TERM_10 = all(-2.6193814e-7f);
    private static final FloatVector TERM_8 = all(2.4769304e-5f);
    private static final FloatVector TERM_6 = all(-0.0013888569f);
    private static final FloatVector TERM_4 = all(0.041666657f);
    private static final FloatVector TERM_2 = all(-0.5f);

    static FloatVector of(FloatVector a) {
      FloatVector z = a.mul(a);
      return TERM_10.fma(z, TERM_8).fma(z, TERM_6).fma(z, TERM_4).fma(z, TERM_2).fma(z, ONE);
    }
  }

  /** The sign changes where the number of half turns is odd. */
  static FloatVector turned(FloatVector a, FloatVector halfTurns) {
    FloatVector odd = halfTurns.reinterpretAsInts().lanewise(LSHL, 31).reinterpretAsFloats();
    return SineRelu.xor(a, odd);
  }

  static FloatVector sineIfFar(FloatVector a, FloatVector sine) {
    VectorMask<Float> far = negativeSize(a).compare(LT, SineRelu.FAR);
    return far.anyTrue() ? sine.blend(lanes((x, none) -> Math.sin(x), a, a), far) : sine;
  }

  static FloatVector cosineIfFar(FloatVector a, FloatVector cosine) {
    VectorMask<Float> far = negativeSize(a).compare(LT, SineRelu.FAR);
    return far.anyTrue() ? cosine.blend(lanes((x, none) -> Math.cos(x), a, a), far) : cosine;
  }

  /** One number at a time, rounded from double. */
  static FloatVector power(FloatVector a, FloatVector b) {
    return lanes(Math::pow, a, b);
  }

  private static FloatVector lanes(DoubleBinaryOperator function, FloatVector a, FloatVector b) {
    float[] as = a.toArray();
    float[] bs = b.toArray();
    for (int i = 0; i < as.length; i++) {
      as[i] = (float) function.applyAsDouble(as[i], bs[i]);
    }
    return FloatVector.fromArray(SPECIES, as, 0);
  }
}
