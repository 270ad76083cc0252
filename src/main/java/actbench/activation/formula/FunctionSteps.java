package actbench.activation.formula;

import static actbench.activation.kernel.Program.Code.ABS;
import static actbench.activation.kernel.Program.Code.ADD;
import static actbench.activation.kernel.Program.Code.AT_LEAST;
import static actbench.activation.kernel.Program.Code.AT_MOST;
import static actbench.activation.kernel.Program.Code.CLOSED;
import static actbench.activation.kernel.Program.Code.COSINE;
import static actbench.activation.kernel.Program.Code.COSINE_IF_FAR;
import static actbench.activation.kernel.Program.Code.DECAY;
import static actbench.activation.kernel.Program.Code.EXPM1_OF;
import static actbench.activation.kernel.Program.Code.EXP_OF;
import static actbench.activation.kernel.Program.Code.FRACTION;
import static actbench.activation.kernel.Program.Code.HALF_TURNS;
import static actbench.activation.kernel.Program.Code.LOG1P_OF_FRACTION;
import static actbench.activation.kernel.Program.Code.MULTIPLY;
import static actbench.activation.kernel.Program.Code.NEGATE;
import static actbench.activation.kernel.Program.Code.OPEN_EXP;
import static actbench.activation.kernel.Program.Code.POSITIVE;
import static actbench.activation.kernel.Program.Code.POWER_OF_TWO;
import static actbench.activation.kernel.Program.Code.RECIPROCAL;
import static actbench.activation.kernel.Program.Code.REST;
import static actbench.activation.kernel.Program.Code.SELECT;
import static actbench.activation.kernel.Program.Code.SHIFTED;
import static actbench.activation.kernel.Program.Code.SIGNED;
import static actbench.activation.kernel.Program.Code.SINE;
import static actbench.activation.kernel.Program.Code.SINE_IF_FAR;
import static actbench.activation.kernel.Program.Code.TURNED;

import actbench.activation.kernel.Program;
import actbench.activation.kernel.Program.Code;

/**
 * Writes the steps of functions into a program.
 *
 * <p>A function and its derivative are made of the same exponential, which the program then
 * computes once.
 */
final class FunctionSteps {
  /** Below this an exponential is subnormal, and slows the processor down by two orders. */
  private static final double LOWEST_NORMAL = -87;

  /** e^u is infinite in float, and 0, from here on. */
  private static final double INFINITE = 130;

  private static final double ZERO = -104;

  private final Program program = new Program();

  Program program() {
    return program;
  }

  int constant(double number) {
    return program.constant(number);
  }

  /** One step. */
  int step(Code code, int... inputs) {
    return program.step(code, inputs);
  }

  /** The product with a constant. */
  int times(int a, double constant) {
    return constant == 1 ? a : step(MULTIPLY, a, program.constant(constant));
  }

  private int plus(int a, double constant) {
    return step(ADD, a, program.constant(constant));
  }

  /** The square of e^(u/2), which reaches both ends of the range of floats. */
  int exp(int u) {
    int root = step(EXP_OF, parts(half(u)));
    return step(MULTIPLY, root, root);
  }

  /** m (m + 2) with m = e^(u/2) - 1. */
  int expm1(int u) {
    int m = step(EXPM1_OF, parts(half(u)));
    return step(MULTIPLY, m, plus(m, 2));
  }

  private int half(int u) {
    int bounded = step(AT_MOST, u, program.constant(INFINITE));
    return step(AT_LEAST, times(bounded, 0.5), program.constant(ZERO / 2));
  }

  /** What e^u and e^u - 1 are made of, for u whose exponential is a normal number. */
  private int[] parts(int u) {
    int shifted = step(SHIFTED, u);
    return new int[] {step(FRACTION, u, shifted), step(POWER_OF_TWO, shifted)};
  }

  /** From e^-|u|, so that both tails are exact. */
  int logistic(Operation operation, int u) {
    int decay = step(DECAY, u);
    if (operation == Operation.SOFTPLUS) {
      return step(ADD, step(LOG1P_OF_FRACTION, decay), step(POSITIVE, u));
    }
    int inverse = step(RECIPROCAL, plus(decay, 1));
    return operation == Operation.SIGMOID
        ? step(MULTIPLY, step(SELECT, u, program.constant(1), decay), inverse)
        : step(MULTIPLY, step(MULTIPLY, decay, inverse), inverse);
  }

  int sin(int u) {
    return wave(u, SINE, SINE_IF_FAR);
  }

  int cos(int u) {
    return wave(u, COSINE, COSINE_IF_FAR);
  }

  /** Sine and cosine share the reduction to half a turn. */
  private int wave(int u, Code near, Code far) {
    int turns = step(HALF_TURNS, u);
    return step(far, u, step(TURNED, step(near, step(REST, u, turns)), turns));
  }

  /** From q = e^(-2|u|) and m = q - 1, each with its own full accuracy. */
  int tangent(Operation operation, int u) {
    int exponent = step(AT_LEAST, times(step(ABS, u), -2), program.constant(LOWEST_NORMAL));
    int[] parts = parts(exponent);
    int m = step(EXPM1_OF, parts);
    int inverse = step(RECIPROCAL, plus(m, 2));
    if (operation == Operation.TANH) {
      return step(SIGNED, step(NEGATE, step(MULTIPLY, m, inverse)), u);
    }
    int decay = times(step(EXP_OF, parts), 4);
    int inside = plus(exponent, -LOWEST_NORMAL);
    return step(
        SELECT,
        inside,
        step(MULTIPLY, step(MULTIPLY, decay, inverse), inverse),
        program.constant(0));
  }

  /** n / (n + 2) with n = (1 + e^u)^(2c) - 1, which is a polynomial in w = e^u. */
  int gate(Operation operation, double c, int u) {
    int w = step(OPEN_EXP, u);
    int n = w;
    for (double term : polynomial(c)) {
      n = n == w ? plus(w, term) : plus(step(MULTIPLY, n, w), term);
    }
    n = c == 0.5 ? w : step(MULTIPLY, n, w);
    int inverse = step(RECIPROCAL, plus(n, 2));
    if (operation == Operation.MISH_GATE) {
      return step(MULTIPLY, n, inverse);
    }
    // 2 n' = 4c w (1 + w)^(2c - 1).
    int slope = times(w, 4 * c);
    for (int i = 1; i < 2 * c; i++) {
      slope = step(MULTIPLY, slope, plus(w, 1));
    }
    return step(CLOSED, step(MULTIPLY, step(MULTIPLY, slope, inverse), inverse), u);
  }

  /** The coefficients of n / w behind its first, which is 1, from the highest power down. */
  private static double[] polynomial(double c) {
    return switch ((int) (2 * c)) {
      case 1 -> new double[] {};
      case 2 -> new double[] {2};
      case 3 -> new double[] {3, 3};
      case 4 -> new double[] {4, 6, 4};
      default -> throw new IllegalArgumentException("no polynomial for " + c);
    };
  }
}
