package actbench.activation.formula;

import static actbench.activation.formula.Expression.ONE;
import static actbench.activation.formula.Expression.ZERO;
import static actbench.activation.formula.Operation.ADD;
import static actbench.activation.formula.Operation.CHAIN;
import static actbench.activation.formula.Operation.COS;
import static actbench.activation.formula.Operation.DIVIDE;
import static actbench.activation.formula.Operation.EXP;
import static actbench.activation.formula.Operation.IF;
import static actbench.activation.formula.Operation.LOG;
import static actbench.activation.formula.Operation.MISH_GATE_DERIVATIVE;
import static actbench.activation.formula.Operation.MULTIPLY;
import static actbench.activation.formula.Operation.NEGATE;
import static actbench.activation.formula.Operation.POWER;
import static actbench.activation.formula.Operation.SIGMOID;
import static actbench.activation.formula.Operation.SIGMOID_DERIVATIVE;
import static actbench.activation.formula.Operation.SIGN;
import static actbench.activation.formula.Operation.SIN;
import static actbench.activation.formula.Operation.SQRT;
import static actbench.activation.formula.Operation.SUBTRACT;
import static actbench.activation.formula.Operation.TANH;
import static actbench.activation.formula.Operation.TANH_DERIVATIVE;

import actbench.activation.formula.Expression.Apply;
import actbench.activation.formula.Expression.Constant;
import actbench.activation.formula.Expression.Symbol;
import java.util.List;

/** Symbolic differentiation. At a kink it gives one of the one-sided derivatives. */
final class Derivative {
  private Derivative() {}

  private static Expression make(Operation operation, Expression... arguments) {
    return Expression.of(operation, List.of(arguments));
  }

  /** The derivative in a symbol, simplified. */
  static Expression in(String symbol, Expression expression) {
    if (!expression.contains(symbol)) {
      return ZERO;
    }
    if (expression instanceof Symbol) {
      return ONE;
    }
    Apply apply = (Apply) expression;
    List<Expression> arguments = apply.arguments();
    Expression a = arguments.get(0);
    Expression da = in(symbol, a);
    if (arguments.size() == 1) {
      return make(CHAIN, outer(apply.operation(), a), da);
    }
    Expression b = arguments.get(1);
    Expression db = in(symbol, b);
    return switch (apply.operation()) {
      case ADD, SUBTRACT -> make(apply.operation(), da, db);
      case MULTIPLY -> make(ADD, make(MULTIPLY, da, b), make(MULTIPLY, a, db));
      case CHAIN -> make(ADD, make(CHAIN, da, b), make(CHAIN, a, db));
      case DIVIDE -> quotient(apply, b, da, db);
      case POWER -> power(symbol, apply, da, db);
      case MAX -> make(IF, make(SUBTRACT, a, b), da, db);
      case MIN -> make(IF, make(SUBTRACT, b, a), da, db);
      case IF -> make(IF, a, db, in(symbol, arguments.get(2)));
      case MISH_GATE -> make(CHAIN, make(MISH_GATE_DERIVATIVE, a, b), db);
      default -> throw new IllegalStateException("no rule for " + apply.operation());
    };
  }

  /** f'(a) of a function of one argument. */
  private static Expression outer(Operation operation, Expression a) {
    return switch (operation) {
      case NEGATE -> new Constant(-1);
      case EXP, EXPM1 -> make(EXP, a);
      case LOG -> make(DIVIDE, ONE, a);
      case LOG1P -> make(DIVIDE, ONE, make(ADD, ONE, a));
      case SQRT -> make(DIVIDE, new Constant(0.5), make(SQRT, a));
      case ABS -> make(SIGN, a);
      case SIGN -> ZERO;
      case SIN -> make(COS, a);
      case COS -> make(NEGATE, make(SIN, a));
      case TANH -> make(TANH_DERIVATIVE, a);
      case SIGMOID -> make(SIGMOID_DERIVATIVE, a);
      case SOFTPLUS -> make(SIGMOID, a);
      case ERF, ONE_PLUS_ERF ->
          make(
              MULTIPLY,
              new Constant(2 / Math.sqrt(Math.PI)),
              make(EXP, make(NEGATE, make(POWER, a, new Constant(2)))));
      case RELU -> make(IF, a, ONE, ZERO);
      case TANH_DERIVATIVE ->
          make(MULTIPLY, new Constant(-2), make(MULTIPLY, make(TANH, a), make(TANH_DERIVATIVE, a)));
      case SIGMOID_DERIVATIVE ->
          make(
              MULTIPLY,
              make(SIGMOID_DERIVATIVE, a),
              make(SUBTRACT, ONE, make(MULTIPLY, new Constant(2), make(SIGMOID, a))));
      default -> throw new IllegalStateException("no rule for " + operation);
    };
  }

  /** (da - (a/b) db) / b, which reuses the quotient and overflows later than the textbook's b^2. */
  private static Expression quotient(Expression whole, Expression b, Expression da, Expression db) {
    return make(DIVIDE, make(SUBTRACT, da, make(MULTIPLY, whole, db)), b);
  }

  private static Expression power(String symbol, Apply apply, Expression da, Expression db) {
    Expression base = apply.arguments().get(0);
    Expression exponent = apply.arguments().get(1);
    if (!exponent.contains(symbol)) {
      Expression lower = make(POWER, base, make(SUBTRACT, exponent, ONE));
      return make(CHAIN, make(MULTIPLY, exponent, lower), da);
    }
    Expression rate =
        make(
            ADD,
            make(MULTIPLY, db, make(LOG, base)),
            make(DIVIDE, make(MULTIPLY, exponent, da), base));
    return make(CHAIN, apply, rate);
  }
}
