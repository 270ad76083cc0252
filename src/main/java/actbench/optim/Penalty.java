package actbench.optim;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Keras' L1 and L2 penalty on weights, part of the loss.
 *
 * <p>Loss: l1 sum |w| + l2 sum w^2. Gradient: l1 sign(w) + 2 l2 w, with sign(0) = 0, added before
 * the optimizer. DL4J's own L2 and PyTorch's weight decay lack the 2: their coefficient is twice
 * {@code l2}.
 */
public record Penalty(double l1, double l2) implements Regularization {
  @Override
  public ApplyStep applyStep() {
    return ApplyStep.BEFORE_UPDATER;
  }

  @Override
  public void apply(INDArray weights, INDArray gradient, double rate, int iteration, int epoch) {
    new WeightTerm(l1, 2 * l2).addTo(gradient, weights);
  }

  @Override
  public double score(INDArray weights, int iteration, int epoch) {
    double absolute = l1 == 0 ? 0 : weights.norm1Number().doubleValue();
    double norm = l2 == 0 ? 0 : weights.norm2Number().doubleValue();
    return l1 * absolute + l2 * norm * norm;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public Penalty clone() {
    return this;
  }
}
