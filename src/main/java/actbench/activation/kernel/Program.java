package actbench.activation.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function of x as straight-line code: steps, each of which reads the values of earlier ones.
 * Equal steps are there once. Knows no vectors, so that any JVM can put one together.
 */
public final class Program {
  /** The value of x, which is there from the beginning. */
  public static final int X = 0;

  private static final int NONE = -1;

  /** What a step computes, with its price in vector operations. */
  public enum Code {
    /** x itself; only the first step. */
    X(0),
    /** A number. */
    CONSTANT(0),
    ADD(1),
    SUBTRACT(1),
    MULTIPLY(1),
    DIVIDE(1),
    NEGATE(1),
    ABS(1),
    SQRT(1),
    RECIPROCAL(1),
    /** As {@code Math.max} and {@code Math.min}. */
    MAX(4),
    MIN(4),
    /** The first, but no less, or no more, than the second; NaN where the first is. */
    AT_LEAST(2),
    AT_MOST(2),
    /** {@code a > 0 ? b : c}. */
    SELECT(2),
    /** max(a, 0); NaN stays. */
    POSITIVE(2),
    SIGN(4),
    /** a, and where that is infinite the largest float. */
    FINITE(4),
    /** a, which is at least 0, with the sign of b. */
    SIGNED(3),
    /** e^-|a|. */
    DECAY(16),
    /** e^a, for a above 20 that of 20: Mish's gate is 1 from there on. */
    OPEN_EXP(16),
    /** a, and 0 where b is above 20. */
    CLOSED(2),
    LOG(22),
    LOG1P(28),
    /** ln(1 + a) for a in [0, 1]. */
    LOG1P_OF_FRACTION(9),
    /** The parts of an exponential that {@link VectorMath} knows. */
    SHIFTED(1),
    FRACTION(9),
    POWER_OF_TWO(2),
    EXP_OF(1),
    EXPM1_OF(2),
    /** |a|, at most where the normal density ends. */
    NORMAL_SIZE(3),
    /** e^(-a^2/2). */
    GAUSSIAN(21),
    /** The normal distribution at a, given the two above. */
    DISTRIBUTION(15),
    /** The error function at a, given the normal distribution at a sqrt(2). */
    ERF_OF(11),
    /** The nearest whole number n to a / pi, and a - n pi. */
    HALF_TURNS(1),
    REST(3),
    /** sin and cos of the rest, at most pi/2 in size. */
    SINE(7),
    COSINE(6),
    /** a (-1)^n. */
    TURNED(2),
    /** b, and where a is too large for that the sine or cosine of a one by one. */
    SINE_IF_FAR(4),
    COSINE_IF_FAR(4),
    /** a^b, one number at a time. */
    POWER(40);

    private final int price;

    Code(int price) {
      this.price = price;
    }

    int price() {
      return price;
    }
  }

  /** One step; inputs are numbers of earlier steps, -1 where there is none. */
  record Step(Code code, int a, int b, int c, float constant) {
    int[] inputs() {
      return a < 0
          ? new int[0]
          : b < 0 ? new int[] {a} : c < 0 ? new int[] {a, b} : new int[] {a, b, c};
    }
  }

  private final List<Step> steps = new ArrayList<>();
  private final Map<Step, Integer> numbers = new HashMap<>();

  /** A program that computes nothing yet. */
  public Program() {
    add(new Step(Code.X, NONE, NONE, NONE, 0));
  }

  private int add(Step step) {
    return numbers.computeIfAbsent(
        step,
        each -> {
          steps.add(each);
          return steps.size() - 1;
        });
  }

  /** The step that gives a number. */
  public int constant(double number) {
    return add(new Step(Code.CONSTANT, NONE, NONE, NONE, (float) number));
  }

  /** The step that computes this of one, two or three others. */
  public int step(Code code, int... inputs) {
    return add(
        new Step(
            code,
            inputs[0],
            inputs.length > 1 ? inputs[1] : NONE,
            inputs.length > 2 ? inputs[2] : NONE,
            0));
  }

  /** All steps so far. */
  List<Step> steps() {
    return List.copyOf(steps);
  }
}
