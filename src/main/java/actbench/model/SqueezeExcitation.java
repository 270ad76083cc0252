package actbench.model;

/**
 * The gate of squeeze-and-excitation (Hu et al. 2017, arXiv 1709.01507): means of the channels, a
 * dense layer with the run's activation, a dense layer with a sigmoid, and each channel times its
 * number.
 *
 * <p>The last function belongs to the gate and is a sigmoid whatever the run's activation is.
 */
final class SqueezeExcitation {
  private SqueezeExcitation() {}

  /** Gates the channels of the last step. */
  static void add(BlueprintBuilder network, int hidden) {
    int channels = network.shape().channels();
    network.gate(
        gate -> gate.globalAveragePool().dense(hidden).activate().dense(channels).fixed("sigmoid"));
  }
}
