package actbench.activation.kernel;

import static actbench.activation.kernel.VectorMath.HALF;
import static actbench.activation.kernel.VectorMath.MINUS_ONE;
import static actbench.activation.kernel.VectorMath.MINUS_TWO;
import static actbench.activation.kernel.VectorMath.ONE;
import static actbench.activation.kernel.VectorMath.OPEN;
import static actbench.activation.kernel.VectorMath.ZERO;
import static actbench.activation.kernel.VectorMath.all;
import static actbench.activation.kernel.VectorMath.atLeast;
import static actbench.activation.kernel.VectorMath.atMost;
import static actbench.activation.kernel.VectorMath.exp;
import static actbench.activation.kernel.VectorMath.expOf;
import static actbench.activation.kernel.VectorMath.expm1Of;
import static actbench.activation.kernel.VectorMath.expm1OfNegative;
import static actbench.activation.kernel.VectorMath.finite;
import static actbench.activation.kernel.VectorMath.fraction;
import static actbench.activation.kernel.VectorMath.fromBelow;
import static actbench.activation.kernel.VectorMath.fromLowest;
import static actbench.activation.kernel.VectorMath.negativeSize;
import static actbench.activation.kernel.VectorMath.power;
import static actbench.activation.kernel.VectorMath.shifted;
import static actbench.activation.kernel.VectorMath.sigmoid;
import static actbench.activation.kernel.VectorMath.sigmoidDerivative;
import static actbench.activation.kernel.VectorMath.split;
import static actbench.activation.kernel.VectorMath.tanhOfPositive;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/** Functions of the form x times a gate, other than Mish. */
final class VectorGates {
  private VectorGates() {}

  /** Swish scaled: {@code scale x s(beta x)}. */
  record Swish(float scale, float beta, float sign) implements VectorFunction {
    static Swish of(float scale, float beta) {
      return new Swish(scale, beta, beta < 0 ? -1 : 1);
    }

    @Override
    public FloatVector value(FloatVector x) {
      // The sign turns the side where the gate closes to the left, where infinity must be caught.
      return fromBelow(x.mul(sign)).mul(sigmoid(x.mul(beta))).mul(scale * sign);
    }

