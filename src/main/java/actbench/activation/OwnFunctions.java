package actbench.activation;

import actbench.activation.ElementFunction.ParameterDerivative;
import actbench.activation.formula.Formula;
import actbench.activation.formula.FormulaException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Functions of the user's own.
 *
 * <p>A formula is anything with a bracket or an operator other than a hyphen. A Java class is named
 * in full, implements {@link ScalarFunction}, and has a public constructor that takes a {@code
 * Map<String, Double>} of parameters, or none.
 */
final class OwnFunctions {
  private OwnFunctions() {}

  static boolean isFormula(String name) {
    return name.chars().anyMatch(c -> "(*/+^".indexOf(c) >= 0);
  }

  static boolean isClassName(String name) {
    return name.matches("[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)+");
  }

  static ElementFunction ofFormula(String text, Map<String, Double> parameters) {
    Formula formula;
    try {
      formula = Formula.parse(text, parameters);
    } catch (FormulaException e) {
      throw new ActivationException(e.getMessage(), e);
    }
    Map<String, ParameterDerivative> derivatives = new LinkedHashMap<>();
    parameters
        .keySet()
        .forEach(name -> derivatives.put(name, (p, x) -> formula.parameterDerivative(name, x)));
    return new ElementFunction(
        text,
        new Parameters(new TreeMap<>(parameters)),
        ScalarFunction.of(formula::value, formula::derivative),
        derivatives,
        formula.kernel());
  }

  static ElementFunction ofClass(String name, Map<String, Double> parameters) {
    ScalarFunction function = instance(name, parameters);
    return new ElementFunction(
        name,
        new Parameters(new TreeMap<>(parameters)),
        function,
        Map.of(),
        new ScalarKernel(function));
  }

  private static ScalarFunction instance(String name, Map<String, Double> parameters) {
    try {
      Class<? extends ScalarFunction> found =
          Class.forName(name, false, OwnFunctions.class.getClassLoader())
              .asSubclass(ScalarFunction.class);
      try {
        return found.getConstructor(Map.class).newInstance(parameters);
      } catch (NoSuchMethodException e) {
        if (!parameters.isEmpty()) {
          throw new ActivationException(
              "class '" + name + "' takes no parameters, found " + parameters.keySet(), e);
        }
        return found.getConstructor().newInstance();
      }
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ActivationException("no class '" + name + "' on the class path", e);
    } catch (ClassCastException e) {
      throw new ActivationException(
          "class '" + name + "' does not implement " + ScalarFunction.class.getName(), e);
    } catch (InvocationTargetException e) {
      throw new ActivationException(
          "class '" + name + "' refuses " + parameters + ": " + e.getCause().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new ActivationException(
          "class '" + name + "' has no public constructor for a Map or without arguments", e);
    }
  }
}
