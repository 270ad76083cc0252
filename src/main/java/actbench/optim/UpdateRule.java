package actbench.optim;

import java.io.Serializable;
import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * How an optimizer turns a gradient into what is subtracted from a weight.
 *
 * <p>A rule is a constant; what it remembers between steps lies in one array per name in {@link
 * #state}. Formulas in the documentation of the rules: g is the gradient, lr the learning rate, t
 * counts the steps from 1, and all state starts at {@link #initialState}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "@class")
public sealed interface UpdateRule extends Serializable
    permits Sgd, RmsProp, Adagrad, Adadelta, Adam, Adamax, Nadam, RectifiedAdam {
  /** The names of the state arrays; each has one number per weight. */
  List<String> state();

  /** The number that the state starts with. */
  default double initialState() {
    return 0;
  }

  /** The momentum, or the decay rate of the mean gradient; NaN when the rule has none. */
  default double ownMomentum() {
    return Double.NaN;
  }

  /**
   * The arithmetic of one step.
   *
   * @param t the number of the step, from 1
   * @param rate the learning rate of this step
   * @param momentum the momentum of this step; ignored when the rule has none
   */
  Kernel step(int t, double rate, double momentum);

  /** The arithmetic of one step on a tile of weights, in single or double precision. */
  interface Kernel {
    /**
     * Replaces gradients by updates and advances the state.
     *
     * @param g gradients in, updates out
     * @param state one array per name of {@link UpdateRule#state}
     * @param n how many of the leading elements to process
     */
    void apply(float[] g, float[][] state, int n);

    /** The same in double precision. */
    void apply(double[] g, double[][] state, int n);
  }
}
