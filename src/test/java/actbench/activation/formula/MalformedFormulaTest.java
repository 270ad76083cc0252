package actbench.activation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of formulas that will not do, and where the caret points. */
final class MalformedFormulaTest {
  private static final String FUNCTIONS =
      "exp, expm1, log, log1p, sqrt, abs, sign, sin, cos, tanh, sigmoid, softplus, erf, relu, max,"
          + " min, if";

  @Test
  void pointsAtTheProblem() {
    FormulaException problem = problem("x * sigmod(x)", Map.of());
    assertThat(problem)
        .hasMessage(
            "formula:1:5: error: unknown function 'sigmod'; expected one of "
                + FUNCTIONS
                + ". Did you mean 'sigmoid'?\n  x * sigmod(x)\n      ^");
    assertThat(problem.offset()).isEqualTo(4);
    assertThat(problem.problem()).startsWith("unknown function");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x *                 | 3  | the formula ends here; expected a number, x or a function",
        "''                  | 0  | the formula ends here; expected a number, x or a function",
        "x * (1 + x          | 4  | this bracket is not closed",
        "x * (1 x)           | 4  | this bracket is not closed before 'x'",
        "x x                 | 2  | unexpected 'x'",
        "x $ 2               | 2  | unexpected '$'",
        "x * ) 2             | 4  | unexpected ')'; expected a number, x or a function",
        "x * 1e999           | 4  | '1e999' is not a finite number",
        "x * 1.2.3           | 4  | '1.2.3' is not a finite number",
        "x * y               | 4  | unknown name 'y'; expected one of e, pi, x, or a parameter with a value beside the formula",
        "tanh * x            | 0  | 'tanh' is a function; expected '(' after it",
        "x + sin(x, 2)       | 4  | 'sin' takes 1 argument, found 2",
        "max(x)              | 0  | 'max' takes 2 arguments, found 1",
        "1 + 2               | 0  | the formula is not a function of x",
        "2 * x + 1           | 0  | the formula is linear in x; layers of it are no more than one layer",
        "x + x + x * 3 - x/2 | 0  | the formula is linear in x; layers of it are no more than one layer",
        "if(1, x, x ^ 2)     | 0  | the formula is linear in x; layers of it are no more than one layer",
        "x * 0 + 3 + sign(x) - sign(x) | 0 | the formula is constant; a network of it cannot learn",
        "log(x)              | 0  | f is infinite at x = 0.0; an activation must be finite for every input",
        "sqrt(x)             | 0  | f' is infinite at x = 0.0; an activation must be finite for every input",
        "x / (x - 1) ^ 2     | 0  | f is infinite at x = 1.0; an activation must be finite for every input",
        "x * exp(x * x)      | 0  | f in float is infinite at x = 10.0; an activation must be finite for every input",
        "exp(x) / (2 + exp(x)) | 0 | f in float is not a number at x = 89.0; an activation must be finite for every input",
      })
  void names(String formula, int offset, String what) {
    FormulaException problem = problem(formula, Map.of());
    assertThat(problem.problem()).isEqualTo(what);
    assertThat(problem.offset()).isEqualTo(offset);
  }

  @Test
  void refusesParametersThatDoNotFit() {
    FormulaException unused = problem("x ^ 2", Map.of("beta", 1.0));
    assertThat(unused.problem()).isEqualTo("'beta' does not occur in the formula");
    assertThat(unused.parameter()).contains("beta");
    assertThat(problem("x ^", Map.of()).parameter()).isEmpty();
    assertThat(problem("x ^ 2 * tanh", Map.of("tanh", 1.0)).problem())
        .startsWith("'tanh' cannot name a parameter");
    assertThat(problem("x ^ 2 * b", Map.of("b", Double.NaN)).problem())
        .isEqualTo("'b' is not a finite number");
  }

  @Test
  void refusesFormulasWithoutEnd() {
    assertThat(problem("x+".repeat(600) + "x", Map.of()).problem()).contains("1000 characters");
    assertThat(problem("(".repeat(100) + "x" + ")".repeat(100), Map.of()).problem())
        .contains("nested deeper");
  }

  private static FormulaException problem(String formula, Map<String, Double> parameters) {
    return catchThrowableOfType(FormulaException.class, () -> Formula.parse(formula, parameters));
  }
}
