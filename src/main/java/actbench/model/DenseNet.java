package actbench.model;

import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * DenseNet-BC for small images: four blocks in which each layer reads all before it.
 *
 * <p>In the study's own code only the very last activation changes, since its blocks are never
 * told; here all do.
 */
final class DenseNet {
  static final List<Model> MODELS =
      List.of(
          model("121", 32, 6, 12, 24, 16),
          model("161", 48, 6, 12, 36, 24),
          model("169", 32, 6, 12, 32, 32),
          model("201", 32, 6, 12, 48, 32));

  private DenseNet() {}

  private static Model model(String layers, int standardGrowth, int... blocks) {
    return new Model(
        "densenet-" + layers,
        "DenseNet of " + layers + " layers: each reads all before it in its block.",
        "Huang et al. 2016 (arXiv 1608.06993) as in the study's notebooks, but with the activation in all layers and as many outputs as classes; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
        List.of(Model.integer("growth", standardGrowth, 1, 256, "channels that each layer adds")),
        (network, run) -> draw(network, run.integer("growth"), blocks));
  }

  private static Blueprint draw(BlueprintBuilder network, int growth, int... blocks) {
    network.pytorch().plainConv(2 * growth, Patch.of(3));
    for (int block = 0; block < blocks.length; block++) {
      for (int layer = 0; layer < blocks[block]; layer++) {
        network.join(Branch.NOTHING, deep -> bottleneck(deep, growth));
      }
      if (block < blocks.length - 1) {
        network
            .batchNorm()
            .plainConv(network.shape().channels() / 2, Patch.of(1))
            .averagePool(Patch.tile(2));
      }
    }
    return network.batchNorm().activate().globalAveragePool().output();
  }

  private static void bottleneck(BlueprintBuilder network, int growth) {
    network.batchNorm().activate().unit(4 * growth, Patch.of(1)).plainConv(growth, Patch.of(3));
  }
}
