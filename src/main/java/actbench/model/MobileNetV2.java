package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * MobileNet v2 for small images: bottlenecks that widen, convolve each channel and narrow again
 * without an activation.
 *
 * <p>The original's function is ReLU6, which the study calls ReLU; here it is the run's. The stem
 * is a 1x1 convolution with padding, as in the study's code.
 */
final class MobileNetV2 {
  /** Widening, filters, blocks, stride of the first block. */
  private static final int[][] STAGES = {
    {1, 16, 1, 1},
    {6, 24, 2, 2},
    {6, 32, 3, 2},
    {6, 64, 4, 2},
    {6, 96, 3, 1},
    {6, 160, 3, 1},
    {6, 320, 1, 1}
  };

  static final Model MODEL =
      new Model(
          "mobilenet-v2",
          "MobileNet v2: inverted residual blocks with linear ends.",
          "Sandler et al. 2018 (arXiv 1801.04381) as in the study's notebook; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs, and ReLU6 under the name of ReLU",
          List.of(),
          MobileNetV2::draw);

  private MobileNetV2() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch().bias(true).unit(32, Patch.of(1).padded(1));
    for (int[] stage : STAGES) {
      for (int block = 0; block < stage[2]; block++) {
        block(network, stage[0], stage[1], block == 0 ? stage[3] : 1);
      }
    }
    return network.unit(1280, Patch.of(1)).globalAveragePool().output();
  }

  private static void block(BlueprintBuilder network, int widening, int filters, int stride) {
    int before = network.shape().channels();
    Branch deep =
        branch ->
            branch
                .unit(before * widening, Patch.of(1))
                .depthwise(Patch.of(3).stride(stride).padded(1))
                .batchNorm()
                .activate()
                .convNorm(filters, Patch.of(1));
    if (stride == 1 && before == filters) {
      network.sum(deep, Branch.NOTHING);
    } else {
      deep.draw(network);
    }
  }
}
