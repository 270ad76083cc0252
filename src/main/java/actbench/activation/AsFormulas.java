package actbench.activation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The catalogue's functions in the language of formulas, as examples and to measure it by. */
final class AsFormulas {
  private static final String TABLE =
      """
      relu            : relu(x)
      leaky-relu      : if(x, x, alpha * x)
      prelu           : if(x, x, alpha * x)
      rrelu           : if(x, x, (lower + upper) / 2 * x)
      relu6           : min(max(x, 0), 6)
      threshold-relu  : if(x - theta, x, 0)
      elu             : if(x, x, alpha * expm1(x))
      celu            : if(x, x, alpha * expm1(x / alpha))
      selu            : 1.0507009873554805 * if(x, x, 1.6732632423543772 * expm1(x))
      isrlu           : if(x, x, x / sqrt(1 + alpha * x ^ 2))
      softplus        : softplus(beta * x) / beta
      sine-relu       : if(x, x, eps * (sin(x) - cos(x)))
      bent-identity   : x + (sqrt(x ^ 2 + 1) - 1) / 2
      softshrink      : x - min(max(x, -lambda), lambda)
      hardshrink      : if(abs(x) - lambda, x, 0)
      mish            : x * tanh(softplus(x))
      beta-mish       : x * tanh(beta * softplus(x))
      swish           : x * sigmoid(beta * x)
      e-swish         : beta * x * sigmoid(x)
      gelu            : 0.5 * x * (1 + erf(x / sqrt(2)))
      gelu-tanh       : 0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x ^ 3)))
      hard-mish       : x / 2 * min(max(x + 2, 0), 2)
      hard-swish      : x / 6 * min(max(x + 3, 0), 6)
      mila            : x * tanh(softplus(beta + x))
      tanh-exp        : x * tanh(exp(x))
      elish           : if(x, x, expm1(x)) * sigmoid(x)
      hard-elish      : if(x, x, expm1(x)) * min(max((x + 1) / 2, 0), 1)
      flatten-t-swish : if(x, x * sigmoid(x), 0) + T
      sigmoid         : sigmoid(x)
      tanh            : tanh(x)
      softsign        : x / (1 + abs(x))
      hard-sigmoid    : min(max(0.2 * x + 0.5, 0), 1)
      log-sigmoid     : -softplus(-x)
      hardtanh        : min(max(x, -1), 1)
      tanhshrink      : x - tanh(x)
      weighted-tanh   : tanh(weight * x)
      lecun-tanh      : 1.7159 * tanh(2 / 3 * x)
      penalized-tanh  : if(x, 1, alpha) * tanh(x)
      isru            : x / sqrt(1 + alpha * x ^ 2)
      sqnl            : if(abs(x) - 2, sign(x), x - x * abs(x) / 4)
      aria2           : (1 + exp(-beta * x)) ^ -alpha
      """;

  private static final Map<String, String> ALL = read();

  private AsFormulas() {}

  private static Map<String, String> read() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String line : TABLE.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        all.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      }
    }
    return all;
  }

  /**
   * The formula of a function, whose parameters are those of the function; empty if it has none.
   */
  static String of(String function) {
    return ALL.getOrDefault(function, "");
  }

  /** The function as a formula; empty where the formula does not follow all its parameters. */
  static Optional<ElementFunction> of(ActivationEntry entry, ActivationFunction function) {
    String formula = of(entry.name());
    Map<String, Double> followed = new TreeMap<>();
    for (Parameter parameter : entry.parameters()) {
      double value = function.parameters().get(parameter.name());
      if (Pattern.compile("\\b" + parameter.name() + "\\b").matcher(formula).find()) {
        followed.put(parameter.name(), value);
      } else if (value != parameter.defaultValue()) {
        return Optional.empty();
      }
    }
    return formula.isEmpty()
        ? Optional.empty()
        : Optional.of(OwnFunctions.ofFormula(formula, followed));
  }
}
