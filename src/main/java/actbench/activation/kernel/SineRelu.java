package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.SPECIES;
import static actbench.activation.kernel.VectorMath.ZERO;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.split;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * x for positive x, else eps (sin x - cos x) = eps sqrt(2) sin(x - pi/4). The derivative is that of
 * a sine a quarter turn on.
 */
record SineRelu(float eps) implements VectorFunction {
  /** Beyond this the reduction by pi runs out of bits, and lanes are computed one by one. */
  static final FloatVector FAR = all(-1e6f);

  /** 1.5 * 2^23: adding it leaves the nearest whole number in the low bits of a float. */
  static final FloatVector ROUNDER = all(12582912f);

  static final FloatVector INVERSE_PI = all(0.31830987f);

  /** Minus pi in two parts. */
  static final FloatVector MINUS_PI_HIGH = all(-3.1415927f);

  static final FloatVector MINUS_PI_LOW = all(8.742278e-8f);
  private static final float QUARTER_PI = 0.7853982f;
  private static final float SQRT_2 = 1.4142135f;

  private static final FloatVector SINE_9 = all(2.604806e-6f);
  private static final FloatVector SINE_7 = all(-1.9809374e-4f);
  private static final FloatVector SINE_5 = all(0.0083330665f);
  private static final FloatVector SINE_3 = all(-0.1666666f);

  @Override
  public FloatVector value(FloatVector x) {
    return split(x, x, wave(x, -1));
  }

  @Override
  public FloatVector derivative(FloatVector x) {
    return split(x, ONE, wave(x, 1));
  }

  /** eps sqrt(2) sin(x + shift pi/4) for x at most 0; the shift is 1 or -1. */
  private FloatVector wave(FloatVector x, int shift) {
    FloatVector c = atMost(atLeast(x, FAR), ZERO);
    FloatVector shifted = c.fma(INVERSE_PI, all(0.25f * shift)).add(ROUNDER);
    FloatVector n = shifted.sub(ROUNDER);
    FloatVector reduced = n.fma(MINUS_PI_LOW, n.fma(MINUS_PI_HIGH, c));
    FloatVector sine = sine(reduced.add(QUARTER_PI * shift));
    FloatVector odd = shifted.reinterpretAsInts().lanewise(LSHL, 31).reinterpretAsFloats();
    FloatVector y = xor(sine.mul(eps * SQRT_2), odd);
    VectorMask<Float> far = x.compare(LT, FAR);
    return far.anyTrue() ? y.blend(slowWave(x, shift), far) : y;
  }

  static FloatVector xor(FloatVector a, FloatVector b) {
    return a.reinterpretAsInts().lanewise(XOR, b.reinterpretAsInts()).reinterpretAsFloats();
  }

  /** sin r for r at most pi/2 in size. */
  static FloatVector sine(FloatVector r) {
    FloatVector z = r.mul(r);
    FloatVector p = SINE_9.fma(z, SINE_7).fma(z, SINE_5).fma(z, SINE_3);
    return p.fma(z.mul(r), r);
  }

  private FloatVector slowWave(FloatVector x, int shift) {
    float[] lanes = x.toArray();
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] = (float) (eps * (Math.sin(lanes[i]) + shift * Math.cos(lanes[i])));
    }
    return FloatVector.fromArray(SPECIES, lanes, 0);
  }
}
