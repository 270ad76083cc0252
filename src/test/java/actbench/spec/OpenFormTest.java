package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import actbench.grid.Grid;
import actbench.grid.Plan;
import actbench.grid.RunConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas in specs: their points, their ids, and what is said of those that will not do. */
final class OpenFormTest {
  private static final Schema SCHEMA = new Schema(StudyVocabulary.vocabulary());

  private static String spec(String activation, String... keys) {
    return "dataset: mnist\nmodel: mlp\nactivation: %s\nepochs: 2\n%s"
        .formatted(activation, String.join("\n", keys));
  }

  private static Plan plan(String yaml, String... overrides) throws SpecException {
    assertThat(SCHEMA.accepts(yaml)).as("the schema refuses %s", yaml).isTrue();
    return Grid.expand(
        new SpecLoader(StudyVocabulary.vocabulary())
            .load("grid.yaml", yaml, "grid", List.of(overrides)));
  }

  private static List<String> labels(Plan plan) {
    return plan.runs().stream().map(run -> run.label("activation")).toList();
  }

  private static List<String> problems(String yaml, String... overrides) {
    SpecException thrown =
        catchThrowableOfType(
            SpecException.class,
            () ->
                new SpecLoader(StudyVocabulary.vocabulary())
                    .load("grid.yaml", yaml, "grid", List.of(overrides)));
    assertThat(thrown).as("accepted: %s", yaml).isNotNull();
    return thrown.problems().stream().map(SpecProblem::toString).toList();
  }

  @Test
  void sweepsItsNumbersLikeAnyAxis() throws SpecException {
    Plan plan = plan(spec("[mish, {formula: \"x*sigmoid(beta*x)\", beta: [1, 1.5]}]"));
    assertThat(labels(plan))
        .containsExactly(
            "mish", "x * sigmoid(beta * x) (beta=1.0)", "x * sigmoid(beta * x) (beta=1.5)");
    assertThat(plan.swept()).containsExactly("activation");
    assertThat(plan.runs().get(2).id()).matches("mnist-mlp-d2-x-sigmoid-beta-x-1.5-s1-[0-9a-f]{8}");
  }

  /** The hash was computed with Python's hashlib from the canonical JSON written by hand. */
  @Test
  void hasOneIdHoweverItIsWritten() throws SpecException {
    for (String written :
        List.of(
            "{formula: \"x * tanh(a * x)\", a: 2}",
            "{a: 2.0, formula: x*tanh(a*x)}",
            "\n  formula: >-\n    x\n    *tanh(a*x)\n  a: 2")) {
      assertThat(plan(spec(written)).runs())
          .extracting(RunConfig::id)
          .containsExactly("mnist-mlp-d2-x-tanh-a-x-2.0-s1-ee4d2860");
    }
  }

  @Test
  void isExcludedWithOrWithoutItsNumbers() throws SpecException {
    String two = "[mish, {formula: \"x * tanh(a * x)\", a: [1, 2]}]";
    assertThat(labels(plan(spec(two, "exclude: [{activation: {formula: \"x*tanh(a*x)\"}}]"))))
        .containsExactly("mish");
    assertThat(labels(plan(spec(two, "exclude: [{activation: {formula: \"x*tanh(a*x)\", a: 2}}]"))))
        .containsExactly("mish", "x * tanh(a * x) (a=1.0)");
  }

  @Test
  void isChangedFromTheCommandLine() throws SpecException {
    String one = spec("{formula: \"x * tanh(a * x)\", a: 1}");
    assertThat(labels(plan(one, "activation.a=3,4")))
        .containsExactly("x * tanh(a * x) (a=3.0)", "x * tanh(a * x) (a=4.0)");
    assertThat(labels(plan(one, "activation={formula: 'max(x, x * a)', a: 0.5},relu")))
        .containsExactly("max(x, x * a) (a=0.5)", "relu");
    assertThat(problems(one, "activation.b=1"))
        .containsExactly(
            "--set activation.b=1: error: no activation in use has a parameter 'b'; expected a."
                + " Did you mean 'a'?");
    assertThat(problems(one, "activation={formula: x * tnh(x)}").get(0))
        .startsWith("--set activation={formula: x * tnh(x)}: error: unknown function 'tnh'")
        .endsWith("Did you mean 'tanh'? (at character 5 of the formula)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {formula: "x * sigmod(x)"}            | 3:28 | unknown function 'sigmod'
          {formula: x * sigmod(x)}              | 3:27 | unknown function 'sigmod'
          {formula: 'x * tanh(b * x)'}          | 3:33 | unknown name 'b'; expected one of e, pi, x, or a parameter with a value beside the formula
          {formula: "x * tanh(b", b: 1}         | 3:32 | this bracket is not closed
          {formula: "x\\t* sigmod(x)"}          | 3:23 | unknown function 'sigmod'
          {formula: "b * x", b: 2}              | 3:24 | the formula is linear in x; layers of it are no more than one layer
          {formula: "x * x ^ b", b: [0, 1]}     | 3:24 | the formula is linear in x; layers of it are no more than one layer
          {formula: "b ^ 2", b: 2}              | 3:24 | the formula is not a function of x
          {formula: "log(x)"}                   | 3:24 | f is infinite at x = 0.0; an activation must be finite for every input
          {formula: "x * x", b: 2}              | 3:32 | 'b' does not occur in the formula
          {formula: "x * x", tanh: 2}           | 3:32 | 'tanh' cannot name a parameter
          {formula: "x * b * x", b: high}       | 3:39 | wrong value for 'b', found 'high'; expected a number
          {formula: "x * b * x", b: []}         | 3:39 | 'b' is an empty list; expected numbers
          {formula: [x], b: 1}                  | 3:23 | wrong value for 'formula', found a list; expected a formula in x
          {formula: " "}                        | 3:23 | wrong value for 'formula', found '" "'; expected a formula in x
          {formula: "x * x", name: mish}        | 3:32 | 'name' cannot stand beside 'formula'
          x * tanh(x)                           | 3:13 | 'x * tanh(x)' is no name; write it as {formula: "x * tanh(x)"}
          """)
  void pointsIntoTheFormula(String activation, String place, String problem) {
    assertThat(problems(spec(activation)))
        .singleElement()
        .asString()
        .startsWith("grid.yaml:" + place + ": error: " + problem);
  }
}
