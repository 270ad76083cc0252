package actbench.optim;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.learning.config.IUpdater;

/** Changes the learning rate of a network in training. */
public final class LearningRates {
  private LearningRates() {}

  /**
   * Sets a fixed rate for all parameters from the next update on, in place of any schedule.
   *
   * <p>Cheap, and the updaters keep their state. (DL4J's own {@code setLearningRate} builds all
   * updaters anew and passes over layers that do not extend its {@code BaseLayer}.)
   */
  public static void set(ComputationGraph network, double rate) {
    for (Layer layer : network.getLayers()) {
      for (String parameter : layer.paramTable(false).keySet()) {
        IUpdater updater = layer.getConfig().getUpdaterByParam(parameter);
        if (updater != null && updater.hasLearningRate()) {
          updater.setLrAndSchedule(rate, null);
        }
      }
    }
  }
}
