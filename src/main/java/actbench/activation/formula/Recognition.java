package actbench.activation.formula;

import static actbench.activation.formula.Expression.ONE;
import static actbench.activation.formula.Expression.ZERO;
import static actbench.activation.formula.Operation.EXP;
import static actbench.activation.formula.Operation.EXPM1;
import static actbench.activation.formula.Operation.MISH_GATE;
import static actbench.activation.formula.Operation.MULTIPLY;
import static actbench.activation.formula.Operation.NEGATE;
import static actbench.activation.formula.Operation.ONE_PLUS_ERF;
import static actbench.activation.formula.Operation.RELU;
import static actbench.activation.formula.Operation.SIGMOID;
import static actbench.activation.formula.Operation.SOFTPLUS;

import actbench.activation.formula.Expression.Apply;
import actbench.activation.formula.Expression.Constant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows textbook forms of functions that overflow, cancel or cost more than they must, and gives
 * the function instead: {@code x / (1 + exp(-x))} is {@code x * sigmoid(x)}.
 */
final class Recognition {
  private static final Constant TWO = new Constant(2);

  /** Multiples of softplus for which Mish's gate is a rational function of e^x. */
  private static final Set<Double> GATES = Set.of(0.5, 1.0, 1.5, 2.0);

  private Recognition() {}

  /** Another expression for the operation on these arguments, if one is known. */
  static Optional<Expression> of(Operation operation, Expression a, Expression b) {
    return switch (operation) {
      case ADD -> a.equals(ONE) ? onePlus(b) : b.equals(ONE) ? onePlus(a) : Optional.empty();
      case SUBTRACT -> difference(a, b);
      case DIVIDE -> onePlusExp(b).map(exponent -> overOnePlusExp(a, exponent));
      case POWER ->
          onePlusExp(a)
              .map(
                  exponent ->
                      b.equals(new Constant(-1))
                          ? overOnePlusExp(ONE, exponent)
                          : Expression.of(
                              EXP, Expression.of(MULTIPLY, b, Expression.of(SOFTPLUS, exponent))));
      case LOG ->
          argument(EXP, a)
              .or(() -> onePlusExp(a).map(exponent -> Expression.of(SOFTPLUS, exponent)));
      case LOG1P -> argument(EXP, a).map(exponent -> Expression.of(SOFTPLUS, exponent));
      case MAX ->
          b.equals(ZERO)
              ? Optional.of(Expression.of(RELU, a))
              : a.equals(ZERO) ? Optional.of(Expression.of(RELU, b)) : Optional.empty();
      case TANH -> gate(a);
      default -> Optional.empty();
    };
  }

  /** 1 + erf u keeps its digits in the left tail; 1 + tanh u = 2 s(2u) does too. */
  private static Optional<Expression> onePlus(Expression a) {
    return argument(Operation.ERF, a)
        .map(u -> Expression.of(ONE_PLUS_ERF, u))
        .or(() -> argument(Operation.TANH, a).map(Recognition::twiceSigmoid));
  }

  private static Expression twiceSigmoid(Expression half) {
    return Expression.of(MULTIPLY, TWO, Expression.of(SIGMOID, Expression.of(MULTIPLY, TWO, half)));
  }

  private static Optional<Expression> difference(Expression a, Expression b) {
    return a.equals(ONE)
        ? argument(Operation.ERF, b).map(u -> Expression.of(ONE_PLUS_ERF, negative(u)))
        : b.equals(ONE) ? argument(EXP, a).map(u -> Expression.of(EXPM1, u)) : Optional.empty();
  }

  /** a / (1 + e^u). */
  private static Expression overOnePlusExp(Expression a, Expression exponent) {
    return a.equals(new Apply(EXP, List.of(exponent)))
        ? Expression.of(SIGMOID, exponent)
        : Expression.of(MULTIPLY, a, Expression.of(SIGMOID, negative(exponent)));
  }

  /** tanh(c sp(u)). */
  private static Optional<Expression> gate(Expression a) {
    Expression factor = ONE;
    Expression rest = a;
    if (a instanceof Apply product && product.operation() == MULTIPLY) {
      factor = product.arguments().get(0);
      rest = product.arguments().get(1);
    }
    Expression c = factor;
    return c instanceof Constant constant && GATES.contains(constant.number())
        ? argument(SOFTPLUS, rest).map(u -> Expression.of(MISH_GATE, c, u))
        : Optional.empty();
  }

  /** u, if this is 1 + e^u. */
  private static Optional<Expression> onePlusExp(Expression sum) {
    if (!(sum instanceof Apply apply) || apply.operation() != Operation.ADD) {
      return Optional.empty();
    }
    Expression a = apply.arguments().get(0);
    Expression b = apply.arguments().get(1);
    return a.equals(ONE) ? argument(EXP, b) : b.equals(ONE) ? argument(EXP, a) : Optional.empty();
  }

  private static Expression negative(Expression a) {
    return Expression.of(NEGATE, a);
  }

  /** The argument, if this is the function of one. */
  private static Optional<Expression> argument(Operation function, Expression a) {
    return a instanceof Apply apply && apply.operation() == function
        ? Optional.of(apply.arguments().get(0))
        : Optional.empty();
  }
}
