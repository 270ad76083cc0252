package actbench.engine;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arithmetic of {@link CapsuleRouting}: loops, example by example, on all cores. */
final class RoutingKernel implements Kernel {
  private final CapsuleRouting.Settings sizes;
  private final Buffer output;
  private final Buffer inputGradient;
  private long[] seen;
  private double[] votes = {};
  private Routing[] routings = {};

  RoutingKernel(CapsuleRouting.Settings sizes, Site site) {
    this.sizes = sizes;
    output = site.buffer();
    inputGradient = site.buffer();
  }

  @Override
  public INDArray forward(INDArray input, boolean training) {
    seen = input.shape();
    votes = Memory.read(input);
    int examples = (int) seen[0];
    int size = votes.length / examples;
    int voters = size / (sizes.capsules() * sizes.dimension());
    routings = new Routing[examples];
    double[] lengths = new double[examples * sizes.capsules()];
    IntStream.range(0, examples)
        .parallel()
        .forEach(
            example -> {
              Routing routing = new Routing(sizes, voters, votes, example * size);
              routing.forward(lengths, example * sizes.capsules());
              routings[example] = routing;
            });
    INDArray result = output.of(examples, sizes.capsules());
    Memory.write(lengths, result);
    return result;
  }

  @Override
  public INDArray backward(INDArray gradient) {
    double[] upstream = Memory.read(gradient);
    double[] sums = new double[votes.length];
    IntStream.range(0, routings.length)
        .parallel()
        .forEach(example -> routings[example].backward(upstream, example * sizes.capsules(), sums));
    INDArray result = inputGradient.of(seen);
    Memory.write(sums, result);
    return result;
  }
}
