package actbench.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arithmetic of one layer on one path.
 *
 * <p>Arrays that come in lie in order (last index fastest) without gaps, and stay as they are until
 * {@link #backward} is done. Arrays that go out belong to the kernel, which overwrites them in its
 * next call; nobody else writes into them but to add to the result of {@link #backward}.
 */
interface Kernel {
  /** How much of the activation after it a kernel does itself. */
  enum Share {
    /** Nothing. */
    NONE,
    /** The way forward; {@link #backward} gets the gradient before the function. */
    FORWARD,
    /** Both ways; {@link #backward} gets the gradient after the function. */
    BOTH
  }

  /** The output for an input; in training it keeps what {@link #backward} needs. */
  INDArray forward(INDArray input, boolean training);

  /**
   * Writes the gradients of the parameters, summed over the batch, and returns the gradient with
   * respect to the last input; null if {@link #skipInputGradient} was called.
   */
  INDArray backward(INDArray gradient);

  /** Tells where the gradients of the parameters go; comes before the first {@link #backward}. */
  default void bindGradients(Map<String, INDArray> gradients) {}

  /** Says that nobody needs the gradient with respect to the input. */
  default void skipInputGradient() {}

  /**
   * Has a function applied to all that {@link #forward} gives from now on, if that costs less here
   * than afterwards.
   *
   * @return the share of the function that this kernel takes from now on
   */
  default Share takeIn(Elementwise function) {
    return Share.NONE;
  }

  /** Has what enters its activation at inference, if it has one, seen; null ends that. */
  default void watch(ResponseWatch watch) {}

  /** Says which training step comes next, counted from 0. */
  default void startStep(int step) {}
}
