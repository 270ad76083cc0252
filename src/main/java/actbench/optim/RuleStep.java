package actbench.optim;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;

/** The state of a rule for one block of parameters, and its steps. */
final class RuleStep implements GradientUpdater<RuleUpdater> {
  private static final String VIEW = "view";

  private final RuleUpdater updater;
  private final Tiles tiles;
  private INDArray state;

  RuleStep(RuleUpdater updater) {
    this.updater = updater;
    this.tiles = Tiles.updating(updater.rule().state().size());
  }

  void setState(INDArray view, boolean initialize) {
    if (initialize) {
      view.assign(updater.rule().initialState());
    }
    state = view.reshape(view.length());
  }

  @Override
  public RuleUpdater getConfig() {
    return updater;
  }

  @Override
  public void setState(Map<String, INDArray> states, boolean initialize) {
    setState(states.get(VIEW), initialize);
  }

  @Override
  public Map<String, INDArray> getState() {
    return state == null ? Map.of() : Map.of(VIEW, state);
  }

  @Override
  public void setStateViewArray(
      INDArray view, long[] gradientShape, char gradientOrder, boolean initialize) {
    setState(view, initialize);
  }

  @Override
  public void applyUpdater(INDArray gradient, int iteration, int epoch) {
    double rate = updater.getLearningRate(iteration, epoch);
    double momentum = updater.momentum(iteration, epoch);
    tiles.run(updater.rule().step(iteration + 1, rate, momentum), gradient, state);
  }
}
