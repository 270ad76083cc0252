package actbench.optim;

import static actbench.spec.Parameter.number;

import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.List;
import org.nd4j.linalg.learning.regularization.Regularization;

/** The penalties on weights a spec may name, with the defaults of Keras 2.2.4. */
public final class RegularizerCatalog {
  /** All regularizers, in the order of the documentation. */
  public static final List<Term> TERMS =
      List.of(
          Term.of("none", "no penalty"),
          Term.of("l1", "sum of absolute weights, part of the loss", factor("l1")),
          Term.of("l2", "sum of squared weights, part of the loss", factor("l2")),
          new Term(
              "l1-l2",
              List.of("l1_l2"),
              List.of(factor("l1"), factor("l2")),
              "both sums, part of the loss"),
          Term.of(
              "weight-decay",
              "decoupled decay, not part of the loss",
              number("rate", "share of a weight lost per unit of learning rate")
                  .atLeast(0)
                  .defaultTo(0.01)));

  private RegularizerCatalog() {}

  private static Parameter factor(String name) {
    return number(name, "factor of the sum").atLeast(0).defaultTo(0.01);
  }

  /**
   * What DL4J applies to a kernel; Keras leaves biases and batch normalisation alone.
   *
   * <p>It belongs on each layer's configuration. Set on {@code NeuralNetConfiguration.Builder},
   * DL4J 1.0.0-M2.1 would apply any class but its own L1 and L2 twice.
   *
   * @param choice name and parameters; absent ones take their defaults
   */
  public static List<Regularization> regularization(Choice choice) {
    Choice full = Terms.complete(TERMS, choice);
    return switch (full.name()) {
      case "none" -> List.of();
      case "l1" -> List.of(new Penalty(full.number("l1"), 0));
      case "l2" -> List.of(new Penalty(0, full.number("l2")));
      case "l1-l2" -> List.of(new Penalty(full.number("l1"), full.number("l2")));
      case "weight-decay" -> List.of(new DecoupledDecay(full.number("rate")));
      default -> throw new IllegalStateException("no regularizer for " + full.name());
    };
  }
}
