package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * ResNeXt-50 for small images: bottlenecks whose 3x3 convolution works in groups.
 *
 * <p>The first 1x1 convolution of a block works in the same groups, as in the study's code; the
 * original leaves it whole.
 */
final class ResNeXt {
  private static final int[] BLOCKS = {3, 4, 6, 3};
  private static final int EXPANSION = 4;

  static final Model MODEL =
      new Model(
          "resnext-50",
          "ResNeXt of 50 layers: bottleneck blocks in groups (32x4d).",
          "Xie et al. 2016 (arXiv 1611.05431) as in the study's notebook, but with as many outputs as classes; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
          List.of(Model.integer("groups", 32, 1, 64, "groups of each 3x3 convolution; divides 64")),
          ResNeXt::draw);

  private ResNeXt() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch().unit(64, Patch.of(3));
    for (int stage = 0; stage < BLOCKS.length; stage++) {
      for (int block = 0; block < BLOCKS[stage]; block++) {
        block(network, 64 << stage, stage > 0 && block == 0 ? 2 : 1, run.integer("groups"));
      }
    }
    return network.globalAveragePool().output();
  }

  private static void block(BlueprintBuilder network, int filters, int stride, int groups) {
    int inner = groups * (4 * filters / 64);
    int outer = EXPANSION * filters;
    boolean change = stride > 1 || network.shape().channels() != outer;
    network
        .sum(
            deep ->
                deep.groupedConvNorm(inner, Patch.of(1), groups)
                    .activate()
                    .groupedConvNorm(inner, Patch.of(3).stride(stride).padded(1), groups)
                    .activate()
                    .convNorm(outer, Patch.of(1)),
            change
                ? shortcut -> shortcut.convNorm(outer, Patch.of(1).stride(stride).valid())
                : Branch.NOTHING)
        .activate();
  }
}
