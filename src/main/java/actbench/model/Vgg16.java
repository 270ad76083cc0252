package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * VGG-16 for small images: five groups of 3x3 convolutions, each followed by activation, batch
 * normalisation and dropout, then one dense layer.
 *
 * <p>The study gives no layers, but its 250 epochs at a rate of 0.1 that is halved every 20 are
 * those of a published Keras network, cifar-vgg, whose accuracy of 70.48 % it also has.
 */
final class Vgg16 {
  private static final int[][] GROUPS = {
    {64, 64}, {128, 128}, {256, 256, 256}, {512, 512, 512}, {512, 512, 512}
  };

  static final Model MODEL =
      new Model(
          "vgg-16",
          "VGG-16 with batch normalisation after each activation and one dense layer of 512.",
          "Simonyan and Zisserman 2014 (arXiv 1409.1556) in the CIFAR form of Liu and Deng 2015, as in geifmany/cifar-vgg; layers not published by the study; there on CIFAR-100 with SGD 0.1 halved every 20 epochs, 250 epochs",
          List.of(Model.integer("width", 512, 1, 65536, "units of the dense layer")),
          Vgg16::draw);

  private Vgg16() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    for (int group = 0; group < GROUPS.length; group++) {
      int[] filters = GROUPS[group];
      for (int i = 0; i < filters.length; i++) {
        network.conv(filters[i], Patch.of(3)).activate().batchNorm();
        if (i < filters.length - 1) {
          network.dropout(group == 0 ? 0.3 : 0.4);
        }
      }
      network.maxPool(2);
    }
    return network
        .dropout(0.5)
        .flatten()
        .dense(run.integer("width"))
        .activate()
        .batchNorm()
        .dropout(0.5)
        .output();
  }
}
