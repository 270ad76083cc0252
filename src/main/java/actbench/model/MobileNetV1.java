package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * MobileNet for small images: convolutions in two steps, of each channel and across channels.
 *
 * <p>The study's code leaves the first of these pairs a ReLU; here all take the run's activation.
 */
final class MobileNetV1 {
  /** Filters after each pair; the first of a line halves the image, but for the first line. */
  private static final int[][] GROUPS = {
    {64}, {128, 128}, {256, 256}, {512, 512, 512, 512, 512, 512}, {1024, 1024}
  };

  static final Model MODEL =
      new Model(
          "mobilenet-v1",
          "MobileNet: depthwise and pointwise convolutions in turn.",
          "Howard et al. 2017 (arXiv 1704.04861) as in the study's notebook; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
          List.of(),
          MobileNetV1::draw);

  private MobileNetV1() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch().unit(32, Patch.of(3));
    for (int group = 0; group < GROUPS.length; group++) {
      for (int i = 0; i < GROUPS[group].length; i++) {
        int stride = group > 0 && i == 0 ? 2 : 1;
        network.depthwise(Patch.of(3).stride(stride).padded(1)).batchNorm().activate();
        network.conv(GROUPS[group][i], Patch.of(1)).batchNorm().activate();
      }
    }
    return network.globalAveragePool().output();
  }
}
