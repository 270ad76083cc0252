package actbench.spec;

import java.util.List;
import java.util.Objects;

/**
 * A setting that every experiment may have, whatever its model.
 *
 * @param value its name, its type and its default; of a {@code catalogue} setting the default is a
 *     name and the words are the vocabulary's
 * @param catalogue whether its values are names out of the {@link Vocabulary}
 */
public record Setting(Parameter value, Presence presence, boolean catalogue) {

  /** Whether every run has the setting. */
  public enum Presence {
    /** The spec must give it. */
    REQUIRED,
    /** Every run has it; its default is filled in. */
    FILLED,
    /**
     * A run has it only where the spec gives it. Giving its default is the same as not giving it,
     * so that ids of runs stay when the program learns a new setting.
     */
    OPTIONAL
  }

  /** The general settings, in the order of the documentation. */
  public static final List<Setting> ALL =
      List.of(
          required(catalogue("dataset", "what is learnt")),
          required(catalogue("model", "the network; its own settings stand beside it")),
          required(catalogue("activation", "the function of all hidden units")),
          filled(catalogue("optimizer", "how weights are updated").defaultTo("sgd")),
          own(
              Presence.OPTIONAL,
              Parameter.number("learning-rate", "step size; the optimizer's default if not given")
                  .above(0)),
          optional(catalogue("schedule", "how the learning rate changes").defaultTo("none")),
          filled(
              catalogue("initializer", "how weights are drawn at first")
                  .defaultTo("glorot-uniform")),
          filled(catalogue("regularizer", "penalty on weights").defaultTo("none")),
          own(
              Presence.FILLED,
              Parameter.integer("batch-size", "examples per update").atLeast(1).defaultTo(128L)),
          own(
              Presence.REQUIRED,
              Parameter.integer("epochs", "passes over the training data").atLeast(1)),
          optional(
              catalogue("early-stopping", "what ends a training before its last epoch")
                  .defaultTo("none")),
          optional(catalogue("augmentation", "random change of the images").defaultTo("none")),
          own(
              Presence.OPTIONAL,
              Parameter.number("mixup", "alpha of the mixing of two examples")
                  .atLeast(0)
                  .defaultTo(0.0)),
          own(
              Presence.OPTIONAL,
              Parameter.number("cutmix", "alpha of the exchange of parts between two images")
                  .atLeast(0)
                  .defaultTo(0.0)),
          own(
              Presence.OPTIONAL,
              Parameter.number("label-smoothing", "share of a label spread over all classes")
                  .atLeast(0)
                  .below(1)
                  .defaultTo(0.0)),
          own(
              Presence.OPTIONAL,
              Parameter.number(
                      "input-noise", "standard deviation of noise on the inputs in training")
                  .atLeast(0)
                  .defaultTo(0.0)),
          own(
              Presence.OPTIONAL,
              Parameter.number("test-noise", "standard deviation of noise on the inputs in tests")
                  .atLeast(0)
                  .defaultTo(0.0)),
          optional(
              catalogue("normalization", "what is done to all values beforehand")
                  .defaultTo("none")),
          own(
              Presence.OPTIONAL,
              Parameter.number(
                      "batch-norm-momentum",
                      "share of the running statistics that batch normalisation keeps at an update;"
                          + " the network's own if not given")
                  .atLeast(0)
                  .below(1)),
          optional(
              catalogue("class-weights", "how much examples count, by class").defaultTo("none")),
          optional(
              catalogue("task", "what the output means; the dataset's own if not given")
                  .defaultTo("none")),
          optional(
              catalogue("loss", "what training makes small; the task's own if not given")
                  .defaultTo("none")),
          optional(
              catalogue("metric", "what decides a win; the task's own if not given")
                  .defaultTo("none")),
          optional(catalogue("precision", "type of the numbers").defaultTo("float")));

  public Setting {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(presence, "presence");
  }

  private static Parameter catalogue(String key, String doc) {
    return Parameter.word(key, doc);
  }

  private static Setting required(Parameter value) {
    return new Setting(value, Presence.REQUIRED, true);
  }

  private static Setting filled(Parameter value) {
    return new Setting(value, Presence.FILLED, true);
  }

  private static Setting optional(Parameter value) {
    return new Setting(value, Presence.OPTIONAL, true);
  }

  private static Setting own(Presence presence, Parameter value) {
    return new Setting(value, presence, false);
  }

  /** Its name in a spec. */
  public String key() {
    return value.name();
  }

  /** A number that a version of the program may not know how to use yet. */
  boolean mustBeOffered() {
    return !catalogue && presence == Presence.OPTIONAL && value.defaultValue().isPresent();
  }
}
