package actbench.model;

import actbench.grid.RunConfig;
import actbench.model.BlueprintBuilder.Branch;
import java.util.List;

/**
 * The wide residual network of 6n + 4 layers: three groups of n pre-activation blocks with {@code
 * width} times the filters 16, 32, 64.
 *
 * <p>Where the size changes, the shortcut is a 1x1 convolution of what the block's first activation
 * gives, as in the authors' code.
 */
final class WideResNet {
  static final Model MODEL =
      new Model(
          "wide-resnet",
          "Wide residual network of 6n + 4 layers: pre-activation blocks of two 3x3 convolutions.",
          "Zagoruyko and Komodakis 2016 (arXiv 1605.07146); optimizer not published by the study; there on CIFAR-10 and CIFAR-100 as WRN 10-2, 16-4, 22-10 and 40-4 with batch 128",
          List.of(
              Model.integer("depth", 16, 10, 1000, "layers, 6n + 4: 10, 16, 22, 28, 40"),
              Model.integer("width", 4, 1, 64, "widening factor"),
              Model.share("dropout", 0, "share dropped between the convolutions of a block")),
          WideResNet::draw);

  private WideResNet() {}

  private static Blueprint draw(BlueprintBuilder network, RunConfig run) {
    int blocks = Model.rounds(run, 6, 4);
    network.pytorch().plainConv(16, Patch.of(3));
    for (int group = 0; group < 3; group++) {
      int filters = (16 << group) * run.integer("width");
      for (int block = 0; block < blocks; block++) {
        int stride = group > 0 && block == 0 ? 2 : 1;
        block(network, filters, stride, run.number("dropout"));
      }
    }
    return network.batchNorm().activate().globalAveragePool().output();
  }

  private static void block(BlueprintBuilder network, int filters, int stride, double dropout) {
    boolean change = stride > 1 || network.shape().channels() != filters;
    Branch deep =
        branch ->
            branch
                .unit(filters, Patch.of(3).stride(stride).padded(1))
                .dropout(dropout)
                .plainConv(filters, Patch.of(3));
    if (change) {
      network.batchNorm().activate();
      network.sum(
          deep, shortcut -> shortcut.plainConv(filters, Patch.of(1).stride(stride).valid()));
    } else {
      network.sum(
          branch -> {
            branch.batchNorm().activate();
            deep.draw(branch);
          },
          Branch.NOTHING);
    }
  }
}
