package actbench.spec;

import static actbench.spec.Refusals.problems;
import static actbench.spec.Refusals.refusesMeaning;
import static actbench.spec.Refusals.refusesShape;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * One small bad spec for each thing that can be wrong with what a spec says, with the exact
 * message. The wording is a promise: scripts and documentation quote it.
 */
final class MalformedSpecTest {
  private static final String EPOCHS_FRACTION =
      "grid.yaml:4:9: error: wrong value for 'epochs', found '3.7';"
          + " expected a whole number of at least 1";
  private static final String EPOCHS_QUOTED =
      "grid.yaml:4:9: error: wrong value for 'epochs', found '\"3\"';"
          + " expected a whole number of at least 1. Did you mean 3 without quotes?";
  private static final String EPOCHS_PADDED =
      "grid.yaml:4:9: error: wrong value for 'epochs', found '010';"
          + " expected a whole number of at least 1. Did you mean '10'?";
  private static final String EPOCHS_HEXADECIMAL =
      "grid.yaml:4:9: error: wrong value for 'epochs', found '0x10';"
          + " expected a whole number of at least 1. Did you mean '16'?";
  private static final String EPOCHS_HUGE =
      "grid.yaml:4:9: error: wrong value for 'epochs', found '99999999999999999999';"
          + " expected a whole number of at least 1; whole numbers end at 2147483647";
  private static final String EPOCHS_ZERO =
      "grid.yaml:4:9: error: wrong value for 'epochs', found '0';"
          + " expected a whole number of at least 1";
  private static final String EPOCHS_NOTHING =
      "grid.yaml:4:8: error: wrong value for 'epochs', found nothing;"
          + " expected a whole number of at least 1";
  private static final String EPOCHS_MAP =
      "grid.yaml:4:9: error: wrong value for 'epochs', found a map;"
          + " expected a whole number of at least 1";
  private static final String LIST_IN_LIST =
      "grid.yaml:4:10: error: wrong value for 'epochs', found a list;"
          + " expected a whole number of at least 1";
  private static final String EMPTY_LIST =
      "grid.yaml:4:9: error: 'epochs' is an empty list; it sweeps nothing";
  private static final String RATE_INFINITE =
      "grid.yaml:5:16: error: wrong value for 'learning-rate', found '.inf';"
          + " expected a number above 0; numbers must be finite, and not too small for a double";
  private static final String RATE_NAN = RATE_INFINITE.replace(".inf", ".nan");
  private static final String RATE_TOO_LARGE = RATE_INFINITE.replace(".inf", "1e999");
  private static final String RATE_TOO_SMALL = RATE_INFINITE.replace(".inf", "1e-999");
  private static final String RATE_ZERO =
      "grid.yaml:5:16: error: wrong value for 'learning-rate', found '0';"
          + " expected a number above 0";
  private static final String DROPOUT_ONE =
      "grid.yaml:5:10: error: wrong value for 'dropout', found '1';"
          + " expected a number of at least 0 and below 1";
  private static final String BATCH_NORM_NO =
      "grid.yaml:5:13: error: wrong value for 'batch-norm', found 'no';"
          + " expected true or false. Did you mean 'false'?";
  private static final String ACTIVATION_NO =
      "grid.yaml:3:13: error: unknown activation 'no';"
          + " expected one of beta-mish, leaky-relu, mish, relu, swish";
  private static final String ACTIVATION_MISSPELT =
      "grid.yaml:3:13: error: unknown activation 'mihs';"
          + " expected one of beta-mish, leaky-relu, mish, relu, swish. Did you mean 'mish'?";
  private static final String ACTIVATION_NUMBER =
      "grid.yaml:3:13: error: wrong value for 'activation', found '3';"
          + " expected one of beta-mish, leaky-relu, mish, relu, swish";
  private static final String ACTIVATION_NAMELESS =
      "grid.yaml:3:13: error: 'activation' is a map without a 'name' or a 'formula'";
  private static final String NO_PARAMETERS =
      "grid.yaml:3:26: error: 'mish' has no parameter 'beta'; it has none";
  private static final String UNKNOWN_PARAMETER =
      "grid.yaml:3:31: error: 'beta-mish' has no parameter 'bta';"
          + " expected beta. Did you mean 'beta'?";
  private static final String PARAMETER_OUT_OF_RANGE =
      "grid.yaml:3:37: error: wrong value for 'beta', found '0'; expected a number above 0";
  private static final String UNKNOWN_WORD =
      "grid.yaml:5:29: error: wrong value for 'on', found 'dens';"
          + " expected one of dense, all. Did you mean 'dense'?";
  private static final String UNKNOWN_KEY =
      "grid.yaml:5:1: error: unknown setting 'lerning-rate'; expected one of activation,"
          + " augmentation, batch-norm, batch-norm-momentum, batch-size, class-weights, cutmix, dataset, depth, dropout,"
          + " early-stopping, epochs, exclude, include, initializer, input-noise, label-smoothing,"
          + " learning-rate, loss, measure, metric, mixup, model, name, normalization, optimizer,"
          + " precision, regularizer, schedule, seeds, task, test-noise, variants, width, zip."
          + " Did you mean 'learning-rate'?";
  private static final String DUPLICATE_KEY =
      "grid.yaml:5:1: error: key 'epochs' is given twice; it is first given in line 4";
  private static final String MISSING_EPOCHS =
      "grid.yaml:1:1: error: missing 'epochs'; expected a whole number of at least 1";
  private static final String MISSING_DATASET =
      "grid.yaml:1:1: error: missing 'dataset'; expected one of cifar10, mnist, xor";
  private static final String REPEATED_NUMBER =
      "grid.yaml:5:20: error: 'batch-size' takes the same value twice: 8";
  private static final String REPEATED_ALIAS =
      "grid.yaml:3:21: error: 'activation' takes the same value twice: leaky-relu(alpha=0.01)";
  private static final String REPEATED_DEFAULT =
      "grid.yaml:3:25: error: 'activation' takes the same value twice: beta-mish(beta=1.5)";
  private static final String MODEL_LACKS_IT =
      "grid.yaml:5:1: error: model 'lenet-4' has no setting 'depth'; it has none of its own";
  private static final String NO_MODEL_HAS_IT =
      "grid.yaml:5:1: error: none of the models lenet-4, xor-net has a setting 'depth'";
  private static final String MODEL_WITH_PARAMETER =
      "grid.yaml:2:26: error: write 'depth' at the top level";
  private static final String DEPTH_OF_ONE_MODEL =
      "grid.yaml:5:8: error: wrong value for 'depth', found '2';"
          + " expected a whole number of at least 4 and at most 100";
  private static final String RATE_TWICE =
      "grid.yaml:6:24: error: 'learning-rate' is given twice: here and as a setting";
  private static final String NOT_OFFERED =
      "grid.yaml:5:8: error: this version has no 'mixup', found '0.2'; expected none";
  private static final String UNKNOWN_PRECISION =
      "grid.yaml:5:12: error: unknown precision 'half'; expected float";
  private static final String OFF_WITH_PARAMETER =
      "grid.yaml:5:24: error: 'none' has no parameter 'a'; it has none";
  private static final String NAME_UNSAFE =
      "grid.yaml:5:7: error: wrong value for 'name', found '../x'; expected up to 100 lower-case"
          + " letters, digits, '.', '_' and '-', with a letter or digit in front, and no device"
          + " of Windows such as 'nul'";
  private static final String SEED_ZERO =
      "grid.yaml:5:9: error: wrong value for 'seeds', found '0';"
          + " expected a whole number of at least 1";
  private static final String SEED_TWICE =
      "grid.yaml:5:12: error: 'seeds' takes the same value twice: 7";
  private static final String SEEDS_MANY =
      "grid.yaml:5:8: error: wrong value for 'seeds', found '300000';"
          + " expected a whole number of at least 1 and at most 250000";

