package actbench.activation;

import java.util.Map;
import java.util.TreeMap;

/** A function as one line of text, for another process: name and parameters between tabs. */
public final class FunctionText {
  private FunctionText() {}

  /** The line. */
  public static String write(ActivationFunction function) {
    StringBuilder text = new StringBuilder(function.name());
    function
        .parameters()
        .forEach((name, value) -> text.append('\t').append(name).append('\t').append(value));
    return text.toString();
  }

  /**
   * The function of the line.
   *
   * @throws ActivationException if there is no such function
   */
  public static ElementFunction read(String text) {
    String[] parts = text.split("\t", -1);
    Map<String, Double> parameters = new TreeMap<>();
    for (int i = 1; i + 1 < parts.length; i += 2) {
      parameters.put(parts[i], Double.valueOf(parts[i + 1]));
    }
    return ActivationCatalog.createElement(parts[0], parameters);
  }
}
