package actbench.optim;

import java.util.Arrays;

/** A distribution of initial weights: a pure function of a random stream and a shape. */
public sealed interface Initializer {
  /**
   * Keras' correction of the deviation for the tails that are cut off: the deviation of a standard
   * normal cut at 2.
   */
  double TRUNCATION = 0.8796256610342398;

  /**
   * Draws the weights of one tensor.
   *
   * @return {@code shape.size()} values, row-major
   */
  double[] draw(RandomStream stream, WeightShape shape);

  /** The same draws, each rounded to single precision. */
  default float[] drawSingle(RandomStream stream, WeightShape shape) {
    double[] exact = draw(stream, shape);
    float[] rounded = new float[exact.length];
    for (int i = 0; i < exact.length; i++) {
      rounded[i] = (float) exact[i];
    }
    return rounded;
  }

  /** The same value everywhere; takes nothing from the stream. */
  record Constant(double value) implements Initializer {
    @Override
    public double[] draw(RandomStream stream, WeightShape shape) {
      double[] weights = new double[shape.size()];
      Arrays.fill(weights, value);
      return weights;
    }
  }

  /** Uniform on [{@code low}, {@code high}). */
  record Uniform(double low, double high) implements Initializer {
    @Override
    public double[] draw(RandomStream stream, WeightShape shape) {
      double[] weights = new double[shape.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = stream.nextDouble(low, high);
      }
      return weights;
    }
  }

  /** Normal with this mean and standard deviation. */
  record Normal(double mean, double deviation) implements Initializer {
    @Override
    public double[] draw(RandomStream stream, WeightShape shape) {
      double[] weights = new double[shape.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = mean + deviation * stream.nextGaussian();
      }
      return weights;
    }
  }

  /**
   * Normal, redrawn where it falls more than two deviations from the mean.
   *
   * @param deviation of the normal before it is cut; the weights' own is 0.8796 of it
   */
  record TruncatedNormal(double mean, double deviation) implements Initializer {
    @Override
    public double[] draw(RandomStream stream, WeightShape shape) {
      double[] weights = new double[shape.size()];
      for (int i = 0; i < weights.length; i++) {
        double z = stream.nextGaussian();
        while (Math.abs(z) > 2) {
          z = stream.nextGaussian();
        }
        weights[i] = mean + deviation * z;
      }
      return weights;
    }
  }

  /** What the variance of {@link VarianceScaling} is divided by. */
  enum Fan {
    IN,
    AVERAGE;

    double of(WeightShape shape) {
      return this == IN ? shape.fanIn() : (shape.fanIn() + shape.fanOut()) / 2;
    }
  }

  /** The form of the distribution of {@link VarianceScaling}. */
  enum Form {
    /** Uniform on plus or minus sqrt(3 variance). */
    UNIFORM,
    /** Normal cut at two deviations, widened so that the variance is exact: Keras from 2.2.0. */
    TRUNCATED_NORMAL,
    /**
     * Normal cut at two deviations, not widened: Keras to 2.1.6. Its variance is 0.774 times less.
     */
    NARROW_NORMAL,
    /** Normal, not cut: PyTorch. */
    NORMAL
  }

  /**
   * Variance {@code scale / max(1, fan)}: the initializers of Glorot, He and LeCun.
   *
   * <p>Glorot: scale 1, average fan. He: scale 2, fan in. LeCun: scale 1, fan in.
   */
  record VarianceScaling(double scale, Fan fan, Form form) implements Initializer {
    @Override
    public double[] draw(RandomStream stream, WeightShape shape) {
      double variance = scale / Math.max(1, fan.of(shape));
      double deviation = Math.sqrt(variance);
      Initializer scaled =
          switch (form) {
            case UNIFORM -> new Uniform(-Math.sqrt(3 * variance), Math.sqrt(3 * variance));
            case TRUNCATED_NORMAL -> new TruncatedNormal(0, deviation / TRUNCATION);
            case NARROW_NORMAL -> new TruncatedNormal(0, deviation);
            case NORMAL -> new Normal(0, deviation);
          };
      return scaled.draw(stream, shape);
    }
  }

  /**
   * A random matrix with orthonormal rows or columns, whichever are fewer, times {@code gain}.
   *
   * <p>The matrix is {@link WeightShape#rows} by {@link WeightShape#columns}, as in Keras. It is
   * distributed uniformly over all such matrices (Haar), by orthogonalising normal draws.
   */
  record Orthogonal(double gain) implements Initializer {
    @Override
    public double[] draw(RandomStream stream, WeightShape shape) {
      int rows = shape.rows();
      int columns = shape.columns();
      int count = Math.min(rows, columns);
      double[][] vectors = Orthonormal.draw(stream, count, Math.max(rows, columns));
      double[] weights = new double[shape.size()];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          weights[i * columns + j] = gain * (rows < columns ? vectors[i][j] : vectors[j][i]);
        }
      }
      return weights;
    }
  }
}
