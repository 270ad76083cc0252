package actbench.model;

import actbench.engine.Tally;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Categorical cross-entropy over softmax, from logits: never infinite for finite logits.
 *
 * <p>Labels are rows of class probabilities that sum to 1. The output's activation function is
 * taken to be softmax. The score is the sum over examples, or their mean when asked. Computing a
 * gradient also counts the examples whose largest logit is at the largest label, see {@link Tally}.
 */
public final class SoftmaxCrossEntropy implements ILossFunction, TalliedLoss {
  private static final long serialVersionUID = 1L;

  private final transient Tally tally = new Tally();

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray logits, IActivation output, INDArray mask, boolean average) {
    double sum = 0;
    for (double each : losses(labels, logits)) {
      sum += each;
    }
    return average ? sum / logits.rows() : sum;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation output, INDArray mask) {
    double[] losses = losses(labels, logits);
    INDArray column = Nd4j.create(logits.dataType(), logits.rows(), 1);
    for (int row = 0; row < losses.length; row++) {
      column.putScalar(row, 0, losses[row]);
    }
    return column;
  }

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation output, INDArray mask) {
    double[][] rows = Rows.of(logits);
    double[][] targets = Rows.of(labels);
    for (int row = 0; row < rows.length; row++) {
      double[] z = rows[row];
      double[] target = targets[row];
      tally.add(loss(z, target), Rows.argMax(z) == Rows.argMax(target));
      double normalizer = logSumExp(z);
      for (int column = 0; column < z.length; column++) {
        z[column] = Math.exp(z[column] - normalizer) - target[column];
      }
    }
    return Rows.like(logits, rows);
  }

  @Override
  public Pair<Double, INDArray> computeGradientAndScore(
      INDArray labels, INDArray logits, IActivation output, INDArray mask, boolean average) {
    return new Pair<>(
        computeScore(labels, logits, output, mask, average),
        computeGradient(labels, logits, output, mask));
  }

  @Override
  public String name() {
    return "softmax-cross-entropy";
  }

  private static double[] losses(INDArray labels, INDArray logits) {
    double[][] rows = Rows.of(logits);
    double[][] targets = Rows.of(labels);
    double[] losses = new double[rows.length];
    for (int row = 0; row < rows.length; row++) {
      losses[row] = loss(rows[row], targets[row]);
    }
    return losses;
  }

  private static double loss(double[] z, double[] target) {
    double normalizer = logSumExp(z);
    double loss = 0;
    for (int column = 0; column < z.length; column++) {
      if (target[column] != 0) {
        loss += target[column] * (normalizer - z[column]);
      }
    }
    return loss;
  }

  private static double logSumExp(double[] z) {
    double most = z[Rows.argMax(z)];
    double sum = 0;
    for (double each : z) {
      sum += Math.exp(each - most);
    }
    return most + Math.log(sum);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SoftmaxCrossEntropy;
  }

  @Override
  public int hashCode() {
    return SoftmaxCrossEntropy.class.hashCode();
  }
}
