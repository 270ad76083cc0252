package actbench.data.transform;

import actbench.data.BatchTransform;
import actbench.data.DataException;
import actbench.data.Examples;
import actbench.data.InputShape;
import actbench.data.Layout;
import actbench.spec.Choice;
import actbench.spec.Parameter;
import actbench.spec.Term;
import java.util.Arrays;
import java.util.List;

/**
 * Subtracts a mean from every value and divides by a deviation.
 *
 * @param mean by channel, or by value in the order of rows, columns, channels
 * @param deviation as many numbers, each above 0
 * @param first whether it comes before any augmentation
 */
public record Normalization(List<Float> mean, List<Float> deviation, boolean first) {
  private static final String SCALE = "scale";
  private static final String MEAN_STD = "mean-std";
  private static final String PIXEL_MEAN = "pixel-mean";
  private static final String STANDARDIZE = "standardize";
  private static final String IMAGENET = "imagenet";
  private static final int COLOURS = 3;

  /** What a spec may name. */
  public static final List<Term> TERMS =
      List.of(
          Term.of(
              SCALE,
              "0 to 1 becomes another range",
              Parameter.number("low", "what 0 becomes").defaultTo(-1.0),
              Parameter.number("high", "what 1 becomes").defaultTo(1.0)),
          Term.of(
              MEAN_STD,
              "mean and standard deviation of each channel; those of the training examples if not given",
              Parameter.number("mean", "mean of every channel"),
              Parameter.number("deviation", "standard deviation of every channel").above(0)),
          Term.of(PIXEL_MEAN, "each pixel's mean over the training examples, as in Keras' ResNet"),
          Term.of(
              STANDARDIZE,
              "each value's mean and standard deviation over the training examples; for the columns of a table"),
          Term.of(IMAGENET, "mean and standard deviation of ImageNet's colours"));

  public Normalization {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.size() != deviation.size()) {
      throw new IllegalArgumentException("as many means as deviations");
    }
  }

  /**
   * The normalisation of this name.
   *
   * @param train where means and deviations that are not given come from
   * @throws DataException if the examples do not suit it
   */
  public static Normalization of(Choice choice, Examples train) {
    int channels = train.shape().channels();
    return switch (choice.name()) {
      case SCALE -> {
        double low = number(choice, "low", -1);
        double range = number(choice, "high", 1) - low;
        if (range == 0) {
          throw new DataException("normalization 'scale': 'low' and 'high' are the same");
        }
        yield same(channels, (float) (-low / range), (float) (1 / range));
      }
      case MEAN_STD -> {
        Normalization own = byChannel(train);
        yield new Normalization(
            given(choice, "mean", own.mean()), given(choice, "deviation", own.deviation()), false);
      }
      case PIXEL_MEAN -> byPixel(train, false);
      case STANDARDIZE -> byPixel(train, true);
      case IMAGENET -> {
        check(choice, train.shape());
        yield new Normalization(
            List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f), false);
      }
      default ->
          throw new IllegalArgumentException("unknown normalization '" + choice.name() + "'");
    };
  }

  /**
   * Finds out without any data whether this normalisation suits it.
   *
   * @throws DataException if not
   */
  public static void check(Choice choice, InputShape shape) {
    if (choice.name().equals(IMAGENET) && shape.channels() != COLOURS) {
      throw new DataException(
          "normalization 'imagenet' is for three colours, found examples of " + shape.label());
    }
  }

  private static double number(Choice choice, String name, double otherwise) {
    return choice.parameters().containsKey(name) ? choice.number(name) : otherwise;
  }

  private static List<Float> given(Choice choice, String name, List<Float> otherwise) {
    return choice.parameters().containsKey(name)
        ? otherwise.stream().map(each -> (float) choice.number(name)).toList()
        : otherwise;
  }

  private static Normalization same(int channels, float mean, float deviation) {
    Float[] means = new Float[channels];
    Float[] deviations = new Float[channels];
    Arrays.fill(means, mean);
    Arrays.fill(deviations, deviation);
    return new Normalization(List.of(means), List.of(deviations), false);
  }

  private static Normalization byChannel(Examples train) {
    int channels = train.shape().channels();
    double[] sums = new double[channels];
    double[] squares = new double[channels];
    float[] values = new float[train.shape().size()];
    for (int example = 0; example < train.size(); example++) {
      train.copy(example, Layout.NHWC, values, 0);
      for (int i = 0; i < values.length; i++) {
        sums[i % channels] += values[i];
        squares[i % channels] += (double) values[i] * values[i];
      }
    }
    double count = (double) train.size() * values.length / channels;
    Float[] means = new Float[channels];
    Float[] deviations = new Float[channels];
    for (int channel = 0; channel < channels; channel++) {
      double mean = sums[channel] / count;
      double variance = Math.max(0, squares[channel] / count - mean * mean);
      means[channel] = (float) mean;
      deviations[channel] = variance == 0 ? 1f : (float) Math.sqrt(variance);
    }
    return new Normalization(List.of(means), List.of(deviations), false);
  }

  /**
   * The mean of each value, and with {@code scaling} its standard deviation (of the population; 1
   * for a value that never changes), else 1. In two passes: the mean of a column may be far larger
   * than its deviation.
   */
  private static Normalization byPixel(Examples train, boolean scaling) {
    double[] means = new double[train.shape().size()];
    float[] values = new float[means.length];
    for (int example = 0; example < train.size(); example++) {
      train.copy(example, Layout.NHWC, values, 0);
      for (int i = 0; i < values.length; i++) {
        means[i] += values[i];
      }
    }
    Arrays.setAll(means, i -> means[i] / train.size());
    double[] variances = new double[means.length];
    for (int example = 0; scaling && example < train.size(); example++) {
      train.copy(example, Layout.NHWC, values, 0);
      for (int i = 0; i < values.length; i++) {
        variances[i] += (values[i] - means[i]) * (values[i] - means[i]) / train.size();
      }
    }
    Float[] mean = new Float[means.length];
    Arrays.setAll(mean, i -> (float) means[i]);
    Float[] deviation = new Float[means.length];
    Arrays.setAll(deviation, i -> deviation(variances[i], means[i]));
    return new Normalization(List.of(mean), List.of(deviation), !scaling);
  }

  /** A column that holds one number has rounding alone for a variance. */
  private static float deviation(double variance, double mean) {
    double deviation = Math.sqrt(variance);
    return deviation <= 1e-9 * Math.abs(mean) || (float) deviation == 0 ? 1f : (float) deviation;
  }

  /** Applies it to batches of this shape and layout. */
  public BatchTransform transform(InputShape shape, Layout layout) {
    int size = shape.size();
    float[] means = spread(mean, shape, layout);
    float[] deviations = spread(deviation, shape, layout);
    return batch -> {
      float[] values = batch.features();
      int end = batch.size() * size;
      for (int start = 0; start < end; start += size) {
        for (int i = 0; i < size; i++) {
          values[start + i] = (values[start + i] - means[i]) / deviations[i];
        }
      }
    };
  }

  /** The number of every value of an example. */
  private static float[] spread(List<Float> numbers, InputShape shape, Layout layout) {
    int channels = shape.channels();
    int pixels = shape.height() * shape.width();
    float[] all = new float[shape.size()];
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int channel = 0; channel < channels; channel++) {
        int value = pixel * channels + channel;
        int place = layout == Layout.NCHW ? channel * pixels + pixel : value;
        all[place] = numbers.get(numbers.size() == channels ? channel : value);
      }
    }
    return all;
  }
}
