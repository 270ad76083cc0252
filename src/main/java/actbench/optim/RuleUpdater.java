package actbench.optim;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A DL4J updater that follows an {@link UpdateRule}.
 *
 * <p>The learning rate of iteration i is the schedule's value, or the fixed rate without a
 * schedule, divided by 1 + decay i as in Keras 2.2. DL4J saves it as JSON with the class name, and
 * its state in the network's updater view.
 */
public final class RuleUpdater implements IUpdater {
  private static final long serialVersionUID = 1;

  private final UpdateRule rule;
  private double learningRate;
  private ISchedule schedule;
  private final ISchedule momentumSchedule;
  private final double decay;

  /** A rule at a fixed rate. */
  public RuleUpdater(UpdateRule rule, double learningRate) {
    this(rule, learningRate, null, null, 0);
  }

  /**
   * A rule with its rates.
   *
   * @param rule the rule
   * @param learningRate the rate where there is no schedule
   * @param schedule the rate by iteration, or null
   * @param momentumSchedule the momentum by iteration, or null for the rule's own
   * @param decay Keras' decay of the rate per iteration, at least 0
   */
  public RuleUpdater(
      @JsonProperty("rule") UpdateRule rule,
      @JsonProperty("learningRate") double learningRate,
      @JsonProperty("schedule") ISchedule schedule,
      @JsonProperty("momentumSchedule") ISchedule momentumSchedule,
      @JsonProperty("decay") double decay) {
    this.rule = Objects.requireNonNull(rule, "rule");
    this.learningRate = learningRate;
    this.schedule = schedule;
    this.momentumSchedule = momentumSchedule;
    this.decay = decay;
  }

  /** The rule. */
  public UpdateRule rule() {
    return rule;
  }

  @Override
  public long stateSize(long parameters) {
    return rule.state().size() * parameters;
  }

  @Override
  public GradientUpdater<RuleUpdater> instantiate(INDArray view, boolean initialize) {
    RuleStep step = new RuleStep(this);
    if (view != null) {
      step.setState(view, initialize);
    }
    return step;
  }

  @Override
  public GradientUpdater<RuleUpdater> instantiate(Map<String, INDArray> state, boolean initialize) {
    throw new UnsupportedOperationException("the state of a rule is one view");
  }

  @Override
  public double getLearningRate(int iteration, int epoch) {
    double rate = schedule == null ? learningRate : schedule.valueAt(iteration, epoch);
    return rate / (1 + decay * iteration);
  }

  double momentum(int iteration, int epoch) {
    return momentumSchedule == null
        ? rule.ownMomentum()
        : momentumSchedule.valueAt(iteration, epoch);
  }

  @Override
  public boolean hasLearningRate() {
    return true;
  }

  @Override
  public void setLrAndSchedule(double rate, ISchedule newSchedule) {
    learningRate = rate;
    schedule = newSchedule;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public RuleUpdater clone() {
    return new RuleUpdater(
        rule,
        learningRate,
        schedule == null ? null : schedule.clone(),
        momentumSchedule == null ? null : momentumSchedule.clone(),
        decay);
  }

  // DL4J updates neighbouring parameters in one go when their updaters are equal.
  @Override
  public boolean equals(Object other) {
    return other instanceof RuleUpdater that
        && rule.equals(that.rule)
        && Double.compare(learningRate, that.learningRate) == 0
        && Objects.equals(schedule, that.schedule)
        && Objects.equals(momentumSchedule, that.momentumSchedule)
        && Double.compare(decay, that.decay) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, learningRate, schedule, momentumSchedule, decay);
  }

  @Override
  public String toString() {
    return rule + " at " + (schedule == null ? learningRate : schedule);
  }
}
