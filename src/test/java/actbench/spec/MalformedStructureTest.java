package actbench.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import actbench.grid.Grid;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One small bad spec for each wrong use of the keys that shape the grid, and of {@code --set}. */
final class MalformedStructureTest {
  private static final String SPEC =
      "dataset: mnist\nmodel: depth-net\nactivation: mish\nepochs: 2\n";

  private static void refuses(String keys, List<String> overrides, String... messages) {
    SpecException thrown =
        catchThrowableOfType(
            SpecException.class,
            () ->
                Grid.expand(
                    new SpecLoader(StudyVocabulary.vocabulary())
                        .load("grid.yaml", SPEC + keys, "grid", overrides)));
    assertThat(thrown).as("accepted: %s %s", keys, overrides).isNotNull();
    assertThat(thrown.problems().stream().map(SpecProblem::toString)).containsExactly(messages);
  }

  private static void refuses(String keys, String... messages) {
    refuses(keys, List.of(), messages);
  }

  @Test
  void refusesABadZip() {
    refuses(
        "zip: {depth: [15, 18], width: [500]}",
        "grid.yaml:5:24: error: lists of different lengths in 'zip': 'width' has 1 where others"
            + " have 2");
    refuses(
        "zip: {}",
        "grid.yaml:5:6: error: 'zip' is an empty map; expected lists that move together");
    refuses("zip: []", "grid.yaml:5:6: error: 'zip' is an empty list; expected maps of lists");
    refuses(
        "zip: 3",
        "grid.yaml:5:6: error: wrong value for 'zip', found '3'; expected a map of settings");
    refuses(
        "zip: {depth: 3}",
        "grid.yaml:5:14: error: wrong value for 'depth', found '3';"
            + " expected a list of values that move together");
    refuses(
        "zip: {epochs: [1, 2]}",
        "grid.yaml:5:7: error: 'epochs' is given twice: here in 'zip' and elsewhere");
    refuses(
        "zip:\n- {depth: [15]}\n- {depth: [18]}",
        "grid.yaml:7:4: error: 'depth' is given twice: here in 'zip' and elsewhere");
    refuses(
        "zip: {depth: [15, 18, 15], width: [1, 2, 1]}",
        "grid.yaml:5:23: error: 'zip' takes the same value twice: depth=15, width=1");
    refuses(
        "zip: {regularizer: [{name: l2, factor: [1, 2]}]}",
        "grid.yaml:5:21: error: a list inside 'zip'; expected one value");
    refuses("zip: {seeds: [1]}", "grid.yaml:5:7: error: 'seeds' cannot stand here");
  }

  @Test
  void refusesABadExclude() {
    refuses(
        "exclude: {activation: mish}",
        "grid.yaml:5:10: error: wrong value for 'exclude', found a map;"
            + " expected a list of maps of settings to match");
    refuses(
        "exclude: [{}]",
        "grid.yaml:5:11: error: an empty map in 'exclude' would leave out every run");
    refuses("exclude: [{seeds: 1}]", "grid.yaml:5:12: error: 'seeds' cannot stand here");
    refuses(
        "exclude: [{optimizer: {name: sgd, learning-rate: 0.1}}]",
        "grid.yaml:5:35: error: write 'learning-rate' as a condition of its own");
    refuses(
        "exclude: [{activation: {name: beta-mish, beta: [1, 2]}}]",
        "grid.yaml:5:24: error: a parameter to match must have one value");
    refuses(
        "exclude: [{activation: relu}]",
        "grid.yaml:5:11: error: this entry of 'exclude' matches no run");
    refuses("exclude: [{activation: mish}]", "grid.yaml:5:11: error: 'exclude' leaves no run");
  }

  @Test
  void refusesBadIncludesAndVariants() {
    refuses(
        "include: [3]",
        "grid.yaml:5:11: error: wrong value for 'include', found '3'; expected a map of settings");
    refuses("include: [{zip: {depth: [4]}}]", "grid.yaml:5:12: error: 'zip' cannot stand here");
    refuses(
        "variants: 3",
        "grid.yaml:5:11: error: wrong value for 'variants', found '3';"
            + " expected a list of maps of settings");
    refuses(
        "variants: []",
        "grid.yaml:5:11: error: 'variants' is an empty list; expected maps of settings");
    refuses(
        "variants: {}",
        "grid.yaml:5:11: error: 'variants' is an empty map; expected maps of settings");
    refuses(
        "variants: {deep: 3}",
        "grid.yaml:5:18: error: wrong value for 'deep', found '3'; expected a map of settings");
    refuses(
        "variants: [{epochs: 3}, {epochs: 4}]",
        "grid.yaml:4:1: error: 'epochs' is never used: every variant gives its own");
    refuses("variants: [{variants: 3}]", "grid.yaml:5:13: error: 'variants' cannot stand here");
  }

