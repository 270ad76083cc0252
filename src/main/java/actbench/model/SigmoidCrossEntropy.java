package actbench.model;

import actbench.engine.Tally;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Binary cross-entropy over a sigmoid, from logits: never infinite for finite logits.
 *
 * <p>Labels are in [0, 1]. An example's loss is the mean over its outputs. The output's activation
 * function is taken to be the sigmoid. Computing a gradient also counts the examples whose outputs
 * are all on the right side of one half.
 */
public final class SigmoidCrossEntropy implements ILossFunction, TalliedLoss {
  private static final long serialVersionUID = 1L;

  private final transient Tally tally = new Tally();

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public double computeScore(
      INDArray labels, INDArray logits, IActivation output, INDArray mask, boolean average) {
    double[][] rows = Rows.of(logits);
    double[][] targets = Rows.of(labels);
    double sum = 0;
    for (int row = 0; row < rows.length; row++) {
      sum += loss(rows[row], targets[row]);
    }
    return average ? sum / rows.length : sum;
  }

  @Override
  public INDArray computeScoreArray(
      INDArray labels, INDArray logits, IActivation output, INDArray mask) {
    double[][] rows = Rows.of(logits);
    double[][] targets = Rows.of(labels);
    INDArray column = Nd4j.create(logits.dataType(), logits.rows(), 1);
    for (int row = 0; row < rows.length; row++) {
      column.putScalar(row, 0, loss(rows[row], targets[row]));
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
      boolean right = true;
      double loss = loss(z, target);
      for (int column = 0; column < z.length; column++) {
        right &= (z[column] > 0) == (target[column] > 0.5);
        z[column] = (1 / (1 + Math.exp(-z[column])) - target[column]) / z.length;
      }
      tally.add(loss, right);
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
    return "sigmoid-cross-entropy";
  }

  private static double loss(double[] z, double[] target) {
    double sum = 0;
    for (int column = 0; column < z.length; column++) {
      // max(z, 0) - z t + ln(1 + e^-|z|): the form that cannot overflow.
      sum +=
          Math.max(z[column], 0)
              - z[column] * target[column]
              + Math.log1p(Math.exp(-Math.abs(z[column])));
    }
    return sum / z.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigmoidCrossEntropy;
  }

  @Override
  public int hashCode() {
    return SigmoidCrossEntropy.class.hashCode();
  }
}
