package actbench.activation.formula;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a formula can do with numbers. */
enum Operation {
  ADD("+", 2),
  SUBTRACT("-", 2),
  MULTIPLY("*", 2),
  DIVIDE("/", 2),
  POWER("^", 2),
  NEGATE("-", 1),

  EXP("exp", 1),
  EXPM1("expm1", 1),
  LOG("log", 1),
  LOG1P("log1p", 1),
  SQRT("sqrt", 1),
  ABS("abs", 1),
  SIGN("sign", 1),
  SIN("sin", 1),
  COS("cos", 1),
  TANH("tanh", 1),
  SIGMOID("sigmoid", 1),
  SOFTPLUS("softplus", 1),
  ERF("erf", 1),
  RELU("relu", 1),
  MAX("max", 2),
  MIN("min", 2),

  /** {@code if(c, a, b)}: a where c is above 0, else b. */
  IF("if", 3),

  /** 1 + erf(a), with all digits where a is negative; not for users. */
  ONE_PLUS_ERF("1 + erf", 1),

  /** {@code tanh(c softplus(a))} for c = 0.5, 1, 1.5 or 2; not for users. */
  MISH_GATE("tanh softplus", 2),

  /** The derivative of {@link #MISH_GATE} in a; only in derivatives. */
  MISH_GATE_DERIVATIVE("tanh softplus'", 2),

  /** 1 - tanh^2; only in derivatives. */
  TANH_DERIVATIVE("tanh'", 1),

  /** s(a) s(-a); only in derivatives. */
  SIGMOID_DERIVATIVE("sigmoid'", 1),

  /**
   * A product of the chain rule: 0 if the first factor is, even when the second is infinite; the
   * first decays where this occurs. Only in derivatives.
   */
  CHAIN("*", 2);

  private static final Set<Operation> FUNCTIONS = EnumSet.range(EXP, IF);

  private final String symbol;
  private final int arity;

  Operation(String symbol, int arity) {
    this.symbol = symbol;
    this.arity = arity;
  }

  String symbol() {
    return symbol;
  }

  /** The number of arguments. */
  int arity() {
    return arity;
  }

  /** The functions a user may call, by name. */
  static Optional<Operation> function(String name) {
    return FUNCTIONS.stream().filter(each -> each.symbol.equals(name)).findFirst();
  }

  /** The functions a user may call. */
  static Set<Operation> functions() {
    return FUNCTIONS;
  }

  /** The result for as many numbers as the arity says. */
  double apply(double... n) {
    return switch (this) {
      case ADD -> n[0] + n[1];
      case SUBTRACT -> n[0] - n[1];
      case MULTIPLY -> n[0] * n[1];
      case DIVIDE -> n[0] / n[1];
      case POWER -> Math.pow(n[0], n[1]);
      case NEGATE -> -n[0];
      case EXP -> Math.exp(n[0]);
      case EXPM1 -> Math.expm1(n[0]);
      case LOG -> Math.log(n[0]);
      case LOG1P -> Math.log1p(n[0]);
      case SQRT -> Math.sqrt(n[0]);
      case ABS -> Math.abs(n[0]);
      case SIGN -> Math.signum(n[0]);
      case SIN -> Math.sin(n[0]);
      case COS -> Math.cos(n[0]);
      case TANH -> Math.tanh(n[0]);
      case SIGMOID -> Stable.sigmoid(n[0]);
      case SOFTPLUS -> Stable.softplus(n[0]);
      case ERF -> Stable.erf(n[0]);
      case RELU -> Math.max(n[0], 0);
      case MAX -> Math.max(n[0], n[1]);
      case MIN -> Math.min(n[0], n[1]);
      case IF -> n[0] > 0 ? n[1] : n[2];
      case ONE_PLUS_ERF -> Stable.onePlusErf(n[0]);
      case MISH_GATE -> Math.tanh(n[0] * Stable.softplus(n[1]));
      case MISH_GATE_DERIVATIVE ->
          n[0] * Stable.sigmoid(n[1]) * Stable.tanhDerivative(n[0] * Stable.softplus(n[1]));
      case TANH_DERIVATIVE -> Stable.tanhDerivative(n[0]);
      case SIGMOID_DERIVATIVE -> Stable.sigmoidDerivative(n[0]);
      case CHAIN -> n[0] == 0 ? 0 : n[0] * n[1];
    };
  }
}
