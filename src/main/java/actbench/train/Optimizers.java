package actbench.train;

import actbench.grid.RunConfig;
import actbench.optim.RuleUpdater;
import actbench.optim.Sgd;
import java.util.List;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.regularization.Regularization;

/** Turns settings into updaters. */
final class Optimizers {
  private Optimizers() {}

  static IUpdater updater(RunConfig run) {
    return new RuleUpdater(Sgd.PLAIN, run.number("learning-rate"));
  }

  static List<Regularization> regularization(RunConfig run) {
    return List.of();
  }
}
