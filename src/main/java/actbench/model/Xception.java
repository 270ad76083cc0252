package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * Xception for small images: separable convolutions, depthwise and then pointwise, with shortcuts.
 *
 * <p>The paper's layers and weights. The study gives none, so for images of 32x32 the first
 * convolution keeps the size and is padded, and the third entry block does not halve it, as in the
 * collection of CIFAR networks that the study's other notebooks are taken from.
 */
final class Xception {
  private static final int MIDDLE_BLOCKS = 8;

  static final Model MODEL =
      new Model(
          "xception",
          "Xception: depthwise separable convolutions with shortcuts.",
          "Chollet 2016 (arXiv 1610.02357), strides for 32x32 as in weiaicunzai/pytorch-cifar100; layers not published by the study; there on CIFAR-10",
          List.of(),
          Xception::draw);

  private Xception() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.unit(32, Patch.of(3)).unit(64, Patch.of(3));
    pooled(network, 128, 128, 2, false);
    pooled(network, 256, 256, 2, true);
    pooled(network, 728, 728, 1, true);
    for (int block = 0; block < MIDDLE_BLOCKS; block++) {
      network.sum(
          deep -> {
            for (int i = 0; i < 3; i++) {
              separable(deep.activate(), 728);
            }
          },
          Branch.NOTHING);
    }
    pooled(network, 728, 1024, 2, true);
    separable(network, 1536);
    separable(network.activate(), 2048);
    return network.activate().globalAveragePool().output();
  }

  private static void pooled(
      BlueprintBuilder network, int first, int second, int stride, boolean activated) {
    network.sum(
        deep -> {
          separable(activated ? deep.activate() : deep, first);
          separable(deep.activate(), second);
          deep.maxPool(Patch.of(3).stride(stride));
        },
        shortcut -> shortcut.convNorm(second, Patch.of(1).stride(stride)));
  }

  private static void separable(BlueprintBuilder network, int filters) {
    network.depthwise(Patch.of(3)).convNorm(filters, Patch.of(1));
  }
}