  private static String spec(String... keys) {
    return "dataset: mnist\nmodel: depth-net\nactivation: mish\nepochs: 2\n"
        + String.join("\n", keys);
  }

  private static String epochs(String value) {
    return spec().replace("epochs: 2", "epochs: " + value);
  }

  private static String activation(String value) {
    return spec().replace("activation: mish", "activation: " + value);
  }

  private static String model(String value, String... keys) {
    return spec(keys).replace("model: depth-net", "model: " + value);
  }

  @Test
  void refusesNumbersOfAnotherType() throws SpecException {
    refusesShape(epochs("3.7"), EPOCHS_FRACTION);
    refusesShape(epochs("\"3\""), EPOCHS_QUOTED);
    refusesShape(epochs("010"), EPOCHS_PADDED);
    refusesShape(epochs("0x10"), EPOCHS_HEXADECIMAL);
    refusesShape(epochs("0"), EPOCHS_ZERO);
    refusesShape(epochs("99999999999999999999"), EPOCHS_HUGE);
  }

  @Test
  void refusesAnythingButAScalarForANumber() throws SpecException {
    refusesShape(epochs(""), EPOCHS_NOTHING);
    refusesShape(epochs("{a: 1}"), EPOCHS_MAP);
    refusesShape(epochs("[[1]]"), LIST_IN_LIST);
    refusesShape(epochs("[]"), EMPTY_LIST);
  }

  @Test
  void refusesNumbersOutOfRange() throws SpecException {
    refusesShape(spec("learning-rate: .inf"), RATE_INFINITE);
    refusesShape(spec("learning-rate: .nan"), RATE_NAN);
    refusesShape(spec("learning-rate: 1e999"), RATE_TOO_LARGE);
    refusesShape(spec("learning-rate: 1e-999"), RATE_TOO_SMALL);
    refusesShape(spec("learning-rate: 0"), RATE_ZERO);
    refusesShape(spec("dropout: 1"), DROPOUT_ONE);
  }

  @Test
  void takesNoForATextNotForASwitch() throws SpecException {
    refusesShape(spec("batch-norm: no"), BATCH_NORM_NO);
    refusesShape(activation("no"), ACTIVATION_NO);
  }

