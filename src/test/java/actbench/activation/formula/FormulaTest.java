package actbench.activation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.activation.ElementFunction;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that will do: their values, derivatives and tiles. */
final class FormulaTest {
  private static final double[] POINTS = {
    -1e4, -100, -30, -5, -2.5, -1, -0.3, -1e-3, 1e-3, 0.2, 0.9, 1.7, 4, 20, 89, 700, 1e4
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x ^ 2 + 2 ** 3       | 24",
        "-x ^ 2 + x           | -12",
        "2 - 3 - x * x        | -17",
        "x * x / 2 / 4        | 2",
        "2 ^ 3 ^ 2 * x * x    | 8192",
        "+x * x - -1          | 17",
        ".5e1 * x ^ 2         | 80",
        "max(x, 2) * min(x, 2) + abs(-x) | 12",
        "if(x - 3, x, 7) + if(x - 4, 1, 2) | 6",
        "pi * x * x - e * x * x  | 6.772973202091968",
      })
  void followsTheUsualRules(String text, double want) {
    assertThat(Formula.parse(text, Map.of()).value(4)).isCloseTo(want, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x * sigmoid(beta * x)            | swish     | beta=1.25",
        "x * tanh(softplus(x))            | mish      |",
        "x * tanh(beta * softplus(x))     | beta-mish | beta=1.75",
        "if(x, x, alpha * expm1(x))       | elu       | alpha=0.5",
        "x * tanh(exp(x))                 | tanh-exp  |",
        "0.5 * x * (1 + erf(x / sqrt(2))) | gelu      |",
        "x / (1 + abs(x))                 | softsign  |",
        "relu(x)                          | relu      |",
        "min(max(x, -1), 1)               | hardtanh  |",
        "x / sqrt(1 + alpha * x ^ 2)      | isru      | alpha=2",
        "if(x, x, eps * (sin(x) - cos(x))) | sine-relu | eps=0.001",
        "-softplus(-x)                    | log-sigmoid |",
      })
  void agreesWithTheBuiltInFunction(String text, String name, String parameter) {
    Map<String, Double> parameters =
        parameter == null
            ? Map.of()
            : Map.of(
                parameter.substring(0, parameter.indexOf('=')),
                Double.valueOf(parameter.substring(parameter.indexOf('=') + 1)));
    ElementFunction want = ActivationCatalog.createElement(name, parameters);
    ElementFunction got = ActivationCatalog.createElement(text, parameters);
    float[] x = new float[1001];
    float[] upstream = new float[x.length];
    float[] wantValue = new float[x.length];
    float[] wantGradient = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i < POINTS.length ? (float) POINTS[i] : (i - 500) / 40f + 1e-3f;
      upstream[i] = (i % 5) - 1.5f;
      assertThat(got.value(x[i])).isCloseTo(want.value(x[i]), within(1e-12));
      assertThat(got.derivative(x[i])).isCloseTo(want.derivative(x[i]), within(1e-12));
    }
    want.forward(x, wantValue, 0, x.length);
    want.backward(x, upstream, wantGradient, 0, x.length);
    got.backward(x, upstream, upstream, 0, x.length);
    got.forward(x, x, 0, x.length);
    assertThat(x).as("values of %s", text).containsExactly(wantValue, within(1e-5f));
    assertThat(upstream).as("gradients of %s", text).containsExactly(wantGradient, within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x * sigmoid(a * x + b)",
        "tanh(x) ^ 3 * a + b * x ^ 2",
        "log1p(x ^ 2 * abs(a)) * b + x",
        "(1 + x * x) ^ (a / 4) + b * cos(x)",
        "softplus(x) ^ 2 / (1 + softplus(a * x) * abs(b))",
        "a * erf(x) + b * exp(-x ^ 2) + sin(x) / 9",
        "max(a * x, b * tanh(x)) + min(x, 1)",
        "expm1(-abs(x)) * a + sign(x) * x * b * tanh(x)",
        "2 ^ (a * tanh(x)) + sqrt(1 + x ^ 2 * abs(b)) - log(2 + sigmoid(x))"
      })
  void derivativesAreLimitsOfDifferences(String text) {
    Map<String, Double> parameters = Map.of("a", 0.7, "b", -1.2);
    Formula formula = Formula.parse(text, parameters);
    double h = 1e-6;
    Formula above = Formula.parse(text, Map.of("a", 0.7 + h, "b", -1.2));
    Formula below = Formula.parse(text, Map.of("a", 0.7 - h, "b", -1.2));
    for (double x = -3.05; x < 3; x += 0.1) {
      assertThat(formula.derivative(x))
          .as("%s at %s", text, x)
          .isCloseTo((formula.value(x + h) - formula.value(x - h)) / (2 * h), within(2e-8));
      assertThat(formula.parameterDerivative("a", x))
          .as("%s in a at %s", text, x)
          .isCloseTo((above.value(x) - below.value(x)) / (2 * h), within(2e-8));
    }
  }

  @Test
  void bordersOfTilesChangeNoBit() {
    Formula formula = Formula.parse("x * tanh(exp(x)) + if(x, x, sign(x))", Map.of());
    FormulaKernel kernel = formula.kernel();
    float[] x = new float[2000];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 1000) / 77f;
    }
    float[] whole = new float[x.length];
    kernel.forward(x, whole, 0, x.length);
    int[] steps = {1, 5, 255, 256, 257};
    for (int from = 0, k = 0; from < x.length; k++) {
      int to = Math.min(from + steps[k % steps.length], x.length);
      kernel.forward(x, x, from, to);
      from = to;
    }
    assertThat(x).containsExactly(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x*sigmoid( beta*x )          | x * sigmoid(beta * x)",
        "  -x**2 -1e-5*  x - -3       | -x ^ 2 - 1e-5 * x - -3",
        "max(-x,+1.5e+3)/2            | max(-x, +1.5e+3) / 2",
        "if(x,.5*x,x^-2*a_1)          | if(x, .5 * x, x ^ -2 * a_1)",
      })
  void tidiesBlanksAndNothingElse(String text, String tidy) {
    assertThat(Formula.tidy(text)).isEqualTo(tidy);
    assertThat(Formula.tidy(tidy)).isEqualTo(tidy);
    Set<String> parameters = Set.of("beta", "a_1");
    assertThat(FormulaParser.parse(tidy, parameters))
        .isEqualTo(FormulaParser.parse(text, parameters));
  }

  @Test
  void simplifiesDerivatives() {
    Expression square = FormulaParser.parse("3 * x + 0 * x ^ 2 + (x - x) + 1 * 4", Set.of());
    assertThat(Derivative.in("x", square)).isEqualTo(new Expression.Constant(3));
  }
}
