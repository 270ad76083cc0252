package actbench.activation.formula;

import static actbench.activation.formula.Expression.ONE;
import static actbench.activation.formula.Expression.ZERO;
import static actbench.activation.formula.Expression.of;
import static actbench.activation.formula.Operation.ADD;
import static actbench.activation.formula.Operation.CHAIN;
import static actbench.activation.formula.Operation.COS;
import static actbench.activation.formula.Operation.DIVIDE;
import static actbench.activation.formula.Operation.EXP;
import static actbench.activation.formula.Operation.IF;
import static actbench.activation.formula.Operation.LOG;
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
      return of(CHAIN, outer(apply.operation(), a), da);
    }
    Expression b = arguments.get(1);
    Expression db = in(symbol, b);
    return switch (apply.operation()) {
      case ADD, SUBTRACT -> of(apply.operation(), da, db);
      case MULTIPLY -> of(ADD, of(MULTIPLY, da, b), of(MULTIPLY, a, db));
      case CHAIN -> of(ADD, of(CHAIN, da, b), of(CHAIN, a, db));
      case DIVIDE -> quotient(apply, a, b, da, db);
      case POWER -> power(symbol, apply, da, db);
      case MAX -> of(IF, of(SUBTRACT, a, b), da, db);
      case MIN -> of(IF, of(SUBTRACT, b, a), da, db);
      case IF -> of(IF, a, db, in(symbol, arguments.get(2)));
      default -> throw new IllegalStateException("no rule for " + apply.operation());
    };
  }

  /** f'(a) of a function of one argument. */
  private static Expression outer(Operation operation, Expression a) {
    return switch (operation) {
      case NEGATE -> new Constant(-1);
      case EXP, EXPM1 -> of(EXP, a);
      case LOG -> of(DIVIDE, ONE, a);
      case LOG1P -> of(DIVIDE, ONE, of(ADD, ONE, a));
      case SQRT -> of(DIVIDE, new Constant(0.5), of(SQRT, a));
      case ABS -> of(SIGN, a);
      case SIGN -> ZERO;
      case SIN -> of(COS, a);
      case COS -> of(NEGATE, of(SIN, a));
      case TANH -> of(TANH_DERIVATIVE, a);
      case SIGMOID -> of(SIGMOID_DERIVATIVE, a);
      case SOFTPLUS -> of(SIGMOID, a);
      case ERF ->
          of(
              MULTIPLY,
              new Constant(2 / Math.sqrt(Math.PI)),
              of(EXP, of(NEGATE, of(POWER, a, new Constant(2)))));
      case RELU -> of(IF, a, ONE, ZERO);
      case TANH_DERIVATIVE ->
          of(MULTIPLY, new Constant(-2), of(MULTIPLY, of(TANH, a), of(TANH_DERIVATIVE, a)));
      case SIGMOID_DERIVATIVE ->
          of(
              MULTIPLY,
              of(SIGMOID_DERIVATIVE, a),
              of(SUBTRACT, ONE, of(MULTIPLY, new Constant(2), of(SIGMOID, a))));
      default -> throw new IllegalStateException("no rule for " + operation);
    };
  }

  /** (da - (a/b) db) / b, which reuses the quotient and overflows later than the textbook's b^2. */
  private static Expression quotient(
      Expression whole, Expression a, Expression b, Expression da, Expression db) {
    return of(DIVIDE, of(SUBTRACT, da, of(MULTIPLY, whole, db)), b);
  }

  private static Expression power(String symbol, Apply apply, Expression da, Expression db) {
    Expression base = apply.arguments().get(0);
    Expression exponent = apply.arguments().get(1);
    if (!exponent.contains(symbol)) {
      Expression lower = of(POWER, base, of(SUBTRACT, exponent, ONE));
      return of(CHAIN, of(MULTIPLY, exponent, lower), da);
    }
    Expression rate =
        of(ADD, of(MULTIPLY, db, of(LOG, base)), of(DIVIDE, of(MULTIPLY, exponent, da), base));
    return of(CHAIN, apply, rate);
  }
}
