package actbench.activation;

import actbench.activation.ElementFunction.ParameterDerivative;
import actbench.activation.formula.Formula;
import actbench.activation.formula.FormulaException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Functions of the user's own.
 *
 * <p>A formula is anything with a bracket or an operator other than a hyphen. A Java class is named
 * in full, implements {@link ScalarFunction}, and has a public constructor that takes a {@code
 * Map<String, Double>} of parameters, or none.
 */
final class OwnFunctions {
  /** Taken when a class is loaded: later its file may be another. */
  private static final Map<Class<?>, String> CHECKSUMS = new ConcurrentHashMap<>();

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

  /** The SHA-256 of a class's file, and of those of the classes nested in it, by name. */
  static String sha256(String name) {
    try {
      return CHECKSUMS.computeIfAbsent(load(name), OwnFunctions::sha256);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new ActivationException("no class '" + name + "' on the class path", e);
    }
  }

  private static String sha256(Class<?> function) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Class<?>> nest = new ArrayList<>(List.of(function.getNestMembers()));
      nest.sort(Comparator.comparing(Class::getName));
      for (Class<?> each : nest) {
        String file = each.getName().substring(each.getPackageName().length() + 1) + ".class";
        try (InputStream bytes = each.getResourceAsStream(file)) {
          if (bytes == null) {
            throw new FileNotFoundException(file);
          }
          digest.update(bytes.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new ActivationException(
          "the file of class '" + function.getName() + "' cannot be read", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, OwnFunctions.class.getClassLoader());
  }

  private static ScalarFunction instance(String name, Map<String, Double> parameters) {
    try {
      Class<? extends ScalarFunction> found = load(name).asSubclass(ScalarFunction.class);
      CHECKSUMS.computeIfAbsent(found, OwnFunctions::sha256);
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
