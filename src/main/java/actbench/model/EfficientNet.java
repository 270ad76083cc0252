package actbench.model;

import actbench.model.BlueprintBuilder.Branch;
import java.util.List;
import java.util.Locale;

/**
 * EfficientNet: MobileNet's inverted blocks with squeeze-and-excitation, scaled in width and depth.
 *
 * <p>The strides are the original's, as in the study's code, so that an image of 32x32 shrinks to
 * one pixel. Blocks are never skipped at random, in that code neither. The gates' sigmoid stays.
 */
final class EfficientNet {
  private static final double REDUCTION = 0.25;

  /** Widening, filters, blocks, window, stride of the first block. */
  private static final int[][] STAGES = {
    {1, 16, 1, 3, 1},
    {6, 24, 2, 3, 2},
    {6, 40, 2, 5, 2},
    {6, 80, 3, 3, 2},
    {6, 112, 3, 5, 1},
    {6, 192, 4, 5, 2},
    {6, 320, 1, 3, 1}
  };

  static final List<Model> MODELS =
      List.of(model("b0", 1.0, 1.0, 0.2), model("b1", 1.0, 1.1, 0.2), model("b2", 1.1, 1.2, 0.3));

  private EfficientNet() {}

  private static Model model(String size, double width, double depth, double dropout) {
    return new Model(
        "efficientnet-" + size,
        "EfficientNet %s: inverted blocks with gates.".formatted(size.toUpperCase(Locale.ROOT)),
        "Tan and Le 2019 (arXiv 1905.11946) as in the study's notebook, but with as many outputs as classes; there on CIFAR-10 with Adam 0.001, batch 128, 100 epochs",
        List.of(Model.share("dropout", dropout, "share dropped before the output")),
        (network, run) -> draw(network, width, depth, run.number("dropout")));
  }

  private static Blueprint draw(
      BlueprintBuilder network, double width, double depth, double dropout) {
    network.unit(filters(32, width), Patch.of(3).stride(2));
    for (int[] stage : STAGES) {
      int blocks = (int) Math.ceil(stage[2] * depth);
      for (int block = 0; block < blocks; block++) {
        Patch window = Patch.of(stage[3]).stride(block == 0 ? stage[4] : 1);
        block(network, stage[0], filters(stage[1], width), window);
      }
    }
    return network
        .unit(filters(1280, width), Patch.of(1))
        .globalAveragePool()
        .dropout(dropout)
        .output();
  }

  /** The next multiple of 8 that is not below nine tenths of what is asked for. */
  private static int filters(int standard, double width) {
    double wanted = standard * width;
    int rounded = Math.max(8, (int) (wanted + 4) / 8 * 8);
    return rounded < 0.9 * wanted ? rounded + 8 : rounded;
  }

  private static void block(BlueprintBuilder network, int widening, int filters, Patch window) {
    int before = network.shape().channels();
    Branch deep =
        branch -> {
          if (widening > 1) {
            branch.unit(before * widening, Patch.of(1));
          }
          branch.depthwise(window).batchNorm().activate();
          SqueezeExcitation.add(branch, (int) (before * REDUCTION));
          branch.convNorm(filters, Patch.of(1));
        };
    if (window.stride() == 1 && before == filters) {
      network.sum(deep, Branch.NOTHING);
    } else {
      deep.draw(network);
    }
  }
}
