package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * The pre-activation residual network of 9n + 2 layers for small images: three stages of n
 * bottleneck blocks.
 *
 * <p>A block is three times batch normalisation, activation, convolution (1x1, 3x3, 1x1), plus the
 * shortcut; the very first block starts with its convolution, since the stem ends in an activation.
 * The first block of each stage has a 1x1 convolution on its shortcut.
 */
final class ResNetV2 {
  private static final int STAGES = 3;
  private static final int LAYERS_PER_ROUND = 9;

  static final Model MODEL =
      new Model(
          "resnet-v2",
          "Pre-activation residual network of 9n + 2 layers: bottleneck blocks.",
          "He et al. 2016 (arXiv 1603.05027) as in Keras' cifar10_resnet example, version 2; there on CIFAR-10 with Adam 0.001, he-normal, L2 0.0001, batch 32, 200 epochs",
          List.of(
              Model.integer("depth", 20, 11, 1001, "layers, 9n + 2: 20, 29, 56, 110, 164, 245"),
              Model.integer("width", 16, 1, 1024, "filters of the stem")),
          ResNetV2::draw);

  private ResNetV2() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    int blocks = Model.rounds(run, LAYERS_PER_ROUND, 2);
    int inner = run.integer("width");
    network.conv(inner, Patch.of(3)).batchNorm().activate();
    for (int stage = 0; stage < STAGES; stage++) {
      int outer = inner * (stage == 0 ? 4 : 2);
      for (int block = 0; block < blocks; block++) {
        block(network, stage, block, inner, outer);
      }
      inner = outer;
    }
    return network.batchNorm().activate().globalAveragePool().output();
  }

  private static void block(BlueprintBuilder network, int stage, int block, int inner, int outer) {
    Patch first = Patch.of(1).stride(stage > 0 && block == 0 ? 2 : 1);
    network.sum(
        deep -> {
          if (stage > 0 || block > 0) {
            deep.batchNorm().activate();
          }
          deep.conv(inner, first)
              .batchNorm()
              .activate()
              .conv(inner, Patch.of(3))
              .batchNorm()
              .activate()
              .conv(outer, Patch.of(1));
        },
        block == 0 ? change -> change.conv(outer, first) : Branch.NOTHING);
  }
}
