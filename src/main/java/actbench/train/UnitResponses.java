package actbench.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What the units of one layer answer to examples that come in batches. */
final class UnitResponses {
  /** Responses no further apart than this are the same. */
  private static final double SPREAD = 1e-6;

  private final boolean channelsLast;
  private double[] least = {};
  private double[] most = {};
  private double sum;
  private double flat;
  private long count;

  UnitResponses(boolean channelsLast) {
    this.channelsLast = channelsLast;
  }

  /**
   * Takes in a batch.
   *
   * @param output the layer's, of shape [examples, units] or one with positions
   * @param flatShare of the responses that pass hardly any gradient; NaN if not known
   */
  void add(INDArray output, double flatShare) {
    int unit = output.rank() == 2 || !channelsLast ? 1 : output.rank() - 1;
    int[] others =
        IntStream.range(0, output.rank()).filter(dimension -> dimension != unit).toArray();
    double[] low = output.min(others).toDoubleVector();
    double[] high = output.max(others).toDoubleVector();
    if (count == 0) {
      least = low;
      most = high;
    }
    Arrays.setAll(least, i -> Math.min(least[i], low[i]));
    Arrays.setAll(most, i -> Math.max(most[i], high[i]));
    long responses = output.length();
    sum += output.meanNumber().doubleValue() * responses;
    flat += flatShare * responses;
    count += responses;
  }

  /** Neurons of a dense layer, or channels. */
  int units() {
    return least.length;
  }

  /** The share of units that always answered the same. */
  double dead() {
    long dead = IntStream.range(0, units()).filter(i -> most[i] - least[i] <= SPREAD).count();
    return (double) dead / units();
  }

  /** The mean response. */
  double mean() {
    return sum / count;
  }

  /** The share of responses that passed hardly any gradient. */
  double flat() {
    return flat / count;
  }
}