  @Test
  void refusesUnknownNames() throws SpecException {
    refusesShape(activation("mihs"), ACTIVATION_MISSPELT);
    refusesShape(activation("3"), ACTIVATION_NUMBER);
    refusesShape(activation("{beta: 3}"), ACTIVATION_NAMELESS);
    refusesShape(spec("precision: half"), UNKNOWN_PRECISION);
    refusesShape(spec("lerning-rate: 3"), UNKNOWN_KEY);
  }

  @Test
  void refusesWrongParameters() throws SpecException {
    refusesShape(activation("{name: mish, beta: 3}"), NO_PARAMETERS);
    refusesShape(activation("{name: beta-mish, bta: 3}"), UNKNOWN_PARAMETER);
    refusesShape(activation("{name: beta-mish, beta: 0}"), PARAMETER_OUT_OF_RANGE);
    refusesShape(spec("regularizer: {name: l2, on: dens}"), UNKNOWN_WORD);
    refusesShape(spec("schedule: {name: none, a: 3}"), OFF_WITH_PARAMETER);
    refusesShape(model("{name: depth-net, depth: 30}"), MODEL_WITH_PARAMETER);
  }

  @Test
  void refusesWhatThisVersionCannotFollow() throws SpecException {
    refusesShape(spec("mixup: 0.2"), NOT_OFFERED);
  }

  @Test
  void refusesDuplicateKeys() throws SpecException {
    refusesMeaning(spec("epochs: 3"), DUPLICATE_KEY);
  }

  @Test
  void refusesMissingSettings() throws SpecException {
    refusesMeaning(spec().replace("epochs: 2", ""), MISSING_EPOCHS);
    refusesMeaning(spec().replace("dataset: mnist", ""), MISSING_DATASET);
  }

  @Test
  void refusesTheSameValueTwice() throws SpecException {
    refusesShape(spec("batch-size: [8, 9, 8]"), REPEATED_NUMBER);
    refusesMeaning(activation("[lrelu, leaky-relu]"), REPEATED_ALIAS);
    refusesMeaning(activation("[beta-mish, {name: beta-mish, beta: 1.5}]"), REPEATED_DEFAULT);
  }

  @Test
  void refusesSettingsTheModelLacks() throws SpecException {
    refusesMeaning(model("lenet-4", "depth: 30"), MODEL_LACKS_IT);
    refusesMeaning(model("[lenet-4, xor-net]", "depth: 30"), NO_MODEL_HAS_IT);
    refusesMeaning(model("[mlp, depth-net]", "depth: 2"), DEPTH_OF_ONE_MODEL);
  }

  @Test
  void refusesTwoLearningRates() throws SpecException {
    refusesMeaning(
        spec("learning-rate: 0.1", "optimizer: {name: sgd, learning-rate: 0.1}"), RATE_TWICE);
  }

  @Test
  void refusesUnsafeNames() throws SpecException {
    refusesShape(spec("name: ../x"), NAME_UNSAFE);
    refusesMeaning(spec("name: nul"), NAME_UNSAFE.replace("../x", "nul"));
    refusesShape(spec("name: 3"), NAME_UNSAFE.replace("../x", "3"));
  }

  @Test
  void refusesBadSeeds() throws SpecException {
    refusesShape(spec("seeds: [0]"), SEED_ZERO);
    refusesShape(spec("seeds: [7, 7]"), SEED_TWICE);
    refusesShape(spec("seeds: 300000"), SEEDS_MANY);
  }

  @Test
  void reportsAllProblemsInTheOrderOfTheirPlaces() throws SpecException {
    refusesShape(
        "dataset: mnist\nmodel: depth-net\nactivation: mihs\nepochs: 3.7\nlerning-rate: 3\n",
        ACTIVATION_MISSPELT,
        EPOCHS_FRACTION,
        UNKNOWN_KEY);
  }

  @Test
  void looksAtSettingsOfAModelThatIsNotKnown() throws SpecException {
    String yaml = spec("dropout: 1", "depth: two").replace("depth-net", "deepnet");
    assertThat(problems(yaml))
        .containsExactly(
            "grid.yaml:2:8: error: unknown model 'deepnet'; expected one of depth-net, lenet-4,"
                + " mlp, xor-net",
            DROPOUT_ONE,
            "grid.yaml:6:8: error: wrong value for 'depth', found 'two'; expected what a model"
                + " takes");
    assertThat(problems(yaml.replace("dropout: 1", "dropout: 0.5").replace("two", "3"))).hasSize(1);
  }

  @Test
  void showsAHundredProblemsAtMost() {
    StringBuilder yaml = new StringBuilder(spec());
    for (int i = 0; i < 500; i++) {
      yaml.append("key-").append(i).append(": 1\n");
    }
    assertThat(problems(yaml.toString()))
        .hasSize(101)
        .last()
        .isEqualTo("grid.yaml:105:1: error: too many problems; 400 more are not shown");
  }
}
