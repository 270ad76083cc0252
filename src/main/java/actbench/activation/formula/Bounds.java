package actbench.activation.formula;

import actbench.activation.formula.Expression.Apply;
import actbench.activation.formula.Expression.Constant;
import java.util.List;

/** What is known of the values of an expression, whatever x is. */
final class Bounds {
  private Bounds() {}

  /** Whether the values are surely finite. */
  static boolean bounded(Expression expression) {
    if (!(expression instanceof Apply apply)) {
      return expression instanceof Constant;
    }
    return switch (apply.operation()) {
      case SIGMOID,
          SIGMOID_DERIVATIVE,
          TANH,
          TANH_DERIVATIVE,
          ERF,
          ONE_PLUS_ERF,
          MISH_GATE,
          MISH_GATE_DERIVATIVE,
          SIGN ->
          true;
      case ADD, SUBTRACT, MULTIPLY, CHAIN, NEGATE, ABS ->
          apply.arguments().stream().allMatch(Bounds::bounded);
      case IF -> apply.arguments().stream().skip(1).allMatch(Bounds::bounded);
      case EXP ->
          apply.arguments().get(0) instanceof Apply minus
              && minus.operation() == Operation.NEGATE
              && notNegative(minus.arguments().get(0));
      default -> false;
    };
  }

  /** Whether the values are surely at least some number above 0. */
  static boolean atLeastPositive(Expression expression) {
    if (!(expression instanceof Apply apply)) {
      return expression instanceof Constant constant && constant.number() > 1e-30;
    } else if (apply.operation() == Operation.SQRT) {
      return atLeastPositive(apply.arguments().get(0));
    }
    List<Expression> terms = apply.arguments();
    return apply.operation() == Operation.ADD
        && terms.stream().allMatch(Bounds::notNegative)
        && terms.stream().anyMatch(Bounds::atLeastPositive);
  }

  private static boolean notNegative(Expression expression) {
    if (!(expression instanceof Apply apply)) {
      return expression instanceof Constant constant && constant.number() >= 0;
    }
    List<Expression> arguments = apply.arguments();
    return switch (apply.operation()) {
      case ABS, EXP, SQRT, SOFTPLUS, RELU, SIGMOID, SIGMOID_DERIVATIVE, TANH_DERIVATIVE -> true;
      case ADD -> arguments.stream().allMatch(Bounds::notNegative);
      case MULTIPLY ->
          arguments.get(0).equals(arguments.get(1))
              || arguments.stream().allMatch(Bounds::notNegative);
      case POWER -> arguments.get(1) instanceof Constant exponent && exponent.number() % 2 == 0;
      default -> false;
    };
  }
}
