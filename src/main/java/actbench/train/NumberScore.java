package actbench.train;

import actbench.data.Examples;
import actbench.data.Targets;
import actbench.engine.Loss;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures how near numbers come to those wanted: {@code mse}, {@code mae} and {@code rmse}, the
 * root of the former, over all numbers of all examples alike.
 *
 * <p>For wanted numbers, not for inputs given back, it tells {@code r2} too: 1 - sum (y - p)^2 /
 * sum (y - mean y)^2 over the examples that are scored, for each number, and the mean of these;
 * where some number is the same in all examples there is none.
 */
final class NumberScore implements ExampleScore {
  private final Examples examples;
  private final Targets targets;
  private final Loss loss;
  private final float[] wanted;
  private final double[] squares;
  private final double[] means;
  private final double[] spreads;
  private int example;
  private double losses;
  private double absolute;

  /**
   * An empty count.
   *
   * @param width numbers of an example
   */
  NumberScore(Examples examples, Targets targets, Loss loss, int width) {
    this.examples = examples;
    this.targets = targets;
    this.loss = loss;
    wanted = new float[width];
    squares = new double[width];
    means = new double[width];
    spreads = new double[width];
  }

  @Override
  public void add(float[] outputs) {
    for (int from = 0; from < outputs.length; from += wanted.length) {
      targets.copy(examples, example++, wanted, 0);
      for (int i = 0; i < wanted.length; i++) {
        double error = (double) outputs[from + i] - wanted[i];
        losses += OutputLoss.of(loss, outputs[from + i], wanted[i]);
        absolute += Math.abs(error);
        squares[i] += error * error;
        // Welford's sums: numbers far from 0 lose no digits.
        double before = wanted[i] - means[i];
        means[i] += before / example;
        spreads[i] += before * (wanted[i] - means[i]);
      }
    }
  }

  @Override
  public Evaluation.Score score() {
    double count = (double) example * wanted.length;
    double mse = sum(squares) / count;
    SortedMap<String, Double> values = new TreeMap<>();
    values.put("mse", mse);
    values.put("mae", absolute / count);
    values.put("rmse", Math.sqrt(mse));
    if (targets == Targets.NUMBERS) {
      double explained = 0;
      boolean varied = true;
      for (int i = 0; i < wanted.length; i++) {
        varied &= spreads[i] > 0;
        explained += 1 - squares[i] / spreads[i];
      }
      if (varied) {
        values.put("r2", explained / wanted.length);
      }
    }
    return new Evaluation.Score(losses / count, values);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum;
  }
}
