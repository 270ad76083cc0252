package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * ShuffleNet v2 for small images: half of the channels pass by, the other half is convolved, and
 * both are dealt out.
 *
 * <p>The stem has no activation, as in the study's code.
 */
final class ShuffleNetV2 {
  private static final int[] CHANNELS = {116, 232, 464};

  /** Units after the one that halves the image. */
  private static final int[] REPEATS = {3, 7, 3};

  static final Model MODEL =
      new Model(
          "shufflenet-v2",
          "ShuffleNet v2 (1x): channel split, convolution of one half, channel shuffle.",
          "Ma et al. 2018 (arXiv 1807.11164) as in the study's notebook; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
          List.of(),
          ShuffleNetV2::draw);

  private ShuffleNetV2() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch().bias(true).convNorm(24, Patch.of(3));
    for (int stage = 0; stage < CHANNELS.length; stage++) {
      int half = CHANNELS[stage] / 2;
      halve(network, half);
      for (int unit = 0; unit < REPEATS[stage]; unit++) {
        network
            .join(
                shortcut -> shortcut.slice(0, half),
                deep -> {
                  deep.slice(half, 2 * half).unit(half, Patch.of(1));
                  deep.depthwise(Patch.of(3)).batchNorm().unit(half, Patch.of(1));
                })
            .shuffle(2);
      }
    }
    return network.unit(1024, Patch.of(1)).globalAveragePool().output();
  }

  private static void halve(BlueprintBuilder network, int half) {
    Patch window = Patch.of(3).stride(2).padded(1);
    int before = network.shape().channels();
    network
        .join(
            shortcut -> shortcut.depthwise(window).batchNorm().unit(half, Patch.of(1)),
            deep ->
                deep.unit(before, Patch.of(1))
                    .depthwise(window)
                    .batchNorm()
                    .unit(half, Patch.of(1)))
        .shuffle(2);
  }
}
