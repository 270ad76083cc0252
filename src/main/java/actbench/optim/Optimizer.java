package actbench.optim;

import actbench.spec.Choice;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * What a network needs to learn by one optimizer.
 *
 * @param updater for every trainable parameter
 * @param decay decoupled decay of kernels and biases, set on the layers (see {@link
 *     RegularizerCatalog#regularization}); empty unless the optimizer has some
 * @param clipping to be called between the gradient and the update, if the optimizer asks for it
 */
public record Optimizer(
    RuleUpdater updater, List<Regularization> decay, Optional<GlobalNormClipping> clipping) {
  public Optimizer {
    decay = List.copyOf(decay);
  }

  /**
   * An optimizer of the {@link OptimizerCatalog}.
   *
   * @param choice its name and parameters; absent ones take their defaults
   * @param rate the learning rate
   * @param schedule how the rate moves, with t counting updates
   */
  public static Optimizer of(Choice choice, double rate, Schedule schedule) {
    Choice full = Terms.complete(OptimizerCatalog.TERMS, choice);
    UpdateRule rule = OptimizerCatalog.rule(full);
    boolean fixed = schedule instanceof Schedule.Constant;
    boolean moving = schedule.movesMomentum() && !Double.isNaN(rule.ownMomentum());
    RuleUpdater updater =
        new RuleUpdater(
            rule,
            rate,
            fixed ? null : new RateSchedule(schedule, rate),
            moving ? new MomentumSchedule(schedule, rule.ownMomentum()) : null,
            full.number("decay"));
    double decay = full.name().equals("adamw") ? full.number("weight-decay") : 0;
    return new Optimizer(
        updater,
        decay == 0 ? List.of() : List.of(new DecoupledDecay(decay)),
        full.parameters().containsKey("clip-norm")
            ? Optional.of(new GlobalNormClipping(full.number("clip-norm")))
            : Optional.empty());
  }
}
