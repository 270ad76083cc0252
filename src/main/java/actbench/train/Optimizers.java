package actbench.train;

import actbench.grid.RunConfig;
import actbench.optim.Optimizer;
import actbench.optim.ReduceOnPlateau;
import actbench.optim.RegularizerCatalog;
import actbench.optim.Schedule;
import actbench.optim.ScheduleCatalog;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.learning.regularization.Regularization;

/** What a run's settings say of how its weights are updated. */
final class Optimizers {
  private Optimizers() {}

  /**
   * The optimizer with its schedule.
   *
   * @param updatesPerEpoch mini-batches, the last small one included
   */
  static Optimizer optimizer(RunConfig run, int updatesPerEpoch) {
    Schedule schedule =
        run.has("schedule")
            ? ScheduleCatalog.schedule(
                run.choice("schedule"), run.integer("epochs"), updatesPerEpoch)
            : new Schedule.Constant();
    return Optimizer.of(run.choice("optimizer"), run.number("learning-rate"), schedule);
  }

  /** The rule that lowers the rate when a metric stalls, if the run asks for it. */
  static Optional<ReduceOnPlateau> plateau(RunConfig run) {
    return run.has("schedule")
        ? ScheduleCatalog.plateau(run.choice("schedule"), run.number("learning-rate"))
        : Optional.empty();
  }

  /** Penalties on kernels. */
  static List<Regularization> penalties(RunConfig run) {
    return RegularizerCatalog.regularization(run.choice("regularizer"));
  }
}
