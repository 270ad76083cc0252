package actbench.activation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import actbench.activation.ActivationCatalog;
import actbench.activation.ActivationEntry;
import actbench.activation.ElementFunction;
import actbench.activation.kernel.TileKernel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that will do: their values, derivatives and tiles. */
final class FormulaTest {
  private static final double[] POINTS = {
    -1e4, -100, -30, -5, -2.6, -1.1, -0.3, -1e-3, 1e-3, 0.2, 0.9, 1.7, 4, 20, 89, 700, 1e4
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

  static List<ActivationEntry> builtIn() {
    return ActivationCatalog.entries().stream()
        .filter(each -> !each.asFormula().isEmpty())
        .toList();
  }

  @Test
  void mostOfTheCatalogueCanBeWrittenAsAFormula() {
    assertThat(builtIn()).hasSizeGreaterThan(38);
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void agreesWithTheBuiltInFunction(ActivationEntry entry) {
    ElementFunction want = (ElementFunction) entry.create(Map.of());
    ElementFunction written = entry.asFormula(want).orElseThrow();
    Formula formula = Formula.parse(written.name(), written.parameters());
    TileKernel[] kernels = {formula.kernel(), formula.plainKernel()};
    float[] x = new float[1001];
    float[] upstream = new float[x.length];
    float[] wantValue = new float[x.length];
    float[] wantGradient = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i < POINTS.length ? (float) POINTS[i] : (i - 500) / 40f + 1e-3f;
      upstream[i] = (i % 5) - 1.5f;
      assertThat(formula.value(x[i]))
          .as("%s at %s", entry.name(), x[i])
          .isCloseTo(want.value(x[i]), within(1e-12));
      assertThat(formula.derivative(x[i]))
          .as("%s' at %s", entry.name(), x[i])
          .isCloseTo(want.derivative(x[i]), within(1e-12));
    }
    want.forward(x, wantValue, 0, x.length);
    want.backward(x, upstream, wantGradient, 0, x.length);
    for (TileKernel kernel : kernels) {
      float[] y = x.clone();
      float[] dx = upstream.clone();
      kernel.backward(x, dx, dx, 0, x.length);
      kernel.forward(y, y, 0, x.length);
      assertThat(y).as("values of %s", entry.name()).containsExactly(wantValue, within(1e-5f));
      assertThat(dx)
          .as("gradients of %s", entry.name())
          .containsExactly(wantGradient, within(1e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max(0, x)                             | relu",
        "x / (1 + exp(-x))                     | swish",
        "exp(x) / (exp(x) + 1)                 | sigmoid",
        "x * tanh(log(1 + exp(x)))             | mish",
        "x * tanh(log((1 + exp(x)) ^ 1.5))     | beta-mish",
        "x * (1 + tanh(x / 2)) / 2             | swish",
        "x * (1 - erf(-x / sqrt(2))) * 0.5     | gelu",
        "if(x, x, exp(x) - 1)                  | elu",
        "log1p(exp(x))                         | softplus",
      })
  void knowsTextbookForms(String text, String name) {
    ElementFunction want = ActivationCatalog.createElement(name, Map.of());
    Formula formula = Formula.parse(text, Map.of());
    for (double x : POINTS) {
      double tolerance = 1e-12 * Math.abs(want.value(x)) + 1e-300;
      assertThat(formula.value(x))
          .as("%s at %s", text, x)
          .isCloseTo(want.value(x), within(tolerance));
      assertThat(formula.derivative(x)).isCloseTo(want.derivative(x), within(1e-12));
    }
  }

  /** Every step of vector code, and long programs of several loops, against plain code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sin(x) * x + cos(3 * x) * 0.1 + x",
        "log(abs(x) + 1e-20) * x * 0.1 + log1p(x ^ 2)",
        "log(1e-38 + abs(x)) * x * 0.01 + log1p(relu(x) * 1e-9) + x ^ 2",
        "expm1(min(x, 9)) + x ^ 3 * 0.01 + abs(x) ^ 1.5 * 0.1 + (1 + x ^ 2) ^ -0.5",
        "(1 + x ^ 2) ^ 0.3 + (1 + abs(x)) ^ -2 + sign(x) * x * x * 0.1",
        "max(x, 0.1 * x * x) + min(x, cos(x)) + max(1, x)",
        "erf(x) * x + erf(x / 3) * softplus(x) * tanh(x) * sigmoid(x) + exp(-x ^ 2) + sqrt(1 + x ^ 2)",
        "x * tanh(0.5 * softplus(x)) + x * tanh(2 * softplus(x / 2)) + tanh(0.7 * softplus(x))",
      })
  void vectorsAgreeWithPlainCode(String text) {
    Formula formula = Formula.parse(text, Map.of());
    SplittableRandom random = new SplittableRandom(5);
    float[] x = new float[3001];
    for (int i = 0; i < x.length; i++) {
      double narrow = random.nextDouble(-6, 6);
      x[i] = (float) (i % 3 == 0 ? random.nextDouble(-60, 60) : i % 3 == 1 ? narrow : narrow / 1e6);
    }
    x[0] = 0;
    x[1] = 1e-39f;
    x[2] = -1e-39f;
    float[] ones = new float[x.length];
    Arrays.fill(ones, 1);
    float[] y = new float[x.length];
    float[] dx = new float[x.length];
    formula.kernel().forward(x, y, 0, x.length);
    formula.kernel().backward(x, ones, dx, 0, x.length);
    assertThat(formula.kernel()).as("tests run with vectors").isNotInstanceOf(FormulaKernel.class);
    for (int i = 0; i < x.length; i++) {
      double value = formula.value(x[i]);
      double slope = formula.derivative(x[i]);
      assertThat(Math.abs(y[i] - value))
          .as("%s at %s: %s for %s", text, x[i], y[i], value)
          .isLessThan(4e-6 * (1 + Math.abs(value)));
      assertThat(Math.abs(dx[i] - slope))
          .as("slope of %s at %s: %s for %s", text, x[i], dx[i], slope)
          .isLessThan(4e-6 * (1 + Math.abs(slope)));
    }
  }

  @Test
  void wavesAreExactFarOut() {
    TileKernel kernel = Formula.parse("sin(x)", Map.of()).kernel();
    for (int i = -60; i < 60; i++) {
      float[] x = {(float) Math.copySign(Math.pow(10, Math.abs(i) / 5.0), i)};
      float[] y = new float[1];
      float[] dx = {1};
      kernel.forward(x, y, 0, 1);
      kernel.backward(x, dx, dx, 0, 1);
      assertThat(y[0]).as("sin %s", x[0]).isCloseTo((float) Math.sin(x[0]), within(2e-7f));
      assertThat(dx[0]).as("cos %s", x[0]).isCloseTo((float) Math.cos(x[0]), within(2e-7f));
    }
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
    TileKernel kernel = formula.kernel();
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