    /** s + z s (1 - s) = s (1 + z / (1 + e^z)), z = beta x. */
    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector z = atMost(fromBelow(x.mul(beta)), OPEN);
      FloatVector w = exp(z);
      FloatVector inverse = ONE.div(w.add(ONE));
      return z.fma(inverse, ONE).mul(w.mul(inverse)).mul(scale);
    }
  }

  /** The derivative of Swish in beta, x^2 s'(beta x), as the derivative of a kernel. */
  record SwishInBeta(float beta) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return derivative(x);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = finite(x);
      return sigmoidDerivative(negativeSize(x.mul(beta))).mul(c).mul(c);
    }
  }

  /** e^x up to where tanh(e^x) is 1 and its derivative 0, only as a first stage. */
  record CappedExponential() implements VectorFunction {
    private static final FloatVector FLAT = all(5);

    @Override
    public FloatVector value(FloatVector x) {
      return exp(atMost(x, FLAT));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      throw new UnsupportedOperationException("only the values are wanted");
    }
  }

  /** x tanh(e^x). */
  record TanhExp() implements StagedFunction {
    private static final FloatVector FOUR = all(4);

    @Override
    public VectorFunction first() {
      return new CappedExponential();
    }

    @Override
    public FloatVector value(FloatVector x, FloatVector w) {
      return fromBelow(x).mul(tanhOfPositive(w));
    }

    @Override
    public FloatVector derivative(FloatVector x, FloatVector w) {
      FloatVector c = atMost(fromBelow(x), CappedExponential.FLAT);
      // q = e^(-2w) and m = q - 1, each with its own full accuracy.
      FloatVector z = fromLowest(w.mul(MINUS_TWO));
      FloatVector shifted = shifted(z);
      FloatVector fraction = fraction(z, shifted);
      FloatVector power = power(shifted);
      FloatVector m = expm1Of(fraction, power);
      FloatVector inverse = ONE.div(MINUS_TWO.sub(m));
      FloatVector decay = expOf(fraction, power).mul(FOUR).mul(inverse);
      return decay.mul(w).fma(c, m).mul(inverse);
    }
  }

  /** x Phi(x). The lower tail of Phi is e^(-x^2/2) times a polynomial in 1 / (1 + 0.35 |x|). */
  record Gelu() implements VectorFunction {
    /** Past this the density is 0. */
    static final FloatVector FAR = all(15);

    private static final FloatVector DENSITY_AT_ZERO = all(0.3989422804f);
    private static final FloatVector MINUS_HALF = all(-0.5f);
    private static final FloatVector RATE = all(0.35f);
    private static final FloatVector TAIL_9 = all(-0.02915844f);
    private static final FloatVector TAIL_8 = all(0.14403343f);
    private static final FloatVector TAIL_7 = all(-0.25584385f);
    private static final FloatVector TAIL_6 = all(0.15932484f);
    private static final FloatVector TAIL_5 = all(-0.02321562f);
    private static final FloatVector TAIL_4 = all(0.10555378f);
    private static final FloatVector TAIL_3 = all(0.11982097f);
    private static final FloatVector TAIL_2 = all(0.13986355f);
    private static final FloatVector TAIL_1 = all(0.1396213f);

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector size = atMost(x.abs(), FAR);
      return fromBelow(x).mul(distribution(x, size, gaussian(size)));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector size = atMost(x.abs(), FAR);
      FloatVector gaussian = gaussian(size);
      return finite(x).mul(gaussian).fma(DENSITY_AT_ZERO, distribution(x, size, gaussian));
    }

    /**
     * e^(-x^2/2); the rounding error of the square is put back, since the exponential scales it.
     */
    static FloatVector gaussian(FloatVector size) {
      FloatVector square = size.mul(size);
      FloatVector lost = size.fma(size, square.neg());
      FloatVector e = exp(square.mul(MINUS_HALF));
      return e.mul(lost).fma(MINUS_HALF, e);
    }

    /** Phi(x), given |x| of at most {@link #FAR} and the gaussian of that. */
    static FloatVector distribution(FloatVector x, FloatVector size, FloatVector gaussian) {
      FloatVector u = ONE.div(size.fma(RATE, ONE));
      FloatVector p = TAIL_9.fma(u, TAIL_8).fma(u, TAIL_7).fma(u, TAIL_6).fma(u, TAIL_5);
      p = p.fma(u, TAIL_4).fma(u, TAIL_3).fma(u, TAIL_2).fma(u, TAIL_1);
      FloatVector tail = p.mul(u).mul(gaussian);
      return ONE.sub(tail).blend(tail, x.compare(LT, ZERO));
    }
  }

  /** 0.5 x (1 + tanh(u)) = x s(2u), u = sqrt(2/pi) (x + 0.044715 x^3). */
  record GeluTanh() implements VectorFunction {
    /** Past these the gate is open or closed, and the cube would overflow. */
    private static final FloatVector LEFT = all(-12);

    private static final FloatVector RIGHT = all(7.5f);

    private static final FloatVector LINEAR = all(1.5957691216f);
    private static final FloatVector CUBIC = all(0.0713548162726f);
    private static final FloatVector SLOPE = all(0.2140644488178f);

    @Override
    public FloatVector value(FloatVector x) {
      FloatVector c = atMost(atLeast(x, LEFT), RIGHT);
      FloatVector w = exp(c.mul(c).fma(CUBIC, LINEAR).mul(c));
      return fromBelow(x).mul(w.div(w.add(ONE)));
    }

    /** s + x u' s (1 - s) = s (1 + x u' / (1 + e^u)). */
    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector c = atMost(atLeast(x, LEFT), RIGHT);
      FloatVector square = c.mul(c);
      FloatVector w = exp(square.fma(CUBIC, LINEAR).mul(c));
      FloatVector inverse = ONE.div(w.add(ONE));
      FloatVector slope = square.fma(SLOPE, LINEAR).mul(c);
      return slope.fma(inverse, ONE).mul(w.mul(inverse));
    }
  }

  /** x s(x) for positive x, else (e^x - 1) s(x). */
  record Elish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      // One set of parts of e^-|x| serves the exponential unit and the logistic function.
      FloatVector z = fromLowest(negativeSize(x));
      FloatVector shifted = shifted(z);
      FloatVector fraction = fraction(z, shifted);
      FloatVector power = power(shifted);
      FloatVector e = expOf(fraction, power);
      FloatVector negative = expm1Of(fraction, power).mul(e);
      return split(x, x, negative).div(e.add(ONE));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector z = fromLowest(negativeSize(x));
      FloatVector shifted = shifted(z);
      FloatVector fraction = fraction(z, shifted);
      FloatVector power = power(shifted);
      FloatVector e = expOf(fraction, power);
      FloatVector inverse = ONE.div(e.add(ONE));
      // Right: s + x e s^2. Left: s e^x + (e^x - 1) e s^2 with s = e / (1 + e).
      FloatVector right = finite(x).mul(e).fma(inverse, ONE);
      FloatVector left = expm1Of(fraction, power).fma(inverse, e).mul(e);
      return split(x, right, left).mul(inverse);
    }
  }

  /** x h for positive x, else (e^x - 1) h, h = clip((x + 1) / 2, 0, 1). */
  record HardElish() implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      return split(x, x, expm1OfNegative(atMost(x, ZERO))).mul(gate(x));
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector z = fromLowest(atMost(x, ZERO));
      FloatVector shifted = shifted(z);
      FloatVector fraction = fraction(z, shifted);
      FloatVector power = power(shifted);
      FloatVector factor = split(x, atMost(x, ONE), expm1Of(fraction, power));
      FloatVector slope = expOf(fraction, power);
      FloatVector rise = HALF.blend(ZERO, x.compare(LE, MINUS_ONE)).blend(ZERO, x.compare(GE, ONE));
      return rise.fma(factor, slope.mul(gate(x)));
    }

    private static FloatVector gate(FloatVector x) {
      return atMost(atLeast(x.fma(HALF, HALF), ZERO), ONE);
    }
  }

  /** x s(x) + floor for x at least 0, else the floor. */
  record FlattenTSwish(float floor) implements VectorFunction {
    @Override
    public FloatVector value(FloatVector x) {
      FloatVector positive = atLeast(x, ZERO);
      return positive.div(exp(positive.neg()).add(ONE)).add(floor);
    }

    @Override
    public FloatVector derivative(FloatVector x) {
      FloatVector positive = finite(atLeast(x, ZERO));
      FloatVector e = exp(positive.neg());
      FloatVector inverse = ONE.div(e.add(ONE));
      return positive.mul(e).fma(inverse, ONE).mul(inverse).blend(ZERO, x.compare(LT, ZERO));
    }
  }
}
