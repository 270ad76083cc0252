package actbench.activation.formula;

import static actbench.activation.formula.Expression.ONE;
import static actbench.activation.kernel.Program.Code.ABS;
import static actbench.activation.kernel.Program.Code.ADD;
import static actbench.activation.kernel.Program.Code.AT_LEAST;
import static actbench.activation.kernel.Program.Code.AT_MOST;
import static actbench.activation.kernel.Program.Code.DISTRIBUTION;
import static actbench.activation.kernel.Program.Code.DIVIDE;
import static actbench.activation.kernel.Program.Code.ERF_OF;
import static actbench.activation.kernel.Program.Code.FINITE;
import static actbench.activation.kernel.Program.Code.GAUSSIAN;
import static actbench.activation.kernel.Program.Code.LOG;
import static actbench.activation.kernel.Program.Code.LOG1P;
import static actbench.activation.kernel.Program.Code.MAX;
import static actbench.activation.kernel.Program.Code.MIN;
import static actbench.activation.kernel.Program.Code.MULTIPLY;
import static actbench.activation.kernel.Program.Code.NEGATE;
import static actbench.activation.kernel.Program.Code.NORMAL_SIZE;
import static actbench.activation.kernel.Program.Code.POSITIVE;
import static actbench.activation.kernel.Program.Code.POWER;
import static actbench.activation.kernel.Program.Code.RECIPROCAL;
import static actbench.activation.kernel.Program.Code.SELECT;
import static actbench.activation.kernel.Program.Code.SIGN;
import static actbench.activation.kernel.Program.Code.SQRT;
import static actbench.activation.kernel.Program.Code.SUBTRACT;

import actbench.activation.formula.Expression.Apply;
import actbench.activation.formula.Expression.Constant;
import actbench.activation.formula.Expression.Symbol;
import actbench.activation.kernel.Program;
import actbench.activation.kernel.Program.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns an expression into a program for vectors. */
final class Lowering {
  private static final double SQRT_2 = Math.sqrt(2);

  /** Powers up to this are products. */
  private static final int LARGEST_POWER = 16;

  private final FunctionSteps steps = new FunctionSteps();
  private final Map<Expression, Integer> done = new HashMap<>();

  /** A program with the step that gives its result. */
  record Lowered(Program program, int result) {}

  private Lowering() {}

  /** Lowers an expression in which x is the only symbol. */
  static Lowered lower(Expression expression) {
    Lowering lowering = new Lowering();
    int result = lowering.value(expression);
    return new Lowered(lowering.steps.program(), result);
  }

  private int value(Expression expression) {
    Integer known = done.get(expression);
    if (known != null) {
      return known;
    }
    int value;
    if (expression instanceof Constant constant) {
      value = steps.constant(constant.number());
    } else if (expression instanceof Symbol) {
      value = Program.X;
    } else {
      value = apply((Apply) expression);
    }
    done.put(expression, value);
    return value;
  }

  private int apply(Apply apply) {
    List<Expression> arguments = apply.arguments();
    Expression first = arguments.get(0);
    Expression second = arguments.size() > 1 ? arguments.get(1) : ONE;
    return switch (apply.operation()) {
      case ADD -> steps.step(ADD, value(first), value(second));
      case SUBTRACT -> steps.step(SUBTRACT, value(first), value(second));
      case MULTIPLY -> steps.step(MULTIPLY, value(first), value(second));
      case CHAIN -> {
        int factor = value(second);
        yield steps.step(
            MULTIPLY, value(first), Bounds.bounded(second) ? factor : steps.step(FINITE, factor));
      }
      case DIVIDE -> quotient(first, second);
      case POWER -> power(first, second);
      case NEGATE -> steps.step(NEGATE, value(first));
      case EXP -> exponential(first);
      case EXPM1 -> steps.expm1(value(first));
      case LOG -> steps.step(LOG, value(first));
      case LOG1P -> steps.step(LOG1P, value(first));
      case SQRT -> steps.step(SQRT, value(first));
      case ABS -> steps.step(ABS, value(first));
      case SIGN -> steps.step(SIGN, value(first));
      case SIN -> steps.sin(value(first));
      case COS -> steps.cos(value(first));
      case RELU -> steps.step(POSITIVE, value(first));
      case MAX -> limit(first, second, MAX, AT_LEAST);
      case MIN -> limit(first, second, MIN, AT_MOST);
      case IF -> steps.step(SELECT, value(first), value(second), value(arguments.get(2)));
      case SIGMOID, SIGMOID_DERIVATIVE, SOFTPLUS -> steps.logistic(apply.operation(), value(first));
      case TANH, TANH_DERIVATIVE -> steps.tangent(apply.operation(), value(first));
      case ERF, ONE_PLUS_ERF -> error(apply.operation(), first);
      case MISH_GATE, MISH_GATE_DERIVATIVE ->
          steps.gate(apply.operation(), ((Constant) first).number(), value(second));
    };
  }

