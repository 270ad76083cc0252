package actbench.activation.formula;

import actbench.activation.kernel.TileKernel;
import actbench.activation.kernel.TileKernels;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A formula in x with numbers for its parameters, and its derivatives. Immutable.
 *
 * <p>In double, trees are evaluated; in float, programs run over tiles.
 */
public final class Formula {
  private final String text;
  private final SortedMap<String, Double> parameters;
  private final Expression symbolic;
  private final Expression value;
  private final Expression derivative;
  private TileKernel kernel;

  private Formula(String text, SortedMap<String, Double> parameters, Expression symbolic) {
    this.text = text;
    this.parameters = Collections.unmodifiableSortedMap(parameters);
    this.symbolic = symbolic;
    this.value = symbolic.with(parameters);
    this.derivative = Derivative.in("x", value);
  }

  /**
   * Reads a formula.
   *
   * @param parameters values of the names that occur beside x
   * @throws FormulaException that points at what is wrong: grammar, unknown names, a parameter that
   *     does not occur, a formula without x or linear in it, or one that is not finite
   */
  public static Formula parse(String text, Map<String, Double> parameters) {
    checkNames(text, parameters);
    Expression expression = FormulaParser.parse(text, parameters.keySet());
    for (String name : parameters.keySet()) {
      if (!expression.contains(name)) {
        throw FormulaException.ofParameter(text, name, "does not occur in the formula");
      }
    }
    if (!expression.contains("x")) {
      throw new FormulaException(text, 0, "the formula is not a function of x");
    }
    Formula formula = new Formula(text, new TreeMap<>(parameters), expression);
    FormulaCheck.check(formula);
    return formula;
  }

  private static void checkNames(String text, Map<String, Double> parameters) {
    for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      boolean taken = Set.of("x", "pi", "e").contains(name) || Operation.function(name).isPresent();
      if (taken || !name.matches("[A-Za-z][A-Za-z0-9_]*")) {
        throw FormulaException.ofParameter(
            text, name, "cannot name a parameter; expected letters and digits, not a known name");
      }
      if (!Double.isFinite(parameter.getValue())) {
        throw FormulaException.ofParameter(text, name, "is not a finite number");
      }
    }
  }

  /**
   * The formula with its blanks in order, the same for texts that differ in blanks only.
   *
   * @param text a formula that {@link #parse} takes
   */
  public static String tidy(String text) {
    return FormulaTokens.tidy(text);
  }

  /** As the user wrote it. */
  public String text() {
    return text;
  }

  /** Values by name; sorted, unmodifiable. */
  public SortedMap<String, Double> parameters() {
    return parameters;
  }

  /** f(x). */
  public double value(double x) {
    return value.value(Map.of("x", x));
  }

  /** f'(x). */
  public double derivative(double x) {
    return derivative.value(Map.of("x", x));
  }

  /** The derivative in a parameter. */
  public double parameterDerivative(String parameter, double x) {
    TreeMap<String, Double> symbols = new TreeMap<>(parameters);
    symbols.put("x", x);
    return Derivative.in(parameter, symbolic).value(symbols);
  }

  /** f over tiles of floats, on vectors where the JVM has them. */
  public synchronized TileKernel kernel() {
    if (kernel == null) {
      Lowering.Lowered f = Lowering.lower(value);
      Lowering.Lowered slope = Lowering.lower(derivative);
      kernel =
          TileKernels.compile(f.program(), f.result(), slope.program(), slope.result())
              .orElseGet(this::plainKernel);
    }
    return kernel;
  }

  /** f over tiles of floats, on any JVM. */
  TileKernel plainKernel() {
    return new FormulaKernel(TileProgram.compile(value), TileProgram.compile(derivative));
  }

  /** Whether f' does not depend on x. */
  boolean hasConstantDerivative() {
    return !derivative.contains("x");
  }
}
