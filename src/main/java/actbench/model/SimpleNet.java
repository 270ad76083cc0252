package actbench.model;

import actbench.grid.RunConfig;
import java.util.List;

/**
 * SimpleNet: thirteen convolutions in a row, each with batch normalisation and activation; 3x3 but
 * for two of 1x1.
 */
final class SimpleNet {
  private static final int POOL = 0;
  private static final int[] FILTERS = {
    64, 128, 128, 128, POOL, 128, 128, 256, POOL, 256, 256, POOL, 512, 2048, 256, POOL, 256
  };

  /** The positions of the 1x1 convolutions. */
  private static final List<Integer> POINTWISE = List.of(13, 14);

  static final Model MODEL =
      new Model(
          "simplenet",
          "SimpleNet: thirteen convolutions in a row, four poolings, no shortcut.",
          "Hasanpour et al. 2016 (arXiv 1608.06037), the network of 5.48 million weights; the study states 5.59 million of an unnamed version; there on CIFAR-10 with batch 128, 50 epochs",
          List.of(Model.share("dropout", 0.1, "share of channels dropped after each pooling")),
          SimpleNet::draw);

  private SimpleNet() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    network.norm(new Op.BatchNorm(0.95, 1e-5)).bias(true);
    for (int i = 0; i < FILTERS.length; i++) {
      if (FILTERS[i] == POOL) {
        network.maxPool(2).channelDropout(run.number("dropout"));
      } else {
        network.unit(FILTERS[i], Patch.of(POINTWISE.contains(i) ? 1 : 3));
      }
    }
    return network.globalMaxPool().dropout(run.number("dropout")).output();
  }
}