  private int limit(Expression a, Expression b, Code general, Code fixed) {
    if (b instanceof Constant) {
      return steps.step(fixed, value(a), value(b));
    }
    return a instanceof Constant
        ? steps.step(fixed, value(b), value(a))
        : steps.step(general, value(a), value(b));
  }

  /** By the reciprocal where it is finite for sure: other quotients may share it. */
  private int quotient(Expression a, Expression b) {
    if (b instanceof Constant constant && Math.abs(constant.number()) > 1e-30) {
      return steps.times(value(a), 1 / constant.number());
    } else if (a.equals(ONE)) {
      return steps.step(RECIPROCAL, value(b));
    }
    return Bounds.atLeastPositive(b)
        ? steps.step(MULTIPLY, value(a), steps.step(RECIPROCAL, value(b)))
        : steps.step(DIVIDE, value(a), value(b));
  }

  private int power(Expression base, Expression exponent) {
    double twice = exponent instanceof Constant constant ? 2 * constant.number() : Double.NaN;
    if (twice != Math.rint(twice) || Math.abs(twice) > 2 * LARGEST_POWER) {
      return steps.step(POWER, value(base), value(exponent));
    }
    int whole = (int) Math.abs(twice) / 2;
    boolean root = Math.abs(twice) % 2 == 1;
    int a = value(base);
    int product = -1;
    for (int square = a, n = whole; n > 0; n /= 2) {
      if (n % 2 == 1) {
        product = product < 0 ? square : steps.step(MULTIPLY, product, square);
      }
      square = n > 1 ? steps.step(MULTIPLY, square, square) : square;
    }
    if (root) {
      product =
          product < 0 ? steps.step(SQRT, a) : steps.step(MULTIPLY, product, steps.step(SQRT, a));
    }
    return twice < 0 ? steps.step(RECIPROCAL, product) : product;
  }

  /** e^(-u^2) is what the error function of u is made of. */
  private int exponential(Expression exponent) {
    return exponent instanceof Apply minus
            && minus.operation() == Operation.NEGATE
            && minus.arguments().get(0) instanceof Apply square
            && square.operation() == Operation.POWER
            && square.arguments().get(1).equals(new Constant(2))
        ? steps.step(GAUSSIAN, steps.step(NORMAL_SIZE, scaled(square.arguments().get(0))))
        : steps.exp(value(exponent));
  }

  /** u sqrt(2), where u may be x / sqrt(2). */
  private int scaled(Expression u) {
    if (u instanceof Apply apply && apply.arguments().get(0) instanceof Constant factor) {
      if (apply.operation() == Operation.MULTIPLY) {
        return steps.times(value(apply.arguments().get(1)), (float) (factor.number() * SQRT_2));
      }
    } else if (u instanceof Apply apply
        && apply.operation() == Operation.DIVIDE
        && apply.arguments().get(1) instanceof Constant divisor) {
      return steps.times(value(apply.arguments().get(0)), (float) (SQRT_2 / divisor.number()));
    }
    return steps.times(value(u), SQRT_2);
  }

  private int error(Operation operation, Expression u) {
    int scaled = scaled(u);
    int size = steps.step(NORMAL_SIZE, scaled);
    int distribution = steps.step(DISTRIBUTION, scaled, size, steps.step(GAUSSIAN, size));
    return operation == Operation.ERF
        ? steps.step(ERF_OF, value(u), distribution)
        : steps.step(ADD, distribution, distribution);
  }
}
