package actbench.engine;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of {@link CapsuleRouting}: loops, example by example, on all cores. */
final class RoutingKernel implements Kernel {
  private final CapsuleRouting.Settings settings;
  private final Buffer output;
  private final Buffer inputGradient;
  private long[] seen;
  private double[] votes = {};
  private Routing[] routings = {};
  private double[][] vectors = {};

  RoutingKernel(CapsuleRouting.Settings settings, Site site) {
    this.settings = settings;
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    seen = input.shape();
    votes = Memory.read(input);
    int capsules = settings.capsules();
    int dimension = settings.dimension();
    int examples = (int) seen[0];
    int size = votes.length / examples;
    int voters = size / (capsules * dimension);
    routings = new Routing[examples];
    vectors = new double[examples][];
    double[] lengths = new double[examples * capsules];
    IntStream.range(0, examples)
        .parallel()
        .forEach(
            example -> {
              routings[example] = new Routing(settings, voters, votes, example * size);
              vectors[example] = routings[example].forward();
              System.arraycopy(
                  lengths(vectors[example], dimension), 0, lengths, example * capsules, capsules);
            });
    INDArray result = output.of(examples, capsules);
    Memory.write(lengths, result);
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    double[] upstream = Memory.read(gradient);
    double[] sums = new double[votes.length];
    IntStream.range(0, routings.length)
        .parallel()
        .forEach(
            example -> {
              int start = example * settings.capsules();
              double[] up = stretch(vectors[example], settings.dimension(), upstream, start);
              routings[example].backward(up, sums);
            });
    INDArray result = inputGradient.of(seen);
    Memory.write(sums, result);
    return result;
  }

  /** The length of each vector. */
  static double[] lengths(double[] vectors, int dimension) {
    double[] lengths = new double[vectors.length / dimension];
    for (int i = 0; i < vectors.length; i++) {
      lengths[i / dimension] += vectors[i] * vectors[i];
    }
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Math.sqrt(lengths[i]);
    }
    return lengths;
  }

  /** The gradient of the vectors, given that of their lengths from {@code start} on. */
  static double[] stretch(double[] vectors, int dimension, double[] upstream, int start) {
    double[] lengths = lengths(vectors, dimension);
    double[] gradient = new double[vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      double length = lengths[i / dimension];
      gradient[i] = length == 0 ? 0 : upstream[start + i / dimension] * vectors[i] / length;
    }
    return gradient;
  }
}
