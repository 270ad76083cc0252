package actbench.model;

import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * Residual networks with squeeze-and-excitation, for small images.
 *
 * <p>As in the study's code there is an activation before the gate, convolutions have a bias, and
 * the last stage has 516 filters where the original has 512. The gate's sigmoid stays.
 */
final class SeResNet {
  private static final int REDUCTION = 16;

  static final List<Model> MODELS =
      List.of(model("18", 1, 2, 2, 2, 2), model("34", 1, 3, 4, 6, 3), model("50", 4, 3, 4, 6, 3));

  private SeResNet() {}

  private static Model model(String layers, int expansion, int... blocks) {
    return new Model(
        "se-resnet-" + layers,
        "Residual network of "
            + layers
            + " layers with squeeze-and-excitation"
            + (expansion > 1 ? ": bottleneck blocks." : ": basic blocks."),
        "Hu et al. 2017 (arXiv 1709.01507) as in the study's notebooks, 516 filters in the last stage; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
        List.of(
            Model.integer(
                "last-filters",
                516,
                16,
                4096,
                "filters of the last stage: the study's 516, the original's 512")),
        (network, run) -> draw(network, run.integer("last-filters"), expansion, blocks));
  }

  private static Blueprint draw(
      BlueprintBuilder network, int lastFilters, int expansion, int... blocks) {
    network.pytorch().bias(true).unit(64, Patch.of(3));
    for (int stage = 0; stage < blocks.length; stage++) {
      int filters = stage == blocks.length - 1 ? lastFilters : 64 << stage;
      for (int block = 0; block < blocks[stage]; block++) {
        block(network, filters, stage > 0 && block == 0 ? 2 : 1, expansion);
      }
    }
    return network.globalAveragePool().output();
  }

  private static void block(BlueprintBuilder network, int filters, int stride, int expansion) {
    int outer = filters * expansion;
    boolean change = stride > 1 || network.shape().channels() != outer;
    Patch window = Patch.of(3).stride(stride).padded(1);
    network
        .sum(
            deep -> {
              if (expansion == 1) {
                deep.unit(filters, window).unit(filters, Patch.of(3));
              } else {
                deep.unit(filters, Patch.of(1)).unit(filters, window).unit(outer, Patch.of(1));
              }
              SqueezeExcitation.add(deep, outer / REDUCTION);
            },
            change
                ? shortcut -> shortcut.convNorm(outer, Patch.of(1).stride(stride).valid())
                : Branch.NOTHING)
        .activate();
  }
}
