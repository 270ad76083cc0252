package actbench.activation.formula;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** What a formula can do with numbers. */
enum Operation {
  ADD("+", (a, b) -> a + b),
  SUBTRACT("-", (a, b) -> a - b),
  MULTIPLY("*", (a, b) -> a * b),
  DIVIDE("/", (a, b) -> a / b),
  POWER("^", Math::pow),
  NEGATE("-", a -> -a),

  EXP("exp", Math::exp),
  EXPM1("expm1", Math::expm1),
  LOG("log", Math::log),
  LOG1P("log1p", Math::log1p),
  SQRT("sqrt", Math::sqrt),
  ABS("abs", Math::abs),
  SIGN("sign", Math::signum),
  SIN("sin", Math::sin),
  COS("cos", Math::cos),
  TANH("tanh", Math::tanh),
  SIGMOID("sigmoid", Stable::sigmoid),
  SOFTPLUS("softplus", Stable::softplus),
  ERF("erf", Stable::erf),
  RELU("relu", a -> Double.isNaN(a) ? a : Math.max(a, 0)),
  MAX("max", Math::max),
  MIN("min", Math::min),

  /** {@code if(c, a, b)}: a where c is above 0, else b. */
  IF("if"),

  /** 1 - tanh^2; only in derivatives. */
  TANH_DERIVATIVE("tanh'", Stable::tanhDerivative),

  /** s(a) s(-a); only in derivatives. */
  SIGMOID_DERIVATIVE("sigmoid'", Stable::sigmoidDerivative),

  /**
   * A product of the chain rule: 0 if the first factor is, even when the second is infinite; the
   * first decays where this occurs. Only in derivatives.
   */
  CHAIN("*", (a, b) -> a == 0 ? 0 : a * b);

  private final String symbol;
  private final int arity;
  private final DoubleUnaryOperator unary;
  private final DoubleBinaryOperator binary;

  Operation(String symbol, DoubleUnaryOperator unary) {
    this(symbol, 1, unary, null);
  }

  Operation(String symbol, DoubleBinaryOperator binary) {
    this(symbol, 2, null, binary);
  }

  Operation(String symbol) {
    this(symbol, 3, null, null);
  }

  Operation(String symbol, int arity, DoubleUnaryOperator unary, DoubleBinaryOperator binary) {
    this.symbol = symbol;
    this.arity = arity;
    this.unary = unary;
    this.binary = binary;
  }

  String symbol() {
    return symbol;
  }

  int arity() {
    return arity;
  }

  /** The result for as many numbers as the arity says. */
  double apply(double... arguments) {
    return switch (arity) {
      case 1 -> unary.applyAsDouble(arguments[0]);
      case 2 -> binary.applyAsDouble(arguments[0], arguments[1]);
      default -> arguments[0] > 0 ? arguments[1] : arguments[2];
    };
  }

  /** The functions a user may call, by name. */
  static Optional<Operation> function(String name) {
    return Arrays.stream(functions()).filter(each -> each.symbol.equals(name)).findFirst();
  }

  static Operation[] functions() {
    return Arrays.copyOfRange(values(), EXP.ordinal(), IF.ordinal() + 1);
  }
}
