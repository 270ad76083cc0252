package actbench.activation.formula;

import static actbench.activation.formula.Operation.ADD;
import static actbench.activation.formula.Operation.MULTIPLY;
import static actbench.activation.formula.Operation.NEGATE;
import static actbench.activation.formula.Operation.POWER;
import static actbench.activation.formula.Operation.SUBTRACT;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A formula as a tree. Equal trees are equal objects, which is how common parts are found. */
sealed interface Expression {
  Constant ZERO = new Constant(0);
  Constant ONE = new Constant(1);
  Symbol X = new Symbol("x");

  /** The value, given all symbols. */
  double value(Map<String, Double> symbols);

  /** Whether the symbol occurs. */
  boolean contains(String symbol);

  /** The expression with symbols replaced by numbers, simplified. */
  Expression with(Map<String, Double> symbols);

  /** A number. */
  record Constant(double number) implements Expression {
    @Override
    public double value(Map<String, Double> symbols) {
      return number;
    }

    @Override
    public boolean contains(String symbol) {
      return false;
    }

    @Override
    public Expression with(Map<String, Double> symbols) {
      return this;
    }
  }

  /** {@code x} or a parameter. */
  record Symbol(String name) implements Expression {
    @Override
    public double value(Map<String, Double> symbols) {
      return symbols.get(name);
    }

    @Override
    public boolean contains(String symbol) {
      return name.equals(symbol);
    }

    @Override
    public Expression with(Map<String, Double> symbols) {
      Double number = symbols.get(name);
      return number == null ? this : new Constant(number);
    }
  }

  /** An operation on expressions. */
  record Apply(Operation operation, List<Expression> arguments) implements Expression {
    public Apply {
      arguments = List.copyOf(arguments);
    }

    @Override
    public double value(Map<String, Double> symbols) {
      double[] numbers = new double[arguments.size()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = arguments.get(i).value(symbols);
      }
      return operation.apply(numbers);
    }

    @Override
    public boolean contains(String symbol) {
      return arguments.stream().anyMatch(each -> each.contains(symbol));
    }

    @Override
    public Expression with(Map<String, Double> symbols) {
      return of(operation, arguments.stream().map(each -> each.with(symbols)).toList());
    }
  }

  /** The operation on these arguments, in its simplest form. */
  static Expression of(Operation operation, List<Expression> arguments) {
    if (arguments.stream().allMatch(Constant.class::isInstance)) {
      double number = new Apply(operation, arguments).value(Map.of());
      if (Double.isFinite(number)) {
        return new Constant(number);
      }
    }
    Expression a = arguments.get(0);
    Expression b = arguments.size() > 1 ? arguments.get(1) : ZERO;
    Optional<Expression> known = Recognition.of(operation, a, b);
    if (known.isPresent()) {
      return known.get();
    }
    return switch (operation) {
      case ADD -> sum(a, b);
      case SUBTRACT -> difference(a, b);
      case MULTIPLY, CHAIN -> product(operation, a, b);
      case DIVIDE -> b.equals(ONE) || a.equals(ZERO) ? a : new Apply(operation, arguments);
      case NEGATE -> negative(a);
      case POWER -> power(a, b);
      case IF -> b.equals(arguments.get(2)) ? b : new Apply(operation, arguments);
      default -> new Apply(operation, arguments);
    };
  }

  static Expression of(Operation operation, Expression... arguments) {
    return of(operation, List.of(arguments));
  }

  private static Expression sum(Expression a, Expression b) {
    if (a.equals(ZERO)) {
      return b;
    } else if (b.equals(ZERO)) {
      return a;
    } else if (b instanceof Apply apply && apply.operation() == NEGATE) {
      return difference(a, apply.arguments().get(0));
    }
    return new Apply(ADD, List.of(a, b));
  }

  private static Expression difference(Expression a, Expression b) {
    if (a.equals(b)) {
      return ZERO;
    } else if (b.equals(ZERO)) {
      return a;
    } else if (a.equals(ZERO)) {
      return negative(b);
    } else if (b instanceof Apply apply && apply.operation() == NEGATE) {
      return sum(a, apply.arguments().get(0));
    }
    return new Apply(SUBTRACT, List.of(a, b));
  }

  private static Expression negative(Expression a) {
    return a instanceof Apply apply && apply.operation() == NEGATE
        ? apply.arguments().get(0)
        : new Apply(NEGATE, List.of(a));
  }

  private static Expression product(Operation operation, Expression a, Expression b) {
    if (a.equals(ZERO) || b.equals(ZERO)) {
      return ZERO;
    } else if (a.equals(ONE)) {
      return b;
    } else if (b.equals(ONE)) {
      return a;
    } else if (a instanceof Constant || b instanceof Constant) {
      // A constant factor needs no care about infinity, and stands in front.
      Expression constant = a instanceof Constant ? a : b;
      Expression other = a instanceof Constant ? b : a;
      if (constant.equals(new Constant(-1))) {
        return negative(other);
      }
      if (other instanceof Apply apply
          && apply.operation() == MULTIPLY
          && apply.arguments().get(0) instanceof Constant inner) {
        double factor = ((Constant) constant).number() * inner.number();
        return product(MULTIPLY, new Constant(factor), apply.arguments().get(1));
      }
      return new Apply(MULTIPLY, List.of(constant, other));
    } else if (factor(a) != null) {
      return product(MULTIPLY, factor(a), product(operation, rest(a), b));
    } else if (factor(b) != null) {
      return product(MULTIPLY, factor(b), product(operation, a, rest(b)));
    }
    return new Apply(operation, List.of(a, b));
  }

  /** The constant in front of a product, or null. */
  private static Expression factor(Expression a) {
    return a instanceof Apply apply
            && apply.operation() == MULTIPLY
            && apply.arguments().get(0) instanceof Constant constant
        ? constant
        : null;
  }

  /** The product behind its constant. */
  private static Expression rest(Expression product) {
    return ((Apply) product).arguments().get(1);
  }

  private static Expression power(Expression base, Expression exponent) {
    if (exponent.equals(ZERO)) {
      return ONE;
    } else if (exponent.equals(ONE)) {
      return base;
    }
    return new Apply(POWER, List.of(base, exponent));
  }
}
