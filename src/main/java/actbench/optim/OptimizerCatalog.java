package actbench.optim;

import static actbench.optim.Terms.flag;
import static actbench.spec.Parameter.flag;
import static actbench.spec.Parameter.number;
import static actbench.spec.Parameter.word;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The optimizers a spec may name, with the defaults of Keras 2.2.4.
 *
 * <p>Three that Keras 2.2 does not have (AdamW, RAdam, Nadam with constant momentum) follow
 * PyTorch.
 */
public final class OptimizerCatalog {
  /** All optimizers, in the order of the documentation. */
  public static final List<Term> TERMS =
      List.of(
          term(
              "sgd",
              "stochastic gradient descent",
              rate(0.01),
              share("momentum", 0, "share of the last step that is kept"),
              flag("nesterov", "look ahead along the momentum").defaultTo(false),
              definition("differs when the learning rate changes")),
          term(
              "momentum",
              "gradient descent with momentum",
              rate(0.01),
              share("momentum", 0.9, "share of the last step that is kept"),
              definition("differs when the learning rate changes")),
          term(
              "nesterov",
              "gradient descent with Nesterov's momentum",
              rate(0.01),
              share("momentum", 0.9, "share of the last step that is kept"),
              definition("differs when the learning rate changes")),
          term(
              "rmsprop",
              "gradient over the root of its mean square",
              rate(0.001),
              share("rho", 0.9, "decay of the mean square"),
              epsilon(1e-7),
              share("momentum", 0, "share of the last step that is kept")),
          term(
              "adagrad",
              "gradient over the root of its sum of squares",
              rate(0.01),
              number("initial-accumulator", "what the sum of squares starts at")
                  .atLeast(0)
                  .defaultTo(0.0),
              epsilon(1e-7)),
          term(
              "adadelta",
              "Adagrad with a window and steps in the unit of the weights",
              rate(1),
              share("rho", 0.95, "decay of the mean squares"),
              epsilon(1e-7)),
          term(
              "adam",
              "mean gradient over the root of its mean square",
              rate(0.001),
              beta1(),
              beta2(),
              epsilon(1e-7),
              definition("where epsilon is added")),
          term(
              "adamw",
              "Adam with decoupled weight decay",
              rate(0.001),
              beta1(),
              beta2(),
              epsilon(1e-8),
              number("weight-decay", "share of a weight lost per unit of learning rate")
                  .atLeast(0)
                  .defaultTo(0.01)),
          term(
              "adamax",
              "Adam with the greatest gradient in place of the mean square",
              rate(0.002),
              beta1(),
              beta2(),
              epsilon(1e-7),
              definition("where epsilon is added")),
          term(
              "nadam",
              "Adam with Nesterov's momentum on a schedule",
              rate(0.002),
              beta1(),
              beta2(),
              epsilon(1e-7),
              number("schedule-decay", "how fast the momentum rises").atLeast(0).defaultTo(0.004)),
          term(
              "nadam-constant-momentum",
              "Adam with Nesterov's momentum, without a schedule",
              rate(0.002),
              beta1(),
              beta2(),
              epsilon(1e-8)),
          term("radam", "rectified Adam", rate(0.001), beta1(), beta2(), epsilon(1e-8)),
          term(
              "amsgrad",
              "Adam with the greatest mean square so far",
              rate(0.001),
              beta1(),
              beta2(),
              epsilon(1e-7),
              definition("where epsilon is added")));

  private OptimizerCatalog() {}

  private static Term term(String name, String doc, Parameter... own) {
    return Term.of(
        name,
        doc,
        Stream.concat(
                Arrays.stream(own),
                Stream.of(
                    number("decay", "the rate is divided by 1 + decay times updates")
                        .atLeast(0)
                        .defaultTo(0.0),
                    number("clip-norm", "greatest norm of the whole gradient; not clipped without")
                        .above(0)))
            .toArray(Parameter[]::new));
  }

  private static Parameter rate(double value) {
    return number("learning-rate", "step size").above(0).defaultTo(value);
  }

  private static Parameter share(String name, double value, String doc) {
    return number(name, doc).atLeast(0).below(1).defaultTo(value);
  }

  private static Parameter beta1() {
    return share("beta-1", 0.9, "decay of the mean gradient");
  }

  private static Parameter beta2() {
    return share("beta-2", 0.999, "decay of the mean square");
  }

  private static Parameter epsilon(double value) {
    return number("epsilon", "keeps the divisor from 0").above(0).defaultTo(value);
  }

  private static Parameter definition(String doc) {
    return word("definition", "whose rule: " + doc, "keras", "torch").defaultTo("keras");
  }

  /**
   * The rule of an optimizer.
   *
   * @param choice its name and parameters; absent ones take their defaults
   */
  public static UpdateRule rule(Choice choice) {
    Choice full = Terms.complete(TERMS, choice);
    return switch (full.name()) {
      case "sgd" -> sgd(full, flag(full, "nesterov"));
      case "momentum" -> sgd(full, false);
      case "nesterov" -> sgd(full, true);
      case "rmsprop" ->
          new RmsProp(full.number("rho"), full.number("epsilon"), full.number("momentum"));
      case "adagrad" -> new Adagrad(full.number("initial-accumulator"), full.number("epsilon"));
      case "adadelta" -> new Adadelta(full.number("rho"), full.number("epsilon"));
      case "adam" -> adam(full, false, Definition.of(full));
      case "adamw" -> adam(full, false, Definition.TORCH);
      case "amsgrad" -> adam(full, true, Definition.of(full));
      case "adamax" ->
          new Adamax(
              full.number("beta-1"),
              full.number("beta-2"),
              full.number("epsilon"),
              Definition.of(full));
      case "nadam" -> nadam(full, full.number("schedule-decay"), false);
      case "nadam-constant-momentum" -> nadam(full, 0, true);
      case "radam" ->
          new RectifiedAdam(full.number("beta-1"), full.number("beta-2"), full.number("epsilon"));
      default -> throw new IllegalStateException("no rule for " + full.name());
    };
  }

  private static Sgd sgd(Choice full, boolean nesterov) {
    return new Sgd(full.number("momentum"), nesterov, Definition.of(full));
  }

  private static Adam adam(Choice full, boolean amsgrad, Definition definition) {
    return new Adam(
        full.number("beta-1"), full.number("beta-2"), full.number("epsilon"), amsgrad, definition);
  }

  private static Nadam nadam(Choice full, double scheduleDecay, boolean constant) {
    return new Nadam(
        full.number("beta-1"),
        full.number("beta-2"),
        full.number("epsilon"),
        scheduleDecay,
        constant);
  }
}
