package actbench.model;

/**
 * What a network needs of a machine, estimated from its blueprint.
 *
 * @param memory bytes of weights, their gradients, and the numbers and gradients of all steps of a
 *     batch; without what an optimizer or the virtual machine keeps
 * @param seconds one training step
 */
public record Cost(long memory, double seconds) {
  /** Forward, gradient of the weights, gradient of the inputs. */
  private static final int PASSES = 3;

  private static final int FLOAT_BYTES = 4;

  /** A number and its gradient. */
  private static final int BOTH = 2;

  /**
   * How fast a machine is.
   *
   * @param multiplyAdds multiplications with addition in a second, in convolutions
   * @param numbers outputs in a second that are written, normalised, activated and given back a
   *     gradient
   * @param perStep seconds that each step of a network takes however small it is
   */
  public record Rate(double multiplyAdds, double numbers, double perStep) {
    /** Two cores with AVX-512, fitted to the measurements in {@code docs/models.md}. */
    public static final Rate TWO_CORES = new Rate(115e9, 640e6, 0.2e-3);

    /** A machine that is faster by this factor. */
    public Rate times(double factor) {
      return new Rate(multiplyAdds * factor, numbers * factor, perStep / factor);
    }
  }

  /** Numbers that all steps of a network put out for one example. */
  public static long numbers(Blueprint network) {
    return network.nodes().stream()
        .filter(node -> !(node.op() instanceof Op.Flatten))
        .mapToLong(node -> node.output().size())
        .sum();
  }

  /** The cost of a batch of this many examples. */
  public static Cost of(Blueprint network, int batch, Rate rate) {
    long numbers = numbers(network);
    long memory =
        BOTH * FLOAT_BYTES * (network.parameters() + batch * (numbers + network.input().size()));
    double seconds =
        PASSES * (double) batch * network.multiplyAdds() / rate.multiplyAdds()
            + batch * (double) numbers / rate.numbers()
            + network.nodes().size() * rate.perStep();
    return new Cost(memory, seconds);
  }
}
