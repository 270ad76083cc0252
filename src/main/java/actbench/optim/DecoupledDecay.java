package actbench.optim;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Weight decay apart from the gradient (Loshchilov and Hutter 2019): w loses lr {@code rate} w
 * besides the optimizer's update. Not part of the loss.
 */
public record DecoupledDecay(double rate) implements Regularization {
  @Override
  public ApplyStep applyStep() {
    return ApplyStep.POST_UPDATER;
  }

  @Override
  public void apply(
      INDArray weights, INDArray update, double learningRate, int iteration, int epoch) {
    new WeightTerm(0, learningRate * rate).addTo(update, weights);
  }

  @Override
  public double score(INDArray weights, int iteration, int epoch) {
    return 0;
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod")
  public DecoupledDecay clone() {
    return this;
  }
}
