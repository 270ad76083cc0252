package actbench.optim;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.deeplearning4j.nn.updater.UpdaterBlock.ParamState;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.Regularization.ApplyStep;

/**
 * Shrinks the gradient of the whole network to a greatest Euclidean norm; Keras' {@code clipnorm}.
 *
 * <p>The norm is that of the gradient of the full loss: the mean over the mini-batch plus the
 * penalties on weights. Running statistics that pose as parameters are left out. A norm that is NaN
 * clips nothing.
 *
 * <p>Works between the gradient and the update, where DL4J has no clipping of its own: as a
 * listener in {@code fit}, or by a call of {@link #clip} in a loop of one's own.
 */
public final class GlobalNormClipping extends BaseTrainingListener {
  private final double greatest;

  /** Clips to this norm, which is positive. */
  public GlobalNormClipping(double greatest) {
    if (!(greatest > 0)) {
      throw new IllegalArgumentException("the norm " + greatest + " is not positive");
    }
    this.greatest = greatest;
  }

  @Override
  public void onGradientCalculation(Model model) {
    clip((ComputationGraph) model);
  }

  /**
   * Clips the gradient that was just computed and that the updater has not seen yet.
   *
   * @return the norm before
   */
  public double clip(ComputationGraph network) {
    // DL4J divides by the batch and adds the penalties later, inside the updater.
    double batch = network.conf().isMiniBatch() ? network.batchSize() : 1;
    List<Share> shares = new ArrayList<>();
    double square = 0;
    for (UpdaterBlock block : network.getUpdater().getUpdaterBlocks()) {
      for (ParamState parameter : block.getLayersAndVariablesInBlock()) {
        if (learns(parameter)) {
          Share share = new Share(parameter.getGradView(), penalty(parameter, batch));
          square += share.square() / (batch * batch);
          shares.add(share);
        }
      }
    }
    double norm = Math.sqrt(square);
    if (norm > greatest) {
      shares.forEach(share -> share.scale(greatest / norm));
    }
    return norm;
  }

  private static boolean learns(ParamState parameter) {
    String name = parameter.getParamName();
    return parameter.getGradView() != null
        && parameter.getLayer().updaterDivideByMinibatch(name)
        && !(parameter.getLayer().getConfig().getUpdaterByParam(name) instanceof NoOp);
  }

  /** The gradient of the penalties on a parameter times the batch, or null without any. */
  private static INDArray penalty(ParamState parameter, double batch) {
    List<Regularization> all =
        parameter.getLayer().getConfig().getRegularizationByParam(parameter.getParamName());
    INDArray sum = null;
    for (Regularization each : all == null ? List.<Regularization>of() : all) {
      if (each.applyStep() == ApplyStep.BEFORE_UPDATER) {
        INDArray weights = parameter.getParamView();
        sum = sum == null ? Nd4j.zeros(weights.dataType(), weights.length()) : sum;
        each.apply(weights, sum, Double.NaN, 0, 0);
      }
    }
    return sum == null ? null : sum.muli(batch);
  }

  /** One parameter's part of the gradient; {@code penalty} will be added to it later. */
  private record Share(INDArray gradient, INDArray penalty) {
    double square() {
      INDArray full = penalty == null ? gradient : gradient.add(penalty);
      double norm = full.norm2Number().doubleValue();
      return norm * norm;
    }

    void scale(double factor) {
      gradient.muli(factor);
      if (penalty != null) {
        gradient.addi(penalty.mul(factor - 1));
      }
    }
  }
}
