package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * SqueezeNet with simple bypass and batch normalisation, for small images.
 *
 * <p>The study's last layer is a 1x1 convolution to the classes and the mean over pixels. Both are
 * linear, so that the mean may come first, which makes it a dense layer.
 */
final class SqueezeNet {
  static final Model MODEL =
      new Model(
          "squeezenet",
          "SqueezeNet: fire modules, every second one with a bypass.",
          "Iandola et al. 2016 (arXiv 1602.07360) as in the study's notebook; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
          List.of(),
          SqueezeNet::draw);

  private SqueezeNet() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.pytorch().bias(true).unit(96, Patch.of(3)).maxPool(2);
    fire(network, 16, 128);
    bypass(network, 16, 128);
    fire(network, 32, 256);
    network.maxPool(2);
    bypass(network, 32, 256);
    fire(network, 48, 384);
    bypass(network, 48, 384);
    fire(network, 64, 512);
    network.maxPool(2);
    fire(network, 64, 512);
    return network.globalAveragePool().output();
  }

  private static void bypass(BlueprintBuilder network, int squeeze, int filters) {
    network.sum(fire -> fire(fire, squeeze, filters), Branch.NOTHING);
  }

  private static void fire(BlueprintBuilder network, int squeeze, int filters) {
    network
        .unit(squeeze, Patch.of(1))
        .join(
            small -> small.unit(filters / 2, Patch.of(1)),
            large -> large.unit(filters / 2, Patch.of(3)));
  }
}
