package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * ShuffleNet for small images, three groups: grouped 1x1 convolutions whose channels are dealt out
 * between them.
 */
final class ShuffleNetV1 {
  private static final int GROUPS = 3;
  private static final int[] UNITS = {4, 8, 4};
  private static final int FIRST_STAGE = 240;

  static final Model MODEL =
      new Model(
          "shufflenet-v1",
          "ShuffleNet: grouped pointwise convolutions and channel shuffle.",
          "Zhang et al. 2017 (arXiv 1707.01083) as in the study's notebook; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
          List.of(),
          ShuffleNetV1::draw);

  private ShuffleNetV1() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch().bias(true).unit(24, Patch.of(3));
    for (int stage = 0; stage < UNITS.length; stage++) {
      for (int unit = 0; unit < UNITS[stage]; unit++) {
        unit(network, FIRST_STAGE << stage, unit == 0);
      }
    }
    return network.globalAveragePool().output();
  }

  private static void unit(BlueprintBuilder network, int channels, boolean halve) {
    int before = network.shape().channels();
    Patch window = Patch.of(3).stride(halve ? 2 : 1).padded(1);
    Branch deep =
        branch ->
            branch
                .groupedConvNorm(channels / 4, Patch.of(1), GROUPS)
                .activate()
                .shuffle(GROUPS)
                .depthwise(window)
                .batchNorm()
                .groupedConvNorm(halve ? channels - before : channels, Patch.of(1), GROUPS);
    if (halve) {
      network.join(shortcut -> shortcut.averagePool(window), deep);
    } else {
      network.sum(deep, Branch.NOTHING);
    }
    network.activate();
  }
}