  @Test
  void namesThePartOfTheSpecThatLacksASetting() {
    refuses(
        "zip: {width: [1, 2]}\ninclude: [{model: lenet-4, depth: 18}]",
        "grid.yaml:6:28: error: model 'lenet-4' has no setting 'depth'; it has none of its own");
    String swept = SPEC.replace("mish", "[mish]").replace("dataset: mnist\n", "");
    SpecException thrown =
        catchThrowableOfType(
            SpecException.class,
            () ->
                new SpecLoader(StudyVocabulary.vocabulary())
                    .load("grid.yaml", swept + "include: [{dataset: mnist}]\n", "grid", List.of()));
    assertThat(thrown)
        .hasMessage(
            "grid.yaml:1:1: error: missing 'dataset'; expected one of cifar10, mnist, xor\n"
                + "grid.yaml:4:11: error: missing 'activation';"
                + " expected one of beta-mish, leaky-relu, mish, relu, swish");
  }

  @Test
  void refusesAGridThatIsTooLargeBeforeBuildingIt() {
    refuses(
        "seeds: 100000\nbatch-size: [1, 2, 3]",
        "grid.yaml:1:1: error: the grid is too large, found 300000 combinations;"
            + " expected at most 250000");
    StringBuilder keys = new StringBuilder();
    for (String key : List.of("depth", "width", "batch-size", "dropout", "learning-rate")) {
      keys.append(key).append(": [");
      for (int i = 10; i < 99; i++) {
        keys.append(key.length() == 7 || key.startsWith("l") ? "0." : "").append(i).append(',');
      }
      keys.append("]\n");
    }
    refuses(
        keys + "seeds: 200000",
        "grid.yaml:1:1: error: the grid is too large, found over 10^15 combinations;"
            + " expected at most 250000");
  }

  @Test
  void refusesParametersThatMultiplyOutOfHand() {
    StringBuilder values = new StringBuilder("0.001");
    for (int i = 2; i < 900; i++) {
      values.append(",0.").append(String.format(Locale.ROOT, "%03d", i));
    }
    refuses(
        "optimizer: {name: sgd, learning-rate: [" + values + "], momentum: [" + values + "]}",
        "grid.yaml:5:12: error: more than 250000 runs; no grid may be larger");
  }

  @Test
  void placesProblemsOfOverridesAtTheOption() {
    refuses(
        "",
        List.of("depth=abc", "width=0"),
        "--set depth=abc: error: wrong value for 'depth', found 'abc';"
            + " expected a whole number of at least 4 and at most 100",
        "--set width=0: error: wrong value for 'width', found '0';"
            + " expected a whole number of at least 1");
    refuses("", List.of("depth"), "--set depth: error: no value; expected key=value");
    refuses("", List.of("depth="), "--set depth=: error: no value; expected key=value");
    refuses(
        "",
        List.of("depth=18", "depth=20"),
        "--set depth=20: error: 'depth' is set twice on the command line");
    refuses("", List.of("zip=3"), "--set zip=3: error: 'zip' cannot be set from the command line");
    refuses(
        "",
        List.of("activation=[relu"),
        "--set activation=[relu: error: not valid YAML: expected ',' or ']', but got <stream end>");
    refuses(
        "",
        List.of("activation=&a relu"),
        "--set activation=&a relu: error: a YAML anchor; write the value out, or use 'variants'");
    refuses("", List.of("depth.x=1"), "--set depth.x=1: error: 'depth' has no parameters to set");
    refuses(
        "",
        List.of("activation.beta=1"),
        "--set activation.beta=1: error: no activation in use has a parameter 'beta'");
    refuses(
        "",
        List.of("optimizer.momentm=0.9"),
        "--set optimizer.momentm=0.9: error: no optimizer in use has a parameter 'momentm';"
            + " expected one of learning-rate, momentum, nesterov. Did you mean 'momentum'?");
    refuses(
        "",
        List.of("depht=15"),
        "--set depht=15: error: unknown setting 'depht'; expected one of activation, augmentation,"
            + " batch-norm, batch-norm-momentum, batch-size, class-weights, cutmix, dataset, depth, dropout, early-stopping, epochs,"
            + " initializer, input-noise, label-smoothing, learning-rate, loss, measure, metric, mixup, model, name,"
            + " normalization, optimizer, precision, regularizer, schedule, seeds, task, test-noise,"
            + " width. Did you mean 'depth'?");
  }

  @Test
  void reportsTheFileBeforeTheOptions() {
    refuses(
        "width: 0",
        List.of("depth=1"),
        "grid.yaml:5:8: error: wrong value for 'width', found '0';"
            + " expected a whole number of at least 1",
        "--set depth=1: error: wrong value for 'depth', found '1';"
            + " expected a whole number of at least 4 and at most 100");
  }
}
