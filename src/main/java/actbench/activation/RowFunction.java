package actbench.activation;

import java.util.Collections;
import java.util.SortedMap;

/**
 * An output activation over a row of numbers. The largest element is subtracted first, so that no
 * exponential overflows.
 */
public final class RowFunction implements ActivationFunction {
  /** e^x_i / sum e^x_j: positive, sums to 1. */
  public static final RowFunction SOFTMAX = new RowFunction("softmax", false);

  /** The logarithm of softmax, x_i - ln sum e^x_j. */
  public static final RowFunction LOG_SOFTMAX = new RowFunction("log-softmax", true);

  private final String name;
  private final boolean logarithmic;

  private RowFunction(String name, boolean logarithmic) {
    this.name = name;
    this.logarithmic = logarithmic;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SortedMap<String, Double> parameters() {
    return Collections.emptySortedMap();
  }

  /** Replaces the row by its image. */
  public void forward(double[] row) {
    double top = Double.NEGATIVE_INFINITY;
    for (double each : row) {
      top = Math.max(top, each);
    }
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] -= top;
      sum += Math.exp(row[i]);
    }
    double logSum = Math.log(sum);
    for (int i = 0; i < row.length; i++) {
      row[i] = logarithmic ? row[i] - logSum : Math.exp(row[i]) / sum;
    }
  }

  /** Replaces the row by the gradient of {@code sum(upstream * f(row))}. */
  public void backward(double[] row, double[] upstream) {
    SOFTMAX.forward(row);
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += logarithmic ? upstream[i] : row[i] * upstream[i];
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = logarithmic ? upstream[i] - row[i] * sum : row[i] * (upstream[i] - sum);
    }
  }

  @Override
  public String toString() {
    return label();
  }
}
